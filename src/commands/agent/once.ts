import { Flags } from '@oclif/core';
import { runOnce } from '#agent/run-agent.js';
import { AgentCommand } from '#cli/agent-command.js';
import { endWithParent, toldToStop } from '#cli/agent-setting.js';
import { slotLines } from '#cli/screens/agent-status-page.js';
import type { Slot } from '#domain/slot.js';
import { runSlot } from '#workflows/run-slot.js';

export default class AgentOnce extends AgentCommand<typeof AgentOnce> {
  static override flags = {
    slot: Flags.string({ dependsOn: ['attempt'], hidden: true }),
    attempt: Flags.string({ hidden: true }),
    'no-paper': Flags.boolean({ hidden: true }),
  };

  async run(): Promise<{ readonly ended: readonly Slot[] }> {
    const { slot, attempt } = this.flags;
    const ended = slot === undefined || attempt === undefined ? await runOnce(this.setting, toldToStop()) : await this.#runGiven(slot, attempt);
    this.print(...(ended.length === 0 ? [this.say('agent.nothing-due')] : slotLines(ended, this.say)));
    this.next('zicha agent status');
    return this.finish({ ended }, ended.every((each) => each.state === 'done') ? 'done' : 'incomplete');
  }

  // The agent's own child: it does one slot that was begun for it, and ends with the agent.
  async #runGiven(slot: string, attempt: string): Promise<readonly Slot[]> {
    endWithParent();
    return [await runSlot(this.desk, slot, attempt, !this.flags['no-paper'])];
  }
}
