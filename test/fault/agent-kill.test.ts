import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deskWithJob, ledgerOf, startAgent } from '../e2e/agent.js';
import { expectDone, type Desk } from '../e2e/zicha.js';

const kills = 50;
const side = 2;

/** Kills one agent after another in the middle of the same run, then lets one finish. */
async function killed(desk: Desk, times: number, first: number): Promise<void> {
  for (let kill = 0; kill < times; kill += 1) {
    const agent = startAgent(desk, ['once']);
    // From before the store is open to after the job's own program has written: a run takes about a second.
    await wait(150 + ((first + kill * side) * 1_100) / kills);
    agent.child.kill('SIGKILL');
    await agent.exit;
  }
}

describe('an agent that is killed at fifty moments of a run', () => {
  it('does the job in the end, exactly once, with sound records', async () => {
    const desks = await Promise.all(Array.from({ length: side }, () => deskWithJob()));
    await Promise.all(desks.map((desk, index) => killed(desk, kills / side, index)));
    for (const desk of desks) {
      // Tries that were cut short are counted; after three the slot is failed for good, and says why.
      await wait(1_500);
      desk.run('agent', 'once');
      const [slot, ...others] = ledgerOf(desk);
      expect(others).toEqual([]);
      expect(['done', 'failed']).toContain(slot?.state);
      const { assessments } = expectDone(desk.run('assess', 'list', '--json')).json<{ assessments: { trigger: string }[] }>();
      expect(assessments.length).toBe(slot?.state === 'done' ? 1 : 0);
      expect(expectDone(desk.run('store', 'verify', '--deep', '--json')).json()).toMatchObject({ problems: [] });
    }
  });
});
