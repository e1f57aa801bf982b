import { Flags } from '@oclif/core';
import { uninstallAgent } from '#agent/install/uninstall-agent.js';
import { InstallCommand } from '#cli/install-command.js';
import { removalPage } from '#cli/screens/install-page.js';
import type { Removal } from '#domain/installation.js';

export default class AgentUninstall extends InstallCommand<typeof AgentUninstall> {
  static override flags = { by: Flags.string() };

  async run(): Promise<Removal> {
    const removal = await uninstallAgent(this.installSetting, this.flags.by);
    this.print(...removalPage(removal, this.say));
    this.next('zicha agent install');
    return this.finish(removal);
  }
}
