import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addJob } from '#workflows/schedule-jobs.js';
import { scheduledUnit } from '../fixtures/agent/jobs.js';
import { minute, SimulatedMachine } from '../fixtures/agent/simulated-machine.js';

const start = '2026-01-01T00:00:00.000Z';
const mega = 1024 * 1024;

function handles(): number {
  return readdirSync('/proc/self/fd').length;
}

describe('a night watch that never rests', () => {
  it('has after 2,000 runs no more handles and hardly more memory than after 200', async () => {
    const { desk } = await scheduledUnit(start);
    await addJob(desk, '每分钟', { rhythm: { kind: 'cron', expression: '* * * * *' }, action: { kind: 'assess', checklistIds: [], report: false } });
    const machine = new SimulatedMachine(desk.folder, start);
    await machine.powerOn();
    let before = { heap: 0, handles: 0 };
    for (let run = 1; run <= 2_000; run += 1) {
      machine.time = Date.parse(start) + run * 2 * minute + 1_000;
      await machine.tick();
      if (run === 200) before = { heap: process.memoryUsage().heapUsed, handles: handles() };
    }
    expect(machine.completions.size).toBeGreaterThanOrEqual(2_000);
    expect(handles()).toBeLessThanOrEqual(before.handles + 1);
    expect(process.memoryUsage().heapUsed - before.heap).toBeLessThan(20 * mega);
  });
});
