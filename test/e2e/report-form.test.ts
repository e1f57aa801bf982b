import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { expectDone, foundedDesk, newDesk, readJson, root, year } from './zicha.js';

const obeys = new Ajv2020({ strict: false, validateFormats: false }).compile(readJson(join(root, 'docs/schemas/report-form.schema.json')));

describe('zicha report form', () => {
  it('prints a blank form on the first day, before there are records', () => {
    const desk = newDesk();
    const { stdout, stderr } = expectDone(desk.run('report', 'form', 'vetting', '--blank'));
    const path = join(desk.home, 'vetting-blank.pdf');
    expect(stdout).toContain(path);
    expect(stderr).toContain('下一步');
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    expect(existsSync(desk.data)).toBe(false);
    expect(desk.run('report', 'verify', path).exit).toBe(4);
  });

  it('prints a book as a paper that verifies, and lists it', () => {
    const desk = foundedDesk();
    expectDone(desk.run('register', 'add', 'departments', '--set', 'no=D01', '--set', 'name=办公室'));
    const printed = expectDone(desk.run('report', 'form', 'departments', '--output', 'departments.pdf', '--json')).json<{ rows: number; pages: number; issued: { number: string } }>();
    expect(obeys(printed)).toBe(true);
    expect(printed).toMatchObject({ rows: 1, pages: 1, issued: { number: `R-${year}-0001` } });
    expect(expectDone(desk.run('report', 'verify', 'departments.pdf')).stdout).toContain('没有需要复算的分数');
    expect(expectDone(desk.run('report', 'list')).stdout).toContain(`R-${year}-0001`);
    expect(obeys(expectDone(desk.run('report', 'form', 'departments', '--blank', '--rows', '3', '--json')).json())).toBe(true);
  });

  it.each<[number, ...string[]]>([
    [2, 'personnel', '--rows', '3'],
    [2, 'personnel', '--blank', '--rows', '501'],
    [2, 'personnel', '--blank', '--key', 'S01'],
    [3, 'personnel'],
    [4, 'no-such-book', '--blank'],
  ])('exit %i: report form %s', (exit, ...args) => {
    expect(newDesk().run('report', 'form', ...args).exit).toBe(exit);
  });
});
