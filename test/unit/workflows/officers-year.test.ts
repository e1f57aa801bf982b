import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unitTraits } from '#evaluation/world.js';
import { addRow } from '#workflows/edit-rows.js';
import { exportYear } from '#workflows/export-year.js';
import { importHolidays } from '#workflows/holidays.js';
import { initUnit } from '#workflows/init-unit.js';
import { loadYearPlan } from '#workflows/load-year-plan.js';
import { officersYear } from '#workflows/officers-year.js';
import { showStatus } from '#workflows/show-status.js';
import { quietDesk } from '../../fixtures/desks/quiet-desk.js';
import { scratchFolder } from '../catalog/broken-files.js';
import { officeDesk, refusal } from './office-desk.js';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

describe("the officer's year", () => {
  it('says loudly what it does not know without a table of holidays', async () => {
    const { known, dateless, entries } = await officersYear(await officeDesk());
    expect(known).toBe(false);
    expect(dateless.map(({ name, year }) => `${name} ${year}`)).toEqual(['元旦 2027', '春节 2026', '清明 2026', '劳动节 2026', '端午 2026', '中秋 2026', '国庆 2026']);
    expect(entries.filter(({ id }) => id.startsWith('holiday-check'))).toEqual([]);
    expect(entries.find(({ id }) => id.startsWith('staff-check-2026-05'))).toMatchObject({ to: '2026-05-29', remindFrom: '2026-05-25', sure: false, source: 'practice' });
  });

  it('knows the days before a holiday from the imported table', async () => {
    const desk = await officeDesk();
    await importHolidays(desk, scratch.file('holidays.csv', '2026-10-01,放假,国庆节\n2026-10-02,放假,国庆节\n'), '节假日安排通知');
    const { entries, dateless } = await officersYear(desk);
    expect(entries.find(({ id }) => id.startsWith('holiday-check'))).toMatchObject({ to: '2026-09-30', sure: true, what: '节前保密检查：封存、值班提醒（国庆）' });
    expect(dateless.find(({ name }) => name === '端午')?.reason).toBe('not-in-table');
  });

  it('leaves out what the unit does not have', async () => {
    const desk = quietDesk('2026-11-24T02:00:00.000Z');
    await initUnit(desk, { unit: '东湖区示例局', mode: 'non-classified', network: 'internal', scope: 'unit', has: { hasCryptography: false } }, false);
    const ids = (await officersYear(desk)).entries.map(({ id }) => id);
    expect(ids.some((id) => id.startsWith('crypto-count'))).toBe(false);
    expect(ids.some((id) => id.startsWith('staff-check'))).toBe(true);
  });

  it('asks only for kinds of business that the program knows, and cites only what states a duty', async () => {
    const { plan } = loadYearPlan(await officeDesk());
    expect(plan.duties.flatMap(({ needs }) => needs ?? []).filter((need) => !(unitTraits as readonly string[]).includes(need))).toEqual([]);
    expect(plan.duties.filter(({ source }) => source === 'law').map(({ id }) => id)).toEqual(['self-assessment', 'yearly-report']);
  });

  it("is the unit's own where the unit laid one among its records", async () => {
    const desk = await officeDesk();
    mkdirSync(desk.folder, { recursive: true });
    writeFileSync(join(desk.folder, 'calendar.yaml'), 'duties:\n  - { id: talk, what: 保密谈话, who: 保密办, when: { kind: months, months: [7] }, source: rule }\n');
    expect(await officersYear(desk)).toMatchObject({ plan: 'office', entries: [{ id: 'talk-2026-07-31', from: '2026-07-01', to: '2026-07-31', source: 'rule' }] });
    writeFileSync(join(desk.folder, 'calendar.yaml'), 'duties:\n  - { id: talk, what: 保密谈话, who: 保密办, when: { kind: between, from: 02-30, to: 03-01 }, source: law }\n');
    expect((await refusal(officersYear(desk)))[0]).toBe('yaml-invalid');
    copyFileSync(join(desk.program.root, 'templates/calendar.yaml'), join(desk.folder, 'calendar.yaml'));
    expect((await officersYear(desk)).entries.length).toBeGreaterThan(40);
  });

  it('gathers what the books make due on one day, without naming people', async () => {
    const desk = await officeDesk();
    for (const no of ['D3', 'D4']) await addRow(desk, 'departments', { no, name: `科室${no}`, letter_until: '2026-12-01' }, {});
    const file = join(scratch.path, 'year.ics');
    const exported = await exportYear(desk, file);
    const text = readFileSync(file, 'utf8').replaceAll('\r\n ', '');
    expect(text).toContain('责任书到期续签 2 项');
    expect(exported.events).toBe(text.match(/BEGIN:VEVENT/g)?.length);
    expect(text).not.toMatch(/周建国|赵敏|张伟|李娜|周某|赵某/);
    expect(new Set(text.match(/UID:[^\r]+/g)).size).toBe(exported.events);
    await exportYear(desk, file);
    expect(readFileSync(file, 'utf8').replaceAll('\r\n ', '')).toBe(text);
    expect(await refusal(exportYear(desk, 'year.txt'))).toEqual(['calendar-format-unknown']);
  });

  it('shows its next three entries on the status page', async () => {
    const { ahead, rounds } = await showStatus(await officeDesk());
    expect(ahead.map(({ to }) => to)).toEqual(['2026-11-30', '2026-11-30', '2026-11-30'].slice(0, ahead.length));
    expect(ahead).toHaveLength(3);
    expect(rounds).toEqual([]);
  });
});
