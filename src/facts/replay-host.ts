import { z } from 'zod';
import type { Host, Missed, StatLook, ToolName } from './host.js';

const Denied = z.strictObject({ denied: z.literal(true) });
const DeniedFile = Denied.extend({ mode: z.int().optional(), uid: z.int().optional(), mtimeMs: z.number().optional() });
const FileEntry = z.union([
  z.string(),
  DeniedFile,
  z.strictObject({ text: z.string().optional(), mode: z.int().optional(), uid: z.int().optional(), mtimeMs: z.number().optional(), type: z.enum(['file', 'link', 'device']).optional() }),
]);
const FolderEntry = z.union([z.array(z.string()), Denied, z.strictObject({ names: z.array(z.string()), mode: z.int().optional(), uid: z.int().optional() })]);
const ToolEntry = z.union([z.strictObject({ exitCode: z.int(), stdout: z.string() }), z.strictObject({ timedOut: z.literal(true) })]);

/** A machine on file. `folders` names what each folder holds; what is neither listed nor a file is absent; below a denied folder all is denied. */
export const HostRecording = z.strictObject({
  meta: z.strictObject({ name: z.string(), synthetic: z.boolean(), recordedOn: z.string(), note: z.string().optional() }),
  platform: z.string(),
  uid: z.int(),
  now: z.string(),
  files: z.record(z.string(), FileEntry),
  folders: z.record(z.string(), FolderEntry),
  /** `tool arg arg` → what it printed; a tool that is not here is missing. */
  tools: z.record(z.string(), ToolEntry),
  system: z.record(z.string(), z.unknown()),
  /** What the Windows script gave, by part. */
  windows: z.record(z.string(), z.unknown()).optional(),
});
export type HostRecording = z.infer<typeof HostRecording>;

/** Replays a recorded machine to the probes. */
export function replayHost(recording: HostRecording): Host {
  const { tools, system, windows } = recording;
  return {
    platform: recording.platform,
    uid: recording.uid,
    now: () => recording.now,
    readFile: (path, maxBytes) => Promise.resolve(textIn(recording, path, maxBytes)),
    list: (path) => Promise.resolve(namesIn(recording, path)),
    stat: (path) => Promise.resolve(statIn(recording, path)),
    run: (tool: ToolName, args) => {
      const printed = tools[[tool, ...args].join(' ')];
      if (printed !== undefined) return Promise.resolve('timedOut' in printed ? { kind: 'timed-out' } : { kind: 'ran', ...printed });
      const known = Object.keys(tools).some((each) => each.split(' ')[0] === tool);
      return Promise.resolve(known ? notRecorded : { kind: 'tool-missing' });
    },
    system: (question) => Promise.resolve(question in system ? { kind: 'answer', value: system[question] } : notRecorded),
    windows: () => Promise.resolve(windows === undefined ? { kind: 'unsupported' } : { kind: 'parts', parts: windows }),
  };
}

const absent: Missed = { kind: 'absent' };
const denied: Missed = { kind: 'denied' };
const notRecorded = { kind: 'failed', detail: 'not recorded' } as const;

function textIn(recording: HostRecording, path: string, maxBytes = Number.POSITIVE_INFINITY): Awaited<ReturnType<Host['readFile']>> {
  if (isLocked(recording, path)) return denied;
  const entry = recording.files[path];
  if (entry === undefined) return statIn(recording, path).kind === 'stat' ? notRecorded : absent;
  if (typeof entry === 'object' && 'denied' in entry) return denied;
  const text = typeof entry === 'string' ? entry : entry.text;
  return text === undefined ? notRecorded : { kind: 'text', text: text.slice(0, maxBytes), cut: text.length > maxBytes };
}

function namesIn(recording: HostRecording, path: string): Awaited<ReturnType<Host['list']>> {
  const entry = recording.folders[path];
  if (isLocked(recording, path)) return denied;
  if (entry === undefined) return statIn(recording, path).kind === 'stat' ? notRecorded : absent;
  return 'denied' in entry ? denied : { kind: 'names', names: Array.isArray(entry) ? entry : entry.names };
}

function statIn(recording: HostRecording, path: string): StatLook {
  if (isLocked(recording, path)) return denied;
  const folder = recording.folders[path];
  if (folder !== undefined || isAbove(recording, path)) return statOfFolder(folder ?? []);
  const entry = recording.files[path];
  if (entry !== undefined) return statOfFile(entry);
  return isNamed(recording, path) ? plain : absent;
}

function statOfFolder(entry: z.infer<typeof FolderEntry>): StatLook {
  const { mode = 0o755, uid = 0 } = 'names' in entry ? entry : {};
  return { ...plain, type: 'folder', mode, uid };
}

function statOfFile(entry: z.infer<typeof FileEntry>): StatLook {
  if (typeof entry === 'string') return { ...plain, size: entry.length };
  if ('denied' in entry) return statOfDenied(entry);
  const { text = ' ', mode = 0o644, uid = 0, mtimeMs = 0, type = 'file' } = entry;
  return { ...plain, type, mode, uid, mtimeMs, size: text.length };
}

function statOfDenied({ mode = 0o600, uid = 0, mtimeMs = 0 }: z.infer<typeof DeniedFile>): StatLook {
  return { ...plain, mode, uid, mtimeMs };
}

const plain = { kind: 'stat', type: 'file', mode: 0o644, uid: 0, gid: 0, size: 1, mtimeMs: 0 } as const;

function isLocked({ folders }: HostRecording, path: string): boolean {
  return Object.entries(folders).some(([folder, entry]) => 'denied' in entry && path.startsWith(`${folder}/`));
}

function isAbove({ files, folders }: HostRecording, path: string): boolean {
  return [...Object.keys(files), ...Object.keys(folders)].some((known) => known.startsWith(`${path}/`));
}

function isNamed({ folders }: HostRecording, path: string): boolean {
  const cut = path.lastIndexOf('/');
  const entry = folders[path.slice(0, cut) || '/'];
  if (entry === undefined || 'denied' in entry) return false;
  return (Array.isArray(entry) ? entry : entry.names).includes(path.slice(cut + 1));
}
