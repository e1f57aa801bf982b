import type { Command } from '@oclif/core';
import { isDemoFolder } from '#workflows/demo-mark.js';
import type { Desk } from '#workflows/desk.js';
import { BaseCommand } from './base-command.js';
import { realDoor } from './surroundings.js';

/** A command that works on the office's records. */
export abstract class DeskCommand<T extends typeof Command> extends BaseCommand<T> {
  protected get desk(): Desk {
    return { program: { root: this.config.root, version: this.config.version }, folder: this.dataFolder, door: realDoor, say: this.say };
  }

  protected override get mark(): string | undefined {
    return isDemoFolder(this.dataFolder) ? this.say('demo.line') : undefined;
  }
}
