import { runAgent } from '#agent/run-agent.js';
import { AgentCommand } from '#cli/agent-command.js';
import { toldToStop } from '#cli/agent-setting.js';
import type { Slot } from '#domain/slot.js';

export default class AgentRun extends AgentCommand<typeof AgentRun> {
  async run(): Promise<{ readonly ended: readonly Slot[] }> {
    const stopped = toldToStop();
    this.note(this.say('agent.watching', { folder: this.dataFolder }));
    const ended = await runAgent(this.setting, stopped);
    this.print(this.say('agent.ended', { count: ended.length }));
    this.next('zicha agent status');
    return this.finish({ ended });
  }
}
