import { startAgent, type StartedAgent } from '#agent/start-agent.js';
import { InstallCommand } from '#cli/install-command.js';
import { minuteOf } from '#workflows/door.js';

export default class AgentStart extends InstallCommand<typeof AgentStart> {
  async run(): Promise<StartedAgent> {
    const started = await startAgent(this.installSetting);
    this.print(this.say(`start.${started.by}`, { pid: started.pid, since: minuteOf(started.startedAt) }));
    this.next('zicha agent status');
    return this.finish(started);
  }
}
