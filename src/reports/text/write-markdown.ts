import type { Block, ReportDocument } from '#domain/report-document.js';
import { bookWords } from '#messages/spellings.js';
import { bold, bulletList, escaped, heading, paragraph, table } from './markdown.js';

/** Code and digest of the figures, as a paper prints them. */
export interface TextSeal {
  readonly code: string;
  readonly digest: string;
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Writers = { readonly [K in Block['kind']]: (block: Of<K>, seal: TextSeal) => string };

const { colon } = bookWords;
const line = '________';

const writers: Writers = {
  heading: ({ level, text }) => heading(level, text),
  paragraph: ({ text }) => paragraph(text),
  grid: ({ rows }) => bulletList(rows.map(([name, value]) => labelled(name, value))),
  score: ({ label, value, detail }) => `${bold(`${label}${colon}${value}`)}\n\n${paragraph(detail)}`,
  counts: ({ items }) => table(items.map(({ label }) => label), [items.map(({ value }) => String(value))]),
  bars: ({ bars }) => table(['', ''], bars.map(({ label, text }) => [label, text])),
  trend: ({ label, points }) => `${bold(label)}\n\n${table(points.map((point) => point.label), [points.map(({ text }) => text)])}`,
  table: ({ columns, rows, emphasis = [] }) => table(columns.map(({ title }) => title), rows, { aligns: columns.map(({ align }) => align), emphasis }),
  card: ({ title, badge, rows }) => `${heading(4, badge === '' ? title : `${title}  ${badge}`)}\n\n${bulletList(rows.map(([name, value]) => labelled(name, value)))}`,
  signatures: ({ lines, date, seal }) => [...lines.map((name) => paragraph(`${name}${line}    ${date}`)), paragraph(seal)].join('\n\n'),
  verification: writeVerification,
  'form-head': ({ title, fields }) => `${heading(1, title)}\n\n${paragraph(fields.join('    '))}`,
  'form-table': ({ title, bands }) => [...(title === undefined ? [] : [heading(3, title)]), ...bands.map(({ columns, rows }) => table(columns.map((column) => column.title), rows))].join('\n\n'),
  'form-card': ({ rows }) => bulletList(rows.flat().map(({ label, value, foot }) => labelled(label, foot === undefined ? value : `${value}  ${foot}`))),
  'form-signatures': ({ signers, date }) => paragraph([...signers.map((name) => `${name}${line}`), date].join('    ')),
  contents: ({ rows }) => table(['', '', ''], rows.map(({ number, title, note }) => [number, title, note])),
  'page-break': () => '---',
  official: writeOfficial,
  'attachment-list': ({ label, titles }) => paragraph(titles.map((title, index) => `${index === 0 ? label : ''}${titles.length === 1 ? '' : `${String(index + 1)}.`}${title}`).join('\n')),
  'sign-off': ({ unit, date }) => `${paragraph(unit)}\n\n${paragraph(date)}`,
  attachment: ({ label, title }) => `---\n\n${paragraph(label)}\n\n${heading(1, title)}`,
};

/** A paper as Markdown text, to be read anywhere or pasted into a word processor. */
export function writeMarkdown(document: ReportDocument, seal: TextSeal): string {
  const above = [document.watermark, document.mark].flatMap((text) => (text === undefined ? [] : [bold(text)]));
  const body = document.blocks.map((block) => (writers[block.kind] as (block: Block, seal: TextSeal) => string)(block, seal));
  return `${[...above, ...body, '---', paragraph(footerOf(document, seal))].filter((each) => each !== '').join('\n\n')}\n`;
}

// Text has no pages: what the footer says of them is left out.
function footerOf({ footer, number }: ReportDocument, { code }: TextSeal): string {
  const parts = footer.split('\u00b7').filter((part) => !/\{pages?\}/.test(part));
  return parts.join('\u00b7').replace('{number}', () => number).replace('{code}', () => code).trim();
}

function labelled(name: string, value: string): string {
  return `${name}${colon}${value}`;
}

function writeVerification({ code, digest, rows }: Of<'verification'>, seal: TextSeal): string {
  return bulletList([labelled(code, seal.code), labelled(digest, seal.digest), ...rows.map(([name, value]) => labelled(name, value))]);
}

const levels = { title: 1, h1: 2, h2: 3, h3: 4 } as const;

function writeOfficial({ style, text }: Of<'official'>): string {
  if (style !== 'to' && style !== 'text') return heading(levels[style], text);
  return text.split('\n').map((each) => escaped(each, true)).join('\n\n');
}
