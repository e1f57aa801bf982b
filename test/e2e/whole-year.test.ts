import { beforeAll, describe, expect, it } from 'vitest';
import { OfficeYear } from './office-year.js';
const year = new OfficeYear();
beforeAll(async () => {
  await year.play();
}, 600_000);
describe('a whole year', () => {
  it('x', () => {
    const s = year.desk.done('status', '--json').json<{findings: unknown; management: {all: unknown}}>();
    console.log(JSON.stringify(s.findings).slice(0,300), JSON.stringify(s.management.all), year.desk.home);
    console.log(year.notes.problems.length, year.notes.overdueOn('2026-12-31'), year.notes.meanDays(), ['open','remediating','awaiting-verification','closed','deviation-approved','withdrawn'].map((x) => [x, year.notes.count(x as 'open')]));
    for (const [k, v] of year.refused) console.log(k, v.exit, v.stdout.slice(0, 150));
    expect(1).toBe(1);
  });
});
