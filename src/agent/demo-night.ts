import { localTime } from '#calendar/local-time.js';
import type { Slot } from '#domain/slot.js';
import { agentStatus, type AgentStatus } from '#workflows/agent-status.js';
import { officeZone } from '#workflows/door.js';
import { addJob } from '#workflows/schedule-jobs.js';
import { runOnce, type AgentSetting } from './run-agent.js';

/** What the night watch did for the demo office. */
export interface DemoNight {
  readonly slots: readonly Slot[];
  readonly status: AgentStatus;
}

const minutes = 60_000;

/** Gives the demo office a daily job that fell due this very minute, and lets the night watch do it as on any other day. */
export async function demoNight(setting: AgentSetting): Promise<DemoNight> {
  const { desk } = setting;
  const now = desk.door.now();
  await addJob(desk, desk.say('demo.job'), {
    rhythm: { kind: 'day', at: localTime(now, officeZone).slice(11) },
    action: { kind: 'assess', checklistIds: ['terminal'], report: false },
    since: new Date(Date.parse(now) - 5 * minutes).toISOString(),
  });
  const slots = await runOnce(setting, new Promise(() => undefined));
  return { slots, status: await agentStatus(desk) };
}
