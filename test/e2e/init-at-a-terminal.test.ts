import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { zhCn } from '#messages/zh-cn.js';
import { atTerminal, noTerminal, terminalNote } from './terminal.js';
import { newDesk } from './zicha.js';

const enter = '\r';

describe.skipIf(noTerminal)('init at a terminal', () => {
  it(`asks at most eight questions and sets the unit up${terminalNote}`, async () => {
    const desk = newDesk();
    const questions = [zhCn['ask.unit'], zhCn['ask.mode'], zhCn['ask.network'], zhCn['ask.scope'], zhCn['ask.has'], zhCn['ask.officer']] as const;
    expect(questions.length).toBeLessThanOrEqual(8);
    const replies = questions.map((question, index) => [question, index === 0 ? `东湖区示例局${enter}` : enter] as const);
    const { exit } = await atTerminal(desk.home, ['init'], replies);
    expect(exit).toBe(0);
    expect(desk.run('status', '--json').json()).toMatchObject({ identity: { unit: '东湖区示例局', mode: 'non-classified', network: 'internal' } });
  });

  it.each([0, 1, 4])(`leaves nothing behind when it is cancelled at question %i${terminalNote}`, async (at) => {
    const desk = newDesk();
    const questions = [zhCn['ask.unit'], zhCn['ask.mode'], zhCn['ask.network'], zhCn['ask.scope'], zhCn['ask.has']];
    const replies = questions.slice(0, at + 1).map((question, index) => [question, index === at ? '\u0003' : index === 0 ? `东湖区示例局${enter}` : enter] as const);
    const { exit, screen } = await atTerminal(desk.home, ['init'], replies);
    expect(exit).toBe(130);
    expect(screen).toContain('interrupted');
    expect(existsSync(desk.data)).toBe(false);
  });
});
