import type { Block, ReportDocument } from '#domain/report-document.js';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Writers = { readonly [K in Block['kind']]: (block: Of<K>) => string };

const writers: Writers = {
  heading: ({ level, text }) => `${'#'.repeat(level)} ${inline(text)}`,
  paragraph: ({ text }) => inline(text),
  grid: ({ rows }) => table(['', ''], rows),
  score: ({ label, value, detail }) => `**${inline(label)} ${inline(value)}**\n\n${inline(detail)}`,
  counts: ({ items }) => table(items.map(({ label }) => label), [items.map(({ value }) => String(value))]),
  bars: ({ bars }) => table(['', ''], bars.map(({ label, text }) => [label, text])),
  trend: ({ label, points }) => `${inline(label)}\n\n${table(points.map((point) => point.label), [points.map(({ text }) => text)])}`,
  table: ({ columns, rows }) => table(columns.map(({ title }) => title), rows),
  card: ({ title, badge, rows }) => `**${inline(title)}**（${inline(badge)}）\n\n${rows.map(([name, value]) => `- ${inline(name)}：${inline(value)}`).join('\n')}`,
  signatures: ({ lines, date, seal }) => [...lines.map((line) => `${inline(line)}：________  ${date}`), seal].join('\n\n'),
  verification: ({ rows }) => table(['', ''], rows),
  'form-head': ({ title, fields }) => `# ${inline(title)}\n\n${fields.map(inline).join('　')}`,
  'form-table': ({ title, bands }) => [...(title === undefined ? [] : [`**${inline(title)}**`]), ...bands.map(({ columns, rows }) => table(columns.map((column) => column.title), rows))].join('\n\n'),
  'form-card': ({ rows }) => table(['', ''], rows.flatMap((cells) => cells.map(({ label, value }) => [label, value]))),
  'form-signatures': ({ signers, date }) => `${signers.map((signer) => `${inline(signer)}________`).join('　')}　${date}`,
  'page-break': () => '---',
  official: ({ style, text }) => `${{ title: '# ', to: '', h1: '## ', h2: '### ', h3: '#### ', text: '' }[style]}${inline(text)}`,
  'attachment-list': ({ label, titles }) => `${inline(label)}\n\n${titles.map((title, index) => `${String(index + 1)}. ${inline(title)}`).join('\n')}`,
  'sign-off': ({ unit, date }) => `${inline(unit)}\n\n${date}`,
  attachment: ({ label, title }) => `---\n\n## ${inline(label)} ${inline(title)}`,
};

/** A paper as Markdown, to be edited and pasted: same words, same figures, no layout. */
export function writeMarkdown(document: ReportDocument, footer: string): string {
  const parts = document.blocks.map((block) => (writers[block.kind] as (block: Block) => string)(block));
  const mark = document.watermark === undefined ? [] : [`**${document.watermark}**`];
  return `${[...mark, ...parts, '---', inline(footer)].join('\n\n')}\n`;
}

// What would start a list, a heading or a link is shown as it stands.
function inline(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`).replace(/\n/g, '<br>').replace(/^([#>+-]|\d+\.)(?=\s)/, '\\$1');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${head.map((_title, index) => inline(cells[index] ?? '')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
