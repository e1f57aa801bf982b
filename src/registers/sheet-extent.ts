/** How far the cells of one sheet may reach; what lies beyond is refused if it holds something, and passed over if it is only coloured. */
export const sheetLimits = { rows: 50_100, lastColumn: 'ZZ' } as const;

/** What the part of a sheet holds too much of. The library fills the whole rectangle between its cells, so this is asked before it reads. */
export function excessOf(part: Buffer): 'rows' | 'columns' | undefined {
  // Row and cell tags are ASCII: one byte a character is enough and costs no decoding.
  const xml = part.toString('latin1');
  if (!xml.includes('sheetData')) return undefined;
  if (farColumn.test(xml)) return 'columns';
  const beyond = firstRowBeyond(xml);
  return beyond !== undefined && holdsSomething.test(xml.slice(beyond)) ? 'rows' : undefined;
}

const holdsSomething = /<(?:\w{1,40}:)?(?:v|is|f)[\s>]/;
// Bounded and stopping at the next tag: a file made to keep a pattern busy is read in one go too.
const farColumn = /\sr="[A-Z]{3,9}\d{1,9}"[^<>]{0,100}(?<!\/)>\s{0,20}<(?:\w{1,40}:)?(?:v|is|f)[\s>]/;

function firstRowBeyond(xml: string): number | undefined {
  const row = /<(?:\w{1,40}:)?row(?=[\s>])([^<>]*)>/g;
  let line = 0;
  for (let match = row.exec(xml); match !== null; match = row.exec(xml)) {
    line = Number(/\sr="(\d+)"/.exec(match[1] ?? '')?.[1] ?? line + 1);
    if (line > sheetLimits.rows) return match.index;
  }
  return undefined;
}
