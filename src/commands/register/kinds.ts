import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { kindRows } from '#cli/screens/register-rows.js';
import { registerGroups } from '#domain/register.js';
import { listKinds, type KindLine } from '#workflows/list-registers.js';

export default class RegisterKinds extends DeskCommand<typeof RegisterKinds> {
  static override flags = { group: Flags.string({ options: [...registerGroups] }) };

  async run(): Promise<{ readonly kinds: readonly KindLine[] }> {
    const kinds = await listKinds(this.desk, this.flags.group);
    this.print(...kindRows(kinds, this.say, this.width));
    this.next('zicha register template personnel --output personnel.xlsx');
    return this.finish({ kinds });
  }
}
