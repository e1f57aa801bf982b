import { stopAgent, type StoppedAgent } from '#agent/stop-agent.js';
import { DeskCommand } from '#cli/desk-command.js';
import { AppError } from '#domain/app-error.js';

export default class AgentStop extends DeskCommand<typeof AgentStop> {
  async run(): Promise<StoppedAgent> {
    const stopped = await stopAgent(this.dataFolder);
    if (stopped === undefined) throw new AppError('agent-not-running');
    this.print(this.say('stop.done', { pid: stopped.pid }));
    this.next('zicha agent start');
    return this.finish(stopped);
  }
}
