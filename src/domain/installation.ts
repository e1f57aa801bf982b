import { z } from 'zod';
import { AgentSettings } from './agent-settings.js';
import { IsoInstant } from './primitives.js';

/** What wakes the night watch: the user's own systemd, the desktop's autostart, or an entry that an administrator puts in place. */
export const installKinds = ['systemd-user', 'autostart', 'systemd-system', 'windows-task'] as const;
export type InstallKind = (typeof installKinds)[number];

/** What became of asking the user's systemd to start the agent. */
export const supervisorStates = ['started', 'not-reachable', 'failed', 'not-asked'] as const;

export const writtenParts = ['entry', 'link', 'login-line', 'notice', 'record'] as const;
export const WrittenFile = z.strictObject({ part: z.enum(writtenParts), path: z.string() });

/** What `agent install` did, or would do. */
export const Installation = z.strictObject({
  kind: z.enum(installKinds),
  dryRun: z.boolean(),
  files: z.array(WrittenFile),
  /** The entry itself. */
  text: z.string(),
  /** What a person still has to type; the program types none of it. */
  commands: z.array(z.string()),
  supervisor: z.enum(supervisorStates),
  detail: z.string(),
  settings: AgentSettings,
  notice: z.string(),
});

/** What `agent uninstall` took away, and what it left because somebody had changed it. */
export const Removal = z.strictObject({
  kind: z.enum(installKinds),
  removed: z.array(z.string()),
  kept: z.array(z.string()),
  commands: z.array(z.string()),
  stoppedPid: z.int().nullable(),
});

/** `agent/install.json`: exactly what install made, so that uninstall removes exactly this. */
export const InstallRecord = z.strictObject({
  kind: z.enum(installKinds),
  entries: z.array(z.string()),
  profile: z.strictObject({ path: z.string(), created: z.boolean() }).optional(),
  /** Folders that were not there before, outermost first. */
  folders: z.array(z.string()),
  at: IsoInstant,
  version: z.string(),
});
export type WrittenFile = z.infer<typeof WrittenFile>;
export type Installation = z.infer<typeof Installation>;
export type Removal = z.infer<typeof Removal>;
export type InstallRecord = z.infer<typeof InstallRecord>;
