import type { Command } from '@oclif/core';
import type { Desk } from '#workflows/desk.js';
import { AgentCommand } from './agent-command.js';
import type { ShownDemo } from './show-demo.js';
import { defaultDataFolder } from './surroundings.js';

/** A command on the invented office; it never touches the office's own records. */
export abstract class DemoCommand<T extends typeof Command> extends AgentCommand<T> {
  protected get demoDesk(): Desk {
    const desk = this.desk;
    return this.flags.data === undefined ? { ...desk, folder: `${defaultDataFolder()}-demo` } : desk;
  }

  protected get silent(): boolean {
    return this.flags.quiet || this.jsonEnabled();
  }

  /** The screen of a demo, what the night watch did after it, and the command that goes on from it. */
  protected showOutcome({ demo, screen }: ShownDemo, night: readonly string[]): void {
    this.print(...screen(this.width), '', ...night);
    this.note(`${this.say('label.next')}  zicha status --data ${demo.folder}`);
  }
}
