import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.js';
import type { ManagementFigures } from '#domain/management-figures.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import { readAttachment } from '#reports/pdf/read-attachment.js';
import { departments, OfficeYear } from './office-year.js';
import { dueOf } from './year-ledger.js';

// Some two hundred commands, one program each.
const patience = 900_000;
const lastDay = '2026-12-31';
const year = new OfficeYear();
const { desk, notes } = year;

let problems: readonly { finding: Finding; due?: string; overdue: boolean }[];

beforeAll(async () => {
  await year.play();
  problems = desk.done('finding', 'list', '--all', '--json').json<{ findings: typeof problems }>().findings;
}, patience);

function blocksOf(paper: string, ...args: readonly string[]): readonly Block[] {
  const path = join(desk.home, `${paper}.json`);
  desk.done('report', paper, '--format', 'json', '--output', path, ...args);
  return (JSON.parse(readFileSync(path, 'utf8')) as { document: ReportDocument }).document.blocks;
}

const ledgerRows = (blocks: readonly Block[]): readonly (readonly string[])[] => blocks.flatMap((block) => (block.kind === 'form-table' ? (block.bands[0]?.rows ?? []) : [])).filter((row) => row.some((cell) => /^W-2026-\d{4}$/.test(cell)));
const numbersIn = (text: string): readonly string[] => [...new Set(text.match(/W-2026-\d{4}/g) ?? [])].sort();

describe('after a year of the office', () => {
  it('there are 300 problems, numbered without a gap or a twin', () => {
    expect(problems.map(({ finding }) => finding.number).sort()).toEqual(Array.from({ length: 300 }, (_, index) => `W-2026-${String(index + 1).padStart(4, '0')}`));
    expect(new Set(problems.map(({ finding }) => finding.fingerprint)).size).toBe(300);
  });

  it('each is where the officer\'s own notes have it, with its recurrences and its day', () => {
    const told = problems.map(({ finding, due }) => [finding.number, finding.state, finding.recurrences, due]).sort();
    expect(told).toEqual(notes.problems.map((each) => [each.number, each.state, each.recurrences, dueOf(each)]));
  });

  it('every way to the end was gone: verified, excepted, run out, withdrawn, put off, come back', () => {
    const events = new Set(problems.flatMap(({ finding }) => finding.events.map(({ event }) => event)));
    expect([...events].sort()).toEqual(['assigned', 'deviated', 'deviation-expired', 'extended', 'opened', 'recheck-passed', 'rectified', 'reopened', 'verified', 'withdrawal-asked', 'withdrawn'].sort());
    expect([...new Set(problems.map(({ finding }) => finding.source))].sort()).toEqual(['manual', 'person', 'register', 'supervision']);
  });

  it('nobody verified what they had rectified or owned, and nobody withdrew alone', () => {
    for (const { finding } of problems) {
      const by = (name: string): readonly string[] => finding.events.filter(({ event }) => event === name).map((each) => each.by.person);
      const helped = [finding.owner, ...by('rectified')];
      for (const person of [...by('verified'), ...by('withdrawn')]) expect(helped).not.toContain(person);
      expect(by('withdrawal-asked').some((person) => by('withdrawn').includes(person))).toBe(false);
    }
  });

  it('what had to be refused was refused, each for its own reason', () => {
    const codes = Object.fromEntries([...year.refused].filter(([, { stdout }]) => stdout.startsWith('{')).map(([what, outcome]) => [what, outcome.json<{ error: { code: string } }>().error.code]));
    expect(codes).toEqual({
      'closing an inspection with open opinions': 'supervision-unfinished',
      'declining a suggestion alone': 'finding-second-person',
      'withdrawing alone': 'finding-second-person',
      "verifying one's own work": 'finding-verifier-is-owner',
      'purging while a leak is open': 'evidence-purge-blocked',
    });
    expect(year.refused.get('handed in by some only')?.exit).toBe(11);
  });
});

describe('the figures for who has to answer', () => {
  let all: ManagementFigures;
  beforeAll(() => {
    all = desk.done('status', '--json').json<{ management: ManagementFigures }>().management;
  }, patience);

  it('total, closed, late, come back, rate and mean days are what the notes come to', () => {
    const total = notes.counted.length;
    expect(all.all).toEqual({ total, closed: notes.count('closed'), overdue: notes.overdueOn(lastDay), recurring: notes.counted.filter(({ recurrences }) => recurrences > 0).length, rate: (notes.count('closed') * 100) / total, meanDays: expect.closeTo(notes.meanDays(), 9) as number });
    expect(all.all).toMatchObject({ total: 298, recurring: 3 });
  });

  it('departments add up to the whole, and each has its own', () => {
    const own = (name: string | null): object => {
      const mine = notes.counted.filter(({ department }) => (department === '' ? null : department) === name);
      return { name, total: mine.length, closed: mine.filter(({ state }) => state === 'closed').length };
    };
    expect(all.byDepartment.map(({ name, total, closed }) => ({ name, total, closed })).sort(byName)).toEqual([...departments, null].map(own).sort(byName));
  });

  it('each month has what was found in it, and what was still open at its end', () => {
    expect(all.months.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`));
    const found = (month: string): number => notes.counted.filter(({ foundOn, since, recurrences }) => foundOn.startsWith(month) || (recurrences > 0 && since.startsWith(month))).length;
    expect(all.months.map(({ opened }) => opened)).toEqual(all.months.map(({ month }) => found(month)));
    expect(all.months.at(-1)?.live).toBe(298 - notes.count('closed'));
  });

  it('the sheet of the year tells the same numbers', () => {
    const { groups } = desk.done('stats', 'annual', '--json').json<{ groups: { cells: { id: string; figures: { value: unknown }[] }[] }[] }>();
    const told = Object.fromEntries(groups.flatMap(({ cells }) => cells.map(({ id, figures: [only] }) => [id, only?.value])));
    expect(told).toMatchObject({ problems: 298, cured: notes.count('closed'), cure_rate: `${(Math.floor((notes.count('closed') * 1000) / 298) / 10).toFixed(1)}%`, supervisions: 2 });
  });
});

const byName = (left: object, right: object): number => JSON.stringify(left).localeCompare(JSON.stringify(right));

describe('the papers of the year', () => {
  it('K05 has a row for each problem of the year', () => {
    const rows = ledgerRows(blocksOf('rectification-ledger'));
    expect(rows).toHaveLength(300);
    expect(numbersIn(JSON.stringify(rows))).toHaveLength(300);
  });

  it('the report on rectification says the counts in words', () => {
    const text = blocksOf('rectification').flatMap((block) => (block.kind === 'official' ? [block.text] : [])).join('\n');
    expect(text).toContain(`本次整改的问题共298个，明确责任部门8个、责任人4名，已确定整改措施的${String(problems.filter(({ finding }) => finding.state !== 'withdrawn' && finding.measure !== undefined).length)}个、整改时限的298个`);
    const rate = (Math.floor((notes.count('closed') * 1000) / 298) / 10).toFixed(1);
    expect(text).toContain(`已销号${String(notes.count('closed'))}个，待复核${String(notes.count('awaiting-verification'))}个，整改中${String(notes.count('remediating'))}个，待整改${String(notes.count('open'))}个，经批准例外1个，超期${String(notes.overdueOn(lastDay))}个；另经两人确认撤回2个，不计入总数。整改率${rate}%。`);
  });

  it.each([
    ['notice', '--inspection', 'JC-2026-0002', '--to', '政策法规科', '--contact', '钱宁', '--report-by', '2027-01-20'],
    ['rectification', '--supervision', 'DC-2026-0001', '--to', '市国家保密局'],
    ['rectification-ledger'],
    ['recheck', '--supervision', 'DC-2026-0001'],
    ['inspection', '--inspection', 'JC-2026-0001'],
    ['opinions-reply', '--supervision', 'DC-2026-0001'],
    ['self-assessment'],
    ['annual'],
    ['ledger'],
  ])('%s comes out as a PDF that is sound', (paper, ...args) => {
    const path = join(desk.home, `${paper}.pdf`);
    desk.done('report', paper, '--output', path, ...args);
    expect(desk.done('report', 'verify', path, '--json').json()).toMatchObject({ conclusion: 'sound' });
  });

  it('of the inspection of cryptography work no word was kept: numbers, days and states', () => {
    const replies = JSON.stringify(blocksOf('opinions-reply', '--supervision', 'DC-2026-0002'));
    expect(replies).toContain('2026-12-15');
    expect(replies).not.toMatch(/意见内容|依据条款/);
  });

  it('the bound paper for the inspectors is sound, has all 300 in its ledger, and its evidence has the digests that were reckoned here', () => {
    const path = join(desk.home, '迎检.pdf');
    const printed = desk.done('report', 'readiness', '--output', path, '--json').json<{ evidence: { folder: string; zip: string; files: number } }>();
    expect(desk.done('report', 'verify', path, '--json').json()).toMatchObject({ conclusion: 'sound' });
    const bound = JSON.parse(readAttachment(readFileSync(path)).bytes.toString('utf8')) as { document: ReportDocument };
    expect(new Set(ledgerRows(bound.document.blocks).map((row) => row.find((cell) => /^W-2026-\d{4}$/.test(cell)))).size).toBe(300);
    const lists = readdirSync(printed.evidence.folder).map((name) => readFileSync(join(printed.evidence.folder, name)));
    const digests = lists.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
    for (const digest of year.evidence.values()) expect(digests).toContain(digest);
    const list = lists.map(String).find((text) => /^[0-9a-f]{64} {2}/.test(text)) ?? '';
    expect(list.trimEnd().split('\n').map((line) => line.slice(0, 64)).sort()).toEqual([...year.evidence.values()].sort());
    expect([printed.evidence.files, existsSync(printed.evidence.zip)]).toEqual([year.evidence.size, true]);
  });
});

describe('the records at the end of the year', () => {
  it('are sound to the last byte, and so are the chain of the journal, the evidence and the backups', () => {
    expect(desk.done('store', 'verify', '--deep', '--json').json()).toMatchObject({ problems: [] });
    desk.done('journal', 'verify');
    expect(desk.done('evidence', 'verify', '--json').json()).toMatchObject({ wrong: 0 });
    const backups = readdirSync(join(desk.home, 'backups'));
    expect(backups.length).toBeGreaterThanOrEqual(2);
  });

  it('keep evidence while an outside inspection is open', () => {
    const refused = desk.run('evidence', 'purge', '--older-than', '1d', '--reason', '期满', '--by', '钱宁', '--yes', '--json');
    expect(refused.json()).toMatchObject({ error: { code: 'evidence-purge-blocked' } });
    expect(refused.stdout).toContain('DC-2026-0002');
    expect(refused.stdout).not.toContain('DC-2026-0001');
    expect(desk.run('supervision', 'close', 'DC-2026-0002', '--by', '赵衡', '--json').json()).toMatchObject({ error: { code: 'supervision-unfinished' } });
  });

  it('hold the suspected leak as reported in time, to the minute, and ended', () => {
    expect(desk.done('leak', 'list', '--json').json()).toMatchObject({ events: [{ event: { number: 'XM-2026-0001' }, inTime: true }] });
  });

  it('name the departments that no inspection has reached: none', () => {
    const plan = desk.done('inspection', 'plan', '--json').json<{ uncovered: string[]; inspections: { inspection: { state: string } }[] }>();
    expect([plan.uncovered, plan.inspections.map(({ inspection }) => inspection.state)]).toEqual([[], ['held', 'held', 'held', 'cancelled']]);
  });

  it('have the yearly round signed off, and what came late marked late', () => {
    const { rounds } = desk.done('round', 'list', '--all', '--json').json<{ rounds: { round: { number: string; state: string; merges?: boolean; checklistId: string; handedIn: Record<string, { late: boolean }> } }[] }>();
    expect(rounds.filter(({ round }) => round.merges === true).map(({ round }) => round.state)).toEqual(['signed-off']);
    expect(rounds.filter(({ round }) => round.checklistId === 'own-staff')).toHaveLength(12);
    expect(rounds.filter(({ round }) => round.checklistId === 'department')).toHaveLength(4);
    expect(rounds.filter(({ round }) => Object.values(round.handedIn).some(({ late }) => late))).toHaveLength(1);
  });
});
