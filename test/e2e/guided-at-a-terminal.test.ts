import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zhCn } from '#messages/zh-cn.js';
import { atTerminal, noTerminal, terminalNote } from './terminal.js';
import { foundedDesk, year, type Desk } from './zicha.js';

const enter = '\r';

function office(): Desk {
  const desk = foundedDesk();
  desk.run('register', 'add', 'departments', '--set', 'no=D1', '--set', 'name=办公室');
  for (const [no, name] of [['S01', '赵敏'], ['S02', '张伟']] as const) desk.run('register', 'add', 'staff', '--set', `no=${no}`, '--set', `name=${name}`, '--set', 'dept=D1', '--set', 'state=在职');
  return desk;
}

describe.skipIf(noTerminal)('flows at a terminal', () => {
  it(`lending asks for what was not said${terminalNote}`, async () => {
    const desk = office();
    for (const book of ['carriers', 'incoming', 'loans']) desk.run('register', 'allow', book, '--by', '王某', '--date', `${year}-01-05`, '--document', '7号');
    desk.run('carrier', 'receive', 'C-1', '--keeper', 'S01', '--copies', '1');
    const { exit } = await atTerminal(desk.home, ['carrier', 'lend', 'C-1'], [[zhCn['flag.borrower'], `张伟${enter}`], [zhCn['flag.due-at'], `2199-01-01${enter}`], [zhCn['flag.approver'], `S01${enter}`]]);
    expect(exit).toBe(0);
    expect(desk.run('register', 'show', 'carriers', 'C-1', '--json').json()).toMatchObject({ rows: [{ cells: { state: '借出' } }] });
  });

  it(`onboarding asks for the next step and stops where the officer stops${terminalNote}`, async () => {
    const desk = office();
    const first = zhCn['ask.step'].replace('{step}', zhCn['step.post']);
    const { exit, screen } = await atTerminal(desk.home, ['personnel', 'onboard', 'S02'], [
      [first, `y${enter}`], [zhCn['flag.post'], `文件管理${enter}`], [zhCn['flag.post-level'], `一般${enter}`], [zhCn['flag.level'], `一般${enter}`], [zhCn['ask.step'].replace('{step}', zhCn['step.vetting']), `n${enter}`],
    ]);
    expect(exit).toBe(0);
    expect(screen).toContain('已办 2 步，共 8 步');
  });

  it(`an unknown header is asked once, and not again${terminalNote}`, async () => {
    const desk = office();
    writeFileSync(join(desk.home, 'rooms.csv'), '部门编号,部门名称,排序\nD2,业务科,1\n');
    const { exit } = await atTerminal(desk.home, ['register', 'import', 'departments', 'rooms.csv'], [[zhCn['ask.header'].replace('{header}', '排序'), enter]]);
    expect(exit).toBe(0);
    expect(desk.run('register', 'import', 'departments', 'rooms.csv', '--json').json()).toMatchObject({ unchanged: 1, wrong: 0, unknownHeaders: [] });
  });
});
