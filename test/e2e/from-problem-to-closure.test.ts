import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import { expectDone, foundedDesk, year, type Desk } from './zicha.js';

const staff = '人员编号,姓名,部门编号,状态\nS01,李明,D01,在职\nS02,王芳,D01,在职\n';
const departments = '部门编号,部门名称\nD01,办公室\n';
const personnel = (undertaking: string): string =>
  `人员编号,姓名,部门编号,职务及涉密岗位,涉密等级,确定为涉密人员时间,承诺书签订日期,状态\nS01,李明,D01,文件流转,一般,2024-03-01,${undertaking},在岗\n`;

let desk: Desk;

function book(name: string, text: string): void {
  const file = join(desk.home, `${name}.csv`);
  writeFileSync(file, text);
  expectDone(desk.run('register', 'import', name, file));
  expectDone(desk.run('register', 'confirm', name));
}

function assess(): { assessments: Assessment[]; findings: Finding[] } {
  return expectDone(desk.run('assess', 'run', '--checklist', 'personnel', '--json')).json();
}

function pledge(): Finding {
  const { findings } = expectDone(desk.run('finding', 'list', '--all', '--json')).json<{ findings: { finding: Finding }[] }>();
  const found = findings.map((view) => view.finding).find((finding) => /承诺书/.test(finding.statement) && finding.subject.label.startsWith('S01'));
  if (found === undefined) throw new Error('no finding about the pledge');
  return found;
}

beforeAll(() => {
  desk = foundedDesk();
  book('departments', departments);
  book('staff', staff);
  book('personnel', personnel(''));
});

describe('a person without an undertaking, from the first run to the closed finding', () => {
  it('is found, under a masked name', () => {
    const { assessments } = assess();
    expect(assessments[0]?.results.find((result) => result.itemId === pledge().itemId)).toMatchObject({ result: 'fail' });
    expect(pledge()).toMatchObject({ state: 'open', subject: { label: 'S01 李某' } });
    expect(JSON.stringify(assessments)).not.toContain('李明');
  });

  it('does not make a second finding on the next night', () => {
    const before = pledge().number;
    assess();
    expect(pledge().number).toBe(before);
    expect(pledge().recurrences).toBe(0);
  });

  it('cannot be closed before a re-check has passed', () => {
    expect(desk.run('finding', 'verify', pledge().number, '--by', '王芳', '--result', 'pass').exit).toBe(4);
  });

  it('is being rectified once a measure is recorded', () => {
    expectDone(desk.run('finding', 'rectify', pledge().number, '--measure', '已补签承诺书', '--by', '李明'));
    expect(pledge().state).toBe('remediating');
  });

  it('awaits verification when the book shows the undertaking', () => {
    book('personnel', personnel('2026-11-20'));
    assess();
    expect(pledge().state).toBe('awaiting-verification');
  });

  it('is not verified by its owner', () => {
    const refused = desk.run('finding', 'verify', pledge().number, '--by', '李明', '--result', 'pass', '--json');
    expect(refused.exit).toBe(4);
    expect(refused.json()).toMatchObject({ error: { code: 'finding-verifier-is-owner', exit: 4 } });
  });

  it('is closed by another person', () => {
    expectDone(desk.run('finding', 'verify', pledge().number, '--by', '王芳', '--result', 'pass', '--note', '看过原件'));
    expect(pledge().state).toBe('closed');
  });

  it('shows as no longer present when the first run is compared with the last', () => {
    const { comparison } = expectDone(desk.run('assess', 'compare', `A-${year}-0001`, `A-${year}-0003`, '--json')).json<{ comparison: Record<string, { itemId: string }[]> }>();
    expect(comparison['absent']?.map((each) => each.itemId)).toContain(pledge().itemId);
    expect(comparison['new']).toEqual([]);
  });

  it('comes back under its old number when the undertaking is gone again', () => {
    const { number } = pledge();
    book('personnel', personnel(''));
    assess();
    expect(pledge()).toMatchObject({ number, state: 'open', recurrences: 1 });
  });

  it('is printed in a paper that verifies offline, on a desk without records', () => {
    const file = join(desk.home, '自查自评报告.pdf');
    const printed = expectDone(desk.run('report', 'self-assessment', '--output', file, '--json')).json<{ number: string; checkCode: string }>();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const verified = expectDone(desk.run('report', 'verify', file, '--data', join(desk.home, 'nowhere'), '--json'));
    expect(verified.json()).toMatchObject({ conclusion: 'sound', number: printed.number, checkCode: printed.checkCode });
    expect(existsSync(join(desk.home, 'nowhere'))).toBe(false);
    expect(readFileSync(file).includes(Buffer.from('李明'))).toBe(false);
  });

  it('leaves records and a journal that verify to the last byte', () => {
    expect(expectDone(desk.run('store', 'verify', '--deep', '--json')).json()).toMatchObject({ problems: [] });
    expectDone(desk.run('journal', 'verify'));
    const { frames } = expectDone(desk.run('journal', 'list', '--limit', '100', '--json')).json<{ frames: { kind: string; actor: { person: string } }[] }>();
    expect(frames.map((frame) => frame.kind)).toEqual(expect.arrayContaining(['store.created', 'register.imported', 'register.confirmed', 'assessment.recorded', 'finding.rectified', 'finding.verified', 'report.issued']));
  });
});
