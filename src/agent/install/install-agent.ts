import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AgentSettings } from '#domain/agent-settings.js';
import { AppError } from '#domain/app-error.js';
import type { Installation, InstallKind, InstallRecord, WrittenFile } from '#domain/installation.js';
import type { Job } from '#domain/job.js';
import { usualBackupFolder } from '#workflows/backup-places.js';
import type { Desk } from '#workflows/desk.js';
import { agentOnFile, recordInstall } from '#workflows/record-install.js';
import { staffNotice } from '#workflows/staff-notice.js';
import { writePaper } from '#workflows/write-paper.js';
import { missingFolders, placeEntry, replaceText, textIfThere } from './entry-files.js';
import { ownerOf, type Entry } from './entry.js';
import { ownEntryPath, planInstall, wantsLink, type InstallPlan, type UserPlaces } from './install-plan.js';
import { keepInstallRecord, noticePath, readInstallRecord, recordPath } from './install-record.js';
import { withLoginLine } from './login-line.js';
import { removeEntry } from './remove-entry.js';
import { unitName } from './systemd-user-unit.js';
import { hasUserSystemd, stepUserSystemd, type SystemdAnswer, type UserEnvironment } from './user-systemd.js';

/** What the front door knows of the person and this program. */
export interface InstallSetting {
  readonly desk: Desk;
  readonly node: string;
  readonly script: string;
  readonly platform: NodeJS.Platform;
  readonly places: UserPlaces;
  readonly systemd: UserEnvironment;
}

/** What the person asked for. */
export interface InstallRequest {
  /** The usual one of this machine unless told. */
  readonly kind: InstallKind | undefined;
  readonly output: string | undefined;
  readonly loginLine: boolean;
  readonly dryRun: boolean;
  readonly settings: Partial<AgentSettings>;
  readonly by: string | undefined;
}

/** Installs for the user who asks, or makes the entry that an administrator puts in place; writes nothing else. */
export async function installAgent(setting: InstallSetting, request: InstallRequest): Promise<Installation> {
  const { desk, places } = setting;
  const { identity, jobs, settings: before } = await agentOnFile(desk);
  const at = desk.door.now();
  const entry: Entry = { node: setting.node, script: setting.script, folder: desk.folder };
  const plan = planInstall(request.kind ?? (await usualKind(setting)), { entry, places, output: request.output, backups: backupFolders(jobs, desk.folder) }, desk.say);
  const settings = { ...before, ...request.settings };
  const notice = staffNotice({ identity, jobs, folder: desk.folder, at, notify: settings.notify }, desk.say);
  refuseOthers(plan, desk.folder);
  const files = filesOf(plan, desk.folder, request.loginLine, places);
  const whole = { kind: plan.kind, dryRun: request.dryRun, files, text: plan.text, commands: [...plan.commands], settings, notice };
  if (request.dryRun) return { ...whole, supervisor: 'not-asked', detail: '' };
  const record = recordFor(plan, setting, request, at);
  await writeAll(setting, plan, record, notice, () => recordInstall(desk, request.by, settings, { kind: plan.kind, files: files.map(({ path }) => path) }));
  const answer = await wake(setting, plan.kind);
  const link = answer === undefined || !existsSync(wantsLink(places)) ? [] : [{ part: 'link' as const, path: wantsLink(places) }];
  return { ...whole, files: [...files, ...link], ...supervisorOf(answer) };
}

/** The user's own systemd where it answers, else the desktop's autostart. */
async function usualKind({ platform, systemd }: InstallSetting): Promise<InstallKind> {
  if (platform === 'win32') return 'windows-task';
  return (await hasUserSystemd(systemd)) ? 'systemd-user' : 'autostart';
}

function backupFolders(jobs: readonly Job[], folder: string): readonly string[] {
  const folders = jobs.flatMap(({ action }) => (action.kind === 'backup' ? [resolve(action.to ?? usualBackupFolder(folder))] : []));
  return [...new Set(folders)];
}

function refuseOthers({ kind, path }: InstallPlan, folder: string): void {
  const before = readInstallRecord(folder);
  if (before !== undefined && before.kind !== kind) throw new AppError('install-other-kind', { installed: before.kind });
  const text = path === undefined || kind === 'windows-task' ? undefined : textIfThere(path);
  const owner = text === undefined ? 'ours' : ownerOf(text, folder);
  if (path !== undefined && owner === 'other-records') throw new AppError('install-other-records', { file: path });
  if (path !== undefined && owner === 'foreign') throw new AppError('install-foreign-file', { file: path });
}

function filesOf({ path }: InstallPlan, folder: string, loginLine: boolean, places: UserPlaces): WrittenFile[] {
  return [
    ...(path === undefined ? [] : [{ part: 'entry' as const, path }]),
    ...(loginLine ? [{ part: 'login-line' as const, path: profilePath(places) }] : []),
    { part: 'notice', path: noticePath(folder) },
    { part: 'record', path: recordPath(folder) },
  ];
}

function profilePath({ home }: UserPlaces): string {
  return join(home, '.profile');
}

// Installing again keeps what the first time had made.
function recordFor({ kind, path }: InstallPlan, { desk, places }: InstallSetting, { loginLine }: InstallRequest, at: string): InstallRecord {
  const before = readInstallRecord(desk.folder);
  const profile = loginLine ? (before?.profile ?? newProfile(places)) : before?.profile;
  return {
    kind,
    entries: united(before?.entries, path === undefined ? [] : [path]),
    ...(profile === undefined ? {} : { profile }),
    folders: united(before?.folders, foldersToMake(kind, places)).sort(),
    at,
    version: desk.program.version,
  };
}

function newProfile(places: UserPlaces): NonNullable<InstallRecord['profile']> {
  return { path: profilePath(places), created: !existsSync(profilePath(places)) };
}

function foldersToMake(kind: InstallKind, places: UserPlaces): readonly string[] {
  const entry = ownEntryPath(kind, places);
  return entry === undefined ? [] : [...missingFolders(entry), ...(kind === 'systemd-user' ? missingFolders(wantsLink(places)) : [])];
}

function united(before: readonly string[] | undefined, now: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...now])];
}

// The list of what is made is kept first; where a first installation fails, everything is taken back.
async function writeAll({ desk }: InstallSetting, { path, bytes, kind }: InstallPlan, record: InstallRecord, notice: string, journal: () => Promise<void>): Promise<void> {
  const isFirst = readInstallRecord(desk.folder) === undefined;
  keepInstallRecord(desk.folder, record);
  try {
    writePaper(noticePath(desk.folder), Buffer.from(notice));
    if (path !== undefined) placeEntry(path, bytes);
    if (record.profile !== undefined) replaceText(record.profile.path, withLoginLine(textIfThere(record.profile.path) ?? '', desk.folder));
    await journal();
  } catch (error) {
    if (isFirst) removeEntry(desk.folder, kind, record);
    throw error;
  }
}

async function wake({ systemd }: InstallSetting, kind: InstallKind): Promise<SystemdAnswer | undefined> {
  if (kind !== 'systemd-user') return undefined;
  return stepUserSystemd(systemd, [['daemon-reload'], ['enable', '--now', unitName]]);
}

function supervisorOf(answer: SystemdAnswer | undefined): Pick<Installation, 'supervisor' | 'detail'> {
  if (answer === undefined) return { supervisor: 'not-asked', detail: '' };
  if (answer.kind === 'done') return { supervisor: 'started', detail: '' };
  return { supervisor: answer.kind, detail: answer.kind === 'failed' ? answer.detail : '' };
}
