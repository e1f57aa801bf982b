import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectDone, foundedDesk, newDesk, type Desk } from './zicha.js';

let desk: Desk;
let disk: string;

beforeAll(() => {
  desk = foundedDesk();
  disk = mkdtempSync(join(desk.home, 'disk-'));
  for (const folder of ['etc', 'usr/bin', 'var/log', 'home']) mkdirSync(join(disk, folder), { recursive: true });
  writeFileSync(join(disk, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/bash\nadmin:x:0:0::/root:/bin/bash\n');
  writeFileSync(join(disk, 'etc/os-release'), 'ID=debian\nVERSION_ID=12\n');
  // On this machine there is one such file; on the disk the link leads nowhere.
  symlinkSync('/etc/shadow', join(disk, 'etc/shadow'));
});

function run(...args: readonly string[]): ReturnType<Desk['run']> {
  return desk.run('assess', 'run', '--checklist', 'terminal-internal', ...args);
}

describe('assess run --root', () => {
  it('says on the screen, in --json and in the report that a folder was judged and not this machine', () => {
    const words = new RegExp(`检查对象为文件夹 ${disk}，不是本机`);
    expect(run('--root', disk).stdout.replaceAll('\n', '')).toMatch(words);
    const outcome = run('--root', disk, '--json');
    const [assessment] = outcome.json<{ assessments: { number: string; root: string; trigger: string; results: { itemId: string; result: string }[] }[]; findings: unknown[] }>().assessments;
    expect(assessment).toMatchObject({ root: disk, trigger: 'replay' });
    const result = (id: string): string | undefined => assessment?.results.find((each) => each.itemId === id)?.result;
    expect([result('TERM-04'), result('TERM-08')]).toEqual(['fail', 'unknown']);
    expect(desk.run('assess', 'show').stdout.replaceAll('\n', '')).toMatch(words);
    expect(desk.run('assess', 'list').stdout).toContain('不是本机');
    const number = assessment?.number ?? '';
    const xml = join(desk.home, 'run.xml');
    expectDone(desk.run('assess', 'export', number, '--format', 'xccdf', '--output', xml));
    expect(readFileSync(xml, 'utf8')).toMatch(words);
    const paper = join(desk.home, 'run.md');
    expectDone(desk.run('report', 'self-assessment', '--assessment', number, '--format', 'md', '--output', paper));
    expect(readFileSync(paper, 'utf8')).toMatch(words);
  });

  it('opens no finding and does not count as a check of this machine', () => {
    run('--root', disk);
    expect(desk.run('finding', 'list', '--json').json()).toEqual({ findings: [] });
    expect(desk.run('report', 'self-assessment').stderr).toContain('assessment-none');
  });

  it.each([
    ['together with --facts', (): string[] => ['--root', disk, '--facts', 'facts.json'], 2, 'usage-flags-conflict'],
    ['a folder that is not there', (): string[] => ['--root', join(disk, 'none')], 4, 'root-unreadable'],
    ['a file', (): string[] => ['--root', join(disk, 'etc/passwd')], 4, 'root-unreadable'],
    ['this machine', (): string[] => ['--root', '/'], 4, 'root-is-this-machine'],
    ['this machine under another name', (): string[] => ['--root', '/proc/self/root'], 4, 'root-is-this-machine'],
    ['a folder without a system in it', (): string[] => ['--root', join(disk, 'var')], 4, 'root-not-a-system'],
  ])('%s is refused, with what to do', (_what, args, exit, code) => {
    const outcome = run(...args(), '--json');
    expect(outcome.exit).toBe(exit);
    const { error } = outcome.json<{ error: { code: string; cure: string } }>();
    expect([error.code, error.cure !== '']).toEqual([code, true]);
  });

  it('is refused on a classified machine before the folder is looked at', () => {
    const classified = newDesk();
    expectDone(classified.run('init', '--no-input', '--unit', '东湖区示例局', '--mode', 'classified'));
    const outcome = classified.run('assess', 'run', '--root', join(disk, 'none'), '--json');
    expect([outcome.exit, outcome.json<{ error: { code: string } }>().error.code]).toEqual([3, 'root-classified']);
  });
});
