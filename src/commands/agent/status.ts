import { agentStatus, type AgentStatus as AgentStatusView } from '#workflows/agent-status.js';
import { DeskCommand } from '#cli/desk-command.js';
import { agentStatusPage } from '#cli/screens/agent-status-page.js';
import type { ExitName } from '#domain/exit-code.js';

export default class AgentStatus extends DeskCommand<typeof AgentStatus> {
  async run(): Promise<AgentStatusView> {
    const status = await agentStatus(this.desk);
    this.print(...agentStatusPage(status, this.say, this.width));
    this.next(status.jobs.length === 0 ? 'zicha schedule add' : status.state === 'alive' ? 'zicha schedule log' : 'zicha agent start');
    return this.finish(status, exitOf(status));
  }
}

// A watch that should run and does not, or that lets a night pass, is no success.
function exitOf({ state, jobs, overdue }: AgentStatusView): ExitName {
  if (overdue || state === 'stale') return 'incomplete';
  return state === 'stopped' && jobs.some(({ job }) => job.enabled) ? 'notReady' : 'done';
}
