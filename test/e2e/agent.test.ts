import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { deskWithJob, healthOf, ledgerOf, logOf, startAgent, until } from './agent.js';
import { expectDone, foundedDesk, newDesk, readJson, root, type Outcome } from './zicha.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

function problemsOf(name: string, outcome: Outcome): unknown {
  const validate = ajv.compile(readJson(join(root, 'docs/schemas', `${name}.schema.json`)));
  return validate(outcome.json()) ? [] : validate.errors?.slice(0, 3);
}

describe('the night watch', () => {
  it('does what is due once, and not again', async () => {
    const desk = await deskWithJob();
    const first = desk.run('agent', 'once', '--json');
    expect(problemsOf('agent-once', first)).toEqual([]);
    expect([first.exit, desk.run('agent', 'once').exit]).toEqual([0, 0]);
    expect(ledgerOf(desk).map((slot) => [slot.state, slot.attempts])).toEqual([['done', 1]]);
    expect(readFileSync(join(desk.data, 'agent/latest.txt'), 'utf8')).toContain('每日自查');
    expect(readJson(join(desk.data, 'agent/latest.json'))).toMatchObject({ state: 'done' });
  });

  it('lives, says so, is the only one, and ends within five seconds when told', async () => {
    const desk = await deskWithJob();
    const agent = startAgent(desk, ['run']);
    expect(await until(() => logOf(desk).includes('slot-ended'))).toBe(true);
    const status = desk.run('agent', 'status', '--json');
    expect(problemsOf('agent-status', status)).toEqual([]);
    expect([status.exit, desk.run('agent', 'status').exit]).toEqual([0, 0]);
    expect(status.json()).toMatchObject({ state: 'alive', thirtyDays: { due: 1, done: 1, missed: 0 }, last: { state: 'done' } });
    expect(desk.run('agent', 'once', '--json').json()).toMatchObject({ error: { code: 'agent-running', exit: 3 } });
    const told = performance.now();
    agent.child.kill('SIGTERM');
    expect(await agent.exit).toBe(0);
    expect(performance.now() - told).toBeLessThan(5_000);
    expect(desk.run('agent', 'status').exit).toBe(3);
    expect(expectDone(desk.run('journal', 'list', '--json')).stdout).toContain('agent.stopped');
  });

  it('told to stop in the middle of a job, leaves it to be done at the next start', async () => {
    const desk = await deskWithJob({}, 'terminal-internal');
    const agent = startAgent(desk, ['run']);
    expect(await until(() => logOf(desk).includes('slot-begun'))).toBe(true);
    agent.child.kill('SIGTERM');
    expect(await agent.exit).toBe(0);
    const states = ledgerOf(desk).map((slot) => slot.state);
    expect(['waiting', 'done']).toContain(states[0]);
    expectDone(desk.run('agent', 'once'));
    expect(ledgerOf(desk).map((slot) => [slot.state, slot.attempts])).toEqual([['done', 1]]);
  });

  it('says overdue and incomplete when nobody watched, and makes the newest night up, marked late', async () => {
    const threeDays = new Date(Date.now() - 3 * 86_400_000 - 600_000).toISOString();
    const desk = await deskWithJob({ since: threeDays });
    expect(desk.run('agent', 'status').exit).toBe(11);
    expectDone(desk.run('agent', 'once'));
    expect(ledgerOf(desk).map((slot) => slot.state).sort()).toEqual(['done', 'missed', 'missed', 'missed']);
  });

  it('a job whose checklist was spoilt is failed with its reason, not tried for ever', async () => {
    const desk = await deskWithJob({}, 'personnel');
    const own = join(desk.data, 'checklists');
    mkdirSync(own, { mode: 0o700 });
    writeFileSync(join(own, 'personnel.yaml'), 'id: personnel\nbroken: true\n');
    expect(desk.run('agent', 'once').exit).toBe(11);
    expect(ledgerOf(desk)[0]).toMatchObject({ state: 'failed', reason: 'refused' });
  });

  it('does not run on a classified machine', () => {
    const desk = newDesk();
    expectDone(desk.run('init', '--no-input', '--unit', '东湖区示例局', '--mode', 'classified'));
    expect(desk.run('agent', 'once', '--json').json()).toMatchObject({ error: { code: 'agent-classified', exit: 3 } });
    expect(desk.run('agent', 'run', '--json').exit).toBe(3);
  });

  it('prints a paper for a job that asks for one, and the ledger names it', async () => {
    const desk = await deskWithJob({ action: { kind: 'assess', checklistIds: ['key-places'], report: true } });
    expectDone(desk.run('agent', 'once'));
    const [slot] = ledgerOf(desk);
    const { reports } = expectDone(desk.run('report', 'list', '--json')).json<{ reports: { number: string; path: string }[] }>();
    expect(reports.map((report) => report.number)).toEqual([slot?.reportNumber]);
    expectDone(desk.run('report', 'verify', reports[0]?.path ?? ''));
  });

  it('killed without warning, is seen to be gone', async () => {
    const desk = foundedDesk();
    expectDone(desk.run('schedule', 'add', 'weekly', '--every', 'week', '--at', '12:30', '--on', '1', '--do', 'assess run'));
    const agent = startAgent(desk, ['run']);
    expect(await until(() => healthOf(desk) !== undefined)).toBe(true);
    agent.child.kill('SIGKILL');
    await agent.exit;
    await wait(100);
    expect(desk.run('agent', 'status', '--json').json()).toMatchObject({ state: 'stopped' });
    expect(desk.run('agent', 'status').exit).toBe(3);
  });
});
