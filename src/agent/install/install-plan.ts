import { join } from 'node:path';
import type { InstallKind } from '#domain/installation.js';
import type { Say } from '#messages/say.js';
import { desktopAutostart, desktopName } from './desktop-autostart.js';
import type { Entry } from './entry.js';
import { shellWord } from './login-line.js';
import { systemdSystemUnit } from './systemd-system-unit.js';
import { systemdUserUnit, unitName } from './systemd-user-unit.js';
import { windowsTask, windowsTaskText } from './windows-task.js';

/** Where a person's own files are. */
export interface UserPlaces {
  readonly home: string;
  /** XDG_CONFIG_HOME, or `.config` in the home folder. */
  readonly config: string;
  /** The account as units and tasks name it. */
  readonly account: string;
}

/** What a plan is made from. */
export interface PlanGiven {
  readonly entry: Entry;
  readonly places: UserPlaces;
  /** Where an entry for an administrator is written. */
  readonly output: string | undefined;
  /** Folders that backup jobs write to. */
  readonly backups: readonly string[];
}

/** The entry to write, and what a person has to type besides. */
export interface InstallPlan {
  readonly kind: InstallKind;
  /** Where the entry goes; undefined where it is only printed. */
  readonly path: string | undefined;
  readonly text: string;
  readonly bytes: Buffer;
  readonly commands: readonly string[];
}

/** Everything install would write, from its arguments alone. */
export function planInstall(kind: InstallKind, { entry, places, output, backups }: PlanGiven, say: Say): InstallPlan {
  const words = { name: say('install.entry-name'), comment: say('install.entry-comment') };
  const text = {
    'systemd-user': () => systemdUserUnit(entry),
    autostart: () => desktopAutostart(entry, words),
    'systemd-system': () => systemdSystemUnit(entry, places.account, backups),
    'windows-task': () => windowsTaskText(entry, places.account, words.comment),
  }[kind]();
  const bytes = kind === 'windows-task' ? windowsTask(entry, places.account, words.comment) : Buffer.from(text);
  return { kind, path: ownEntryPath(kind, places) ?? output, text, bytes, commands: installCommands(kind, output) };
}

/** The user's own place of an entry; undefined where an administrator puts it in place. */
export function ownEntryPath(kind: InstallKind, { config }: UserPlaces): string | undefined {
  if (kind === 'systemd-user') return join(config, 'systemd', 'user', unitName);
  return kind === 'autostart' ? join(config, 'autostart', desktopName) : undefined;
}

/** The link that `systemctl --user enable` makes. */
export function wantsLink({ config }: UserPlaces): string {
  return join(config, 'systemd', 'user', 'default.target.wants', unitName);
}

const systemUnit = `/etc/systemd/system/${unitName}`;
const windowsName = String.raw`"\Zicha\agent"`;

function installCommands(kind: InstallKind, output: string | undefined): readonly string[] {
  if (kind === 'systemd-system') return [`sudo install -m 644 ${shellWord(output ?? unitName)} ${systemUnit}`, `sudo systemctl daemon-reload && sudo systemctl enable --now ${unitName}`];
  return kind === 'windows-task' ? [`schtasks /Create /TN ${windowsName} /XML "${output ?? 'zicha-agent.xml'}"`] : [];
}

export function removeCommands(kind: InstallKind): readonly string[] {
  if (kind === 'systemd-system') return [`sudo systemctl disable --now ${unitName}`, `sudo rm ${systemUnit} && sudo systemctl daemon-reload`];
  return kind === 'windows-task' ? [`schtasks /Delete /TN ${windowsName} /F`] : [];
}
