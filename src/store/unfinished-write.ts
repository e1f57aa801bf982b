import { decodeFrame, type Previous } from './frame.js';

const newline = 0x0a;
const sector = 512;

/** What stands behind the last whole record of the journal. */
export type Remains = 'none' | 'unfinished' | 'whole' | 'damaged';

/**
 * Tells a write that never finished (a power cut, a kill) from damage. `rest` begins at byte `offset`, where the next record should be.
 * `whole`: a record that only lacks its newline.
 */
export function judgeRemains(rest: Buffer, offset: number, previous: Previous): Remains {
  if (rest.length === 0) return 'none';
  const end = rest.indexOf(newline);
  if (end !== -1) return end === rest.length - 1 && hasLostSector(rest, offset) ? 'unfinished' : 'damaged';
  if (decodeFrame(rest, previous) !== undefined) return 'whole';
  // Without its last byte it would be whole: that byte was the newline, so the record had been acknowledged.
  return decodeFrame(rest.subarray(0, -1), previous) === undefined ? 'unfinished' : 'damaged';
}

// After a power cut a file can have its new length while a block was never written: zeros up to a sector's edge, which no flipped bit makes.
function hasLostSector(rest: Buffer, offset: number): boolean {
  for (let start = rest.indexOf(0); start !== -1;) {
    let end = start;
    while (rest[end] === 0) end += 1;
    if ((start === 0 || (offset + start) % sector === 0) && (offset + end) % sector === 0) return true;
    start = rest.indexOf(0, end);
  }
  return false;
}
