import stringWidth from 'string-width';

/** A column of a screen table; `wide` columns take what the others leave. */
export interface ScreenColumn {
  readonly title: string;
  readonly align?: 'right';
  /** May be cut to fit the screen. */
  readonly wide?: boolean;
}

const gap = '  ';

/** Lines of a table aligned by display width, without box drawing; no line is wider than `width`. */
export function tableLines(columns: readonly ScreenColumn[], rows: readonly (readonly string[])[], width: number): string[] {
  const natural = columns.map((column, index) => Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(row[index] ?? ''))));
  const widths = fit(columns, natural, width);
  const line = (cells: readonly string[]): string => columns.map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, column.align)).join(gap).trimEnd();
  return [line(columns.map((column) => column.title)), ...rows.map(line)];
}

function fit(columns: readonly ScreenColumn[], natural: readonly number[], width: number): number[] {
  const total = natural.reduce((sum, each) => sum + each, 0) + gap.length * (columns.length - 1);
  const wide = columns.flatMap((column, index) => (column.wide ? [index] : []));
  if (total <= width || wide.length === 0) return [...natural];
  const fixed = natural.reduce((sum, each, index) => sum + (wide.includes(index) ? 0 : each), 0) + gap.length * (columns.length - 1);
  const wanted = wide.reduce((sum, index) => sum + (natural[index] ?? 0), 0);
  const room = Math.max(wide.length * 8, width - fixed);
  return natural.map((each, index) => (wide.includes(index) ? Math.max(8, Math.floor((each * room) / wanted)) : each));
}

/** `text` cut to `width` columns, with `..` at the end where something was left out. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    const next = stringWidth(character);
    if (used + next > width - 2) break;
    kept += character;
    used += next;
  }
  return `${kept}..`;
}

function pad(text: string, width: number, align: ScreenColumn['align']): string {
  const shown = cut(text, width);
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(shown)));
  return align === 'right' ? blanks + shown : shown + blanks;
}
