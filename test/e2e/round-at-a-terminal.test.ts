import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zhCn } from '#messages/zh-cn.js';
import { openStore } from '#store/store.js';
import { atTerminal, noTerminal, terminalNote } from './terminal.js';
import { expectDone, foundedDesk, root, year, type Desk } from './zicha.js';

const enter = '\r';
const key = zhCn['ask.key'];

/** An office whose `people` have been asked to check themselves. */
function asked(people: number): Desk {
  const desk = foundedDesk();
  desk.run('register', 'add', 'departments', '--set', 'no=D1', '--set', 'name=办公室');
  for (let no = 1; no <= people; no += 1) desk.run('register', 'add', 'staff', '--set', `no=S0${String(no)}`, '--set', `name=人${String(no)}`, '--set', 'dept=D1', '--set', 'state=在职');
  expectDone(desk.run('round', 'open', '--level', 'staff', '--period', year));
  return desk;
}

async function answersOf(desk: Desk): Promise<number> {
  const store = await openStore(desk.data, { readOnly: true });
  try {
    return Object.keys(store.read().answers).length;
  } finally {
    await store.close();
  }
}

describe.skipIf(noTerminal)('a round at a terminal', () => {
  const walk = ['assess', 'answer', '--round', `Z-${year}-0001`, '--subject', 'S01'];

  it(`one question a screen, digits only, full-width too; begins again at the first open one${terminalNote}`, async () => {
    const desk = asked(1);
    const first = await atTerminal(desk.home, walk, [[key, `1${enter}`], [key, `２${enter}`], [zhCn['ask.fact'], `培训缺一次${enter}`], [zhCn['ask.department'], `办公室${enter}`], [zhCn['ask.due'].slice(0, 4), `${year}-12-31${enter}`], [key, `0${enter}`]]);
    expect([first.exit, await answersOf(desk)]).toEqual([0, 2]);
    const again = await atTerminal(desk.home, walk, [[key, `9${enter}`], [zhCn['ask.section'].replace('{count}', '2'), `1${enter}`], [key, `0${enter}`]]);
    expect(again.screen).toContain('第 3/19 题');
    const { lines } = desk.run('round', 'show', `Z-${year}-0001`, '--json').json<{ lines: readonly { answer?: { value: string; bulk: boolean; fact?: string } }[] }>();
    expect(lines.slice(0, 5).map(({ answer }) => [answer?.value, answer?.bulk, answer?.fact])).toEqual([['pass', false, undefined], ['fail', false, '培训缺一次'], ['pass', true, undefined], ['pass', true, undefined], [undefined, undefined, undefined]]);
  });

  it(`killed at fifty moments it loses at most the answer being typed${terminalNote}`, { timeout: 300_000 }, async () => {
    const desk = asked(9);
    let told = 0;
    for (let life = 0; life < 50; life += 1) {
      told += await mortalWalk(desk, `S0${String(1 + (life % 9))}`, 500 + ((life * 7919) % 1300));
      const kept = await answersOf(desk);
      // What the screen said was recorded is; of what was being typed when a life ended, at most that one answer may be there too.
      expect([kept >= told, kept - told <= life + 1]).toEqual([true, true]);
    }
    expect(told).toBeGreaterThan(20);
    expect(expectDone(desk.run('store', 'verify', '--deep', '--json')).json()).toMatchObject({ problems: [] });
  });
});

/** Answers “in order” to whatever is asked until the program is killed with the signal no program can catch. */
async function mortalWalk(desk: Desk, subject: string, after: number): Promise<number> {
  const command = ['exec', process.execPath, join(root, 'bin/run.js'), 'assess', 'answer', '--round', `Z-${year}-0001`, '--subject', subject].map((word) => `'${word}'`).join(' ').replace("'exec'", 'exec');
  const child = spawn('/usr/bin/script', ['-qec', command, '/dev/null'], { cwd: desk.home, env: { HOME: desk.home, PATH: '/usr/bin:/bin', TERM: 'xterm', TMPDIR: tmpdir(), SHELL: '/bin/sh', LANG: 'C.UTF-8', ZICHA_DATA: desk.data } });
  let screen = '';
  let since = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    since += text;
    if (!since.includes(key)) return;
    since = '';
    child.stdin.write(`1${enter}`);
  });
  child.stdin.on('error', () => undefined);
  const timer = setTimeout(() => {
    const pid = readFileSync(`/proc/${String(child.pid)}/task/${String(child.pid)}/children`, 'utf8').trim().split(' ')[0] ?? '';
    if (pid !== '') process.kill(Number(pid), 'SIGKILL');
  }, after);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return screen.split(zhCn['walk.recorded']).length - 1;
}
