import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { tableLines } from '#cli/table.js';
import { readAgentLog, type AgentLogLine } from '#workflows/agent-log.js';
import { minuteOf } from '#workflows/door.js';

export default class AgentLogs extends DeskCommand<typeof AgentLogs> {
  static override flags = { limit: Flags.integer({ default: 20, min: 1, max: 10_000 }) };

  async run(): Promise<{ readonly lines: readonly AgentLogLine[] }> {
    const { say } = this;
    const lines = readAgentLog(this.dataFolder, this.flags.limit);
    const columns = [{ title: say('column.at') }, { title: say('column.event') }, { title: say('column.detail'), wide: true }];
    if (lines.length === 0) this.print(say('logs.none'));
    else this.print(...tableLines(columns, lines.map(({ at, code, text }) => [minuteOf(at), code, text]), this.width));
    this.next('zicha agent status');
    return this.finish({ lines });
  }
}
