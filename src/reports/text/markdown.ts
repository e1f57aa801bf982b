/** A heading on one line. */
export function heading(level: 1 | 2 | 3 | 4, text: string): string {
  return `${'#'.repeat(level)} ${escaped(oneLine(text), false)}`;
}

/** Running text; its lines stay lines. */
export function paragraph(text: string): string {
  return text.split('\n').map((line) => escaped(line, true)).join('\\\n');
}

export function bold(text: string): string {
  return text.trim() === '' ? '' : `**${escaped(oneLine(text), false)}**`;
}

export function bulletList(lines: readonly string[]): string {
  return lines.map((line) => `- ${escaped(line, true).replaceAll('\n', '\n  ')}`).join('\n');
}

interface TableLooks {
  readonly aligns?: readonly ('left' | 'right' | 'center')[];
  /** Rows in bold. */
  readonly emphasis?: readonly number[];
}

const rules = { left: '---', right: '--:', center: ':-:' } as const;

/** A table as GitHub and most editors read it; lines within a cell become `<br>`. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[], { aligns = [], emphasis = [] }: TableLooks = {}): string {
  const header = rowOf(titles.map(cell));
  const rule = rowOf(titles.map((_, index) => rules[aligns[index] ?? 'left']));
  const body = rows.map((row, index) => rowOf(titles.map((_, at) => (emphasis.includes(index) ? strong : cell)(row[at] ?? ''))));
  return [header, rule, ...body].join('\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cell(text: string): string {
  return escaped(text, false).replaceAll('|', '\\|').replace(/\r?\n/g, '<br>');
}

function strong(text: string): string {
  return text.trim() === '' ? '' : `**${cell(text.trim())}**`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** Text that stands for itself; at the start of a line also what would make it a heading, a quotation or a list. */
export function escaped(text: string, startsLine: boolean): string {
  const plain = text.replace(/[\\`*_[\]<~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
  return startsLine ? plain.replace(/^(\s*)([#>+=-])/, '$1\\$2') : plain;
}
