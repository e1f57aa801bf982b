import { readlinkSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { installKinds, type InstallRecord, type Removal } from '#domain/installation.js';
import { recordUninstall } from '#workflows/record-install.js';
import { stopAgent } from '../stop-agent.js';
import { textIfThere } from './entry-files.js';
import { ownerOf } from './entry.js';
import type { InstallSetting } from './install-agent.js';
import { ownEntryPath, removeCommands, wantsLink } from './install-plan.js';
import { readInstallRecord } from './install-record.js';
import { removeEntry } from './remove-entry.js';
import { unitName } from './systemd-user-unit.js';
import { stepUserSystemd } from './user-systemd.js';

/** Stops the agent and removes what install made, nothing more. */
export async function uninstallAgent(setting: InstallSetting, by: string | undefined): Promise<Removal> {
  const { desk } = setting;
  const record = readInstallRecord(desk.folder) ?? recordByMark(setting);
  if (record === undefined) throw new AppError('agent-not-installed', { kind: 'systemd-user / autostart' });
  const link = record.kind === 'systemd-user' ? await linkRemoved(setting, record) : [];
  const stopped = await stopAgent(desk.folder);
  const { removed, kept } = removeEntry(desk.folder, record.kind, record);
  if (record.kind === 'systemd-user') await stepUserSystemd(setting.systemd, [['daemon-reload']]);
  await recordUninstall(desk, by, { kind: record.kind, files: [...link, ...removed] });
  return { kind: record.kind, removed: [...link, ...removed], kept: [...kept], commands: [...removeCommands(record.kind)], stoppedPid: stopped?.pid ?? null };
}

// The record may be lost: an entry in its usual place still carries our mark.
function recordByMark({ desk, places }: InstallSetting): InstallRecord | undefined {
  const found = installKinds.flatMap((kind) => {
    const entry = ownEntryPath(kind, places);
    const text = entry === undefined ? undefined : textIfThere(entry);
    return entry === undefined || text === undefined || ownerOf(text, desk.folder) !== 'ours' ? [] : [{ kind, entry }];
  });
  const [first] = found;
  return first && { kind: first.kind, entries: [first.entry], folders: [], at: desk.door.now(), version: desk.program.version };
}

// systemd takes its own link away, but only where it answers.
async function linkRemoved({ places, systemd }: InstallSetting, { entries }: InstallRecord): Promise<readonly string[]> {
  const link = wantsLink(places);
  const isOurs = leadsTo(link, entries);
  await stepUserSystemd(systemd, [['disable', '--now', unitName]]);
  if (!isOurs) return [];
  rmSync(link, { force: true });
  return [link];
}

function leadsTo(link: string, entries: readonly string[]): boolean {
  try {
    return entries.includes(resolve(dirname(link), readlinkSync(link)));
  } catch {
    // No link.
    return false;
  }
}
