import type { Block, ReportDocument } from '#domain/report-document.js';
import { bookWords } from '#messages/spellings.js';

/** Code and digest of the figures. */
export interface PaperSeal {
  readonly code: string;
  readonly digest: string;
}

export interface TextLine {
  readonly text: string;
  readonly look: 'title' | 'heading' | 'text';
}

/** A table of a paper with the name of its sheet. */
export interface PaperTable extends Pick<Extract<Block, { kind: 'table' }>, 'columns' | 'rows'> {
  readonly name: string;
  readonly emphasis: readonly number[];
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Part = TextLine | Omit<PaperTable, 'name'>;
type Splitters = { readonly [K in Block['kind']]: (block: Of<K>, seal: PaperSeal) => readonly Part[] };

const { colon } = bookWords;
const line = '________';
const text = (...lines: readonly string[]): TextLine[] => lines.map((each) => ({ text: each, look: 'text' }));
const headline = (each: string): TextLine => ({ text: each, look: 'heading' });
const titleLine = (each: string): TextLine => ({ text: each, look: 'title' });
const labelled = (rows: readonly (readonly [string, string])[]): TextLine[] => text(...rows.map(([name, value]) => `${name}${colon}${value}`));

const splitters: Splitters = {
  heading: (block) => [block.level === 1 ? titleLine(block.text) : headline(block.text)],
  paragraph: (block) => text(block.text),
  grid: ({ rows }) => labelled(rows),
  score: ({ label, value, detail }) => [...labelled([[label, value]]), ...text(detail)],
  counts: ({ items }) => labelled(items.map(({ label, value }) => [label, String(value)])),
  bars: ({ bars }) => labelled(bars.map((bar) => [bar.label, bar.text])),
  trend: ({ label, points }) => [headline(label), ...labelled(points.map((point) => [point.label, point.text]))],
  table: ({ columns, rows, emphasis = [] }) => [{ columns, rows, emphasis }],
  card: ({ title, badge, rows }) => [headline(badge === '' ? title : `${title}  ${badge}`), ...labelled(rows)],
  signatures: ({ lines, date, seal }) => text(...lines.map((name) => `${name}${line}    ${date}`), seal),
  verification: ({ code, digest, rows }, seal) => labelled([[code, seal.code], [digest, seal.digest], ...rows]),
  'form-head': ({ title, fields }) => [titleLine(title), ...text(fields.join('    '))],
  'form-table': ({ title, bands }) => [...(title === undefined ? [] : [headline(title)]), ...bands.map(({ columns, rows }) => ({ columns, rows, emphasis: [] }))],
  'form-card': ({ rows }) => labelled(rows.flat().map(({ label, value, foot }) => [label, foot === undefined ? value : `${value}  ${foot}`])),
  'form-signatures': ({ signers, date }) => text([...signers.map((name) => `${name}${line}`), date].join('    ')),
  contents: ({ rows }) => text(...rows.map(({ number, title, note }) => `${number}  ${title}  ${note}`)),
  'page-break': () => [],
  official: (block) => (block.style === 'title' ? [titleLine(block.text)] : block.style === 'to' || block.style === 'text' ? text(...block.text.split('\n')) : [headline(block.text)]),
  'attachment-list': ({ label, titles }) => text(...titles.map((title, index) => `${index === 0 ? label : ''}${titles.length === 1 ? '' : `${String(index + 1)}.`}${title}`)),
  'sign-off': ({ unit, date }) => text(unit, date),
  attachment: ({ label, title }) => [headline(label), titleLine(title)],
};

/** A paper as lines of text and tables; where a table stood, the text names its sheet. A sheet is called after what stood last above it. */
export function paperParts(document: ReportDocument, seal: PaperSeal, nameFor: (wanted: string) => string): { readonly lines: readonly TextLine[]; readonly tables: readonly PaperTable[] } {
  const lines: TextLine[] = [document.watermark, document.mark].flatMap((each) => (each === undefined ? [] : [headline(each)]));
  const tables: PaperTable[] = [];
  let above = document.title;
  for (const part of document.blocks.flatMap((block) => (splitters[block.kind] as (block: Block, seal: PaperSeal) => readonly Part[])(block, seal))) {
    if ('look' in part) {
      if (part.look !== 'text') above = part.text;
      lines.push(part);
      continue;
    }
    const name = nameFor(above);
    tables.push({ ...part, name });
    lines.push({ text: bookWords.onSheet.replace('{name}', () => name), look: 'text' });
  }
  return { lines: [...lines, ...text(`${document.number}  ${seal.code}`.trim())], tables };
}
