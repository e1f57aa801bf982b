import type { MeasuredColumn } from './measure-column.js';

/** Points between the margins of a page. */
export const roomFor = { portrait: 483, landscape: 741 } as const;

export interface PlannedColumn extends MeasuredColumn {
  readonly width: number;
}

/** How the columns of a form lie: upright or crosswise, in one table or in bands. */
export interface ColumnPlan {
  readonly isLandscape: boolean;
  readonly bands: readonly (readonly PlannedColumn[])[];
}

/** Share of the way from natural to least width that still looks well: one table rather than bands, and in bands. */
const squeeze = { table: 0.6, bands: 0.4 } as const;

/** Upright where the columns are as wide as they like to be, else crosswise, else in bands with the key columns in each. */
export function planColumns(columns: readonly MeasuredColumn[], only?: 'portrait'): ColumnPlan {
  const natural = sum(columns, 'natural');
  const isLandscape = only === undefined && natural > roomFor.portrait;
  const room = isLandscape ? roomFor.landscape : roomFor.portrait;
  const squeezed = natural - squeeze.table * (natural - sum(columns, 'least'));
  const bands = squeezed <= room ? [columns] : bandsOf(columns.map(narrowed), room);
  return { isLandscape, bands: bands.map((band) => fitted(band, room)) };
}

function narrowed(column: MeasuredColumn): MeasuredColumn {
  return { ...column, natural: column.natural - squeeze.bands * (column.natural - column.least) };
}

function bandsOf(columns: readonly MeasuredColumn[], room: number): readonly (readonly MeasuredColumn[])[] {
  const repeated = keysWithin(columns, room / 4);
  const rest = columns.filter((column) => !repeated.includes(column));
  const free = room - sum(repeated, 'natural');
  const fewest = packed(rest, free).length;
  // As narrow as that number of bands allows, so that no band is nearly empty.
  const caps = Array.from({ length: 40 }, (_, index) => free * ((index + 1) / 40));
  const cap = caps.find((each) => packed(rest, each).length <= fewest) ?? free;
  return packed(rest, cap).map((band) => [...repeated, ...band]);
}

// The running number always, then as many key columns as leave room for the others.
function keysWithin(columns: readonly MeasuredColumn[], room: number): readonly MeasuredColumn[] {
  const kept: MeasuredColumn[] = [];
  for (const column of columns.filter((each) => each.isKey)) if (kept.length === 0 || sum(kept, 'natural') + column.natural <= room) kept.push(column);
  return kept;
}

function packed(columns: readonly MeasuredColumn[], room: number): readonly (readonly MeasuredColumn[])[] {
  const bands: MeasuredColumn[][] = [];
  for (const column of columns) {
    const last = bands.at(-1);
    if (last !== undefined && sum(last, 'natural') + column.natural <= room) last.push(column);
    else bands.push([column]);
  }
  return bands;
}

function fitted(columns: readonly MeasuredColumn[], room: number): readonly PlannedColumn[] {
  const natural = sum(columns, 'natural');
  const over = room - natural;
  const share = over >= 0 ? stretchOf(columns, over) : (column: MeasuredColumn) => ((column.natural - column.least) * over) / Math.max(1, natural - sum(columns, 'least'));
  return columns.map((column) => ({ ...column, width: Math.round((column.natural + share(column)) * 10) / 10 }));
}

function stretchOf(columns: readonly MeasuredColumn[], over: number): (column: MeasuredColumn) => number {
  const all = columns.reduce((total, column) => total + column.stretch, 0);
  return (column) => (all === 0 ? over / columns.length : (over * column.stretch) / all);
}

function sum(columns: readonly MeasuredColumn[], width: 'natural' | 'least'): number {
  return columns.reduce((total, column) => total + column[width], 0);
}
