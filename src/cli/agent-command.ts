import type { Command } from '@oclif/core';
import { agentEnvironment, notifySocket, ownScript, startedBy } from './agent-setting.js';
import { DeskCommand } from './desk-command.js';

/** A command of the night watch. */
export abstract class AgentCommand<T extends typeof Command> extends DeskCommand<T> {
  protected get setting() {
    return {
      desk: this.desk,
      node: process.execPath,
      script: ownScript(this.config.root),
      environment: agentEnvironment(),
      startedBy: startedBy(),
      notifySocket: notifySocket(),
    };
  }
}
