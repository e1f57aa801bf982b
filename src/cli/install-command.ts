import type { Command } from '@oclif/core';
import { AgentCommand } from './agent-command.js';
import { systemdEnvironment, userPlaces } from './user-places.js';

/** A command that installs, removes, starts or stops the night watch of the person who asks. */
export abstract class InstallCommand<T extends typeof Command> extends AgentCommand<T> {
  protected get installSetting() {
    return { ...this.setting, platform: process.platform, places: userPlaces(), systemd: systemdEnvironment() };
  }
}
