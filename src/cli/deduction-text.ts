import type { Reply } from '#workflows/reply.js';

/** `UNIT-01.2`, `UNIT-01.2=0.5` or `UNIT-01.2=0.5x3` (three new occurrences). */
export function deductionOf(text: string): Reply['deductions'][number] {
  const match = /^([A-Z0-9.-]+)(?:=(\d+(?:\.\d{1,2})?))?(?:x(\d{1,3}))?$/.exec(text.toUpperCase().replace('X', 'x'));
  const [, id = text, points, times] = match ?? [];
  return { id, ...(points === undefined ? {} : { points: Number(points) }), ...(times === undefined ? {} : { times: Number(times) }) };
}
