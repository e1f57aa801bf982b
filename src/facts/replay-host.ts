import { z } from 'zod';
import type { Host, Missed, ToolName } from './host.js';

const FileEntry = z.union([
  z.string(),
  z.strictObject({ denied: z.literal(true) }),
  z.strictObject({ text: z.string().optional(), mode: z.int().optional(), uid: z.int().optional(), mtimeMs: z.number().optional() }),
]);

/** A machine on file. `folders` names what each folder holds; what is neither listed nor a file is absent. */
export const HostRecording = z.strictObject({
  meta: z.strictObject({ name: z.string(), synthetic: z.boolean(), recordedOn: z.string(), note: z.string().optional() }),
  platform: z.string(),
  uid: z.int(),
  now: z.string(),
  files: z.record(z.string(), FileEntry),
  folders: z.record(z.string(), z.union([z.array(z.string()), z.strictObject({ denied: z.literal(true) })])),
  /** `tool arg arg` → what it printed; a tool that is not here is missing. */
  tools: z.record(z.string(), z.strictObject({ exitCode: z.int(), stdout: z.string() })),
  system: z.record(z.string(), z.unknown()),
});
export type HostRecording = z.infer<typeof HostRecording>;

/** Replays a recorded machine to the probes. */
export function replayHost(recording: HostRecording): Host {
  const { files, folders, tools, system } = recording;
  const entryOf = (path: string): z.infer<typeof FileEntry> | undefined => files[path];
  return {
    platform: recording.platform,
    uid: recording.uid,
    now: () => recording.now,
    readFile: (path) => {
      const entry = entryOf(path);
      if (entry === undefined) return Promise.resolve(absent);
      if (typeof entry === 'string') return Promise.resolve({ kind: 'text', text: entry, cut: false });
      return Promise.resolve('denied' in entry ? denied : { kind: 'text', text: entry.text ?? '', cut: false });
    },
    list: (path) => {
      const names = folders[path];
      if (names === undefined) return Promise.resolve(absent);
      return Promise.resolve('denied' in names ? denied : { kind: 'names', names });
    },
    stat: (path) => Promise.resolve(statIn(recording, path)),
    run: (tool: ToolName, args) => {
      const printed = tools[[tool, ...args].join(' ')];
      if (printed !== undefined) return Promise.resolve({ kind: 'ran', ...printed });
      const known = Object.keys(tools).some((each) => each.split(' ')[0] === tool);
      return Promise.resolve(known ? { kind: 'failed', detail: 'not recorded' } : { kind: 'tool-missing' });
    },
    system: (question) => Promise.resolve(question in system ? { kind: 'answer', value: system[question] } : { kind: 'failed', detail: 'not recorded' }),
  };
}

const absent: Missed = { kind: 'absent' };
const denied: Missed = { kind: 'denied' };

function statIn({ files, folders }: HostRecording, path: string): Awaited<ReturnType<Host['stat']>> {
  const entry = files[path];
  const plain = { uid: 0, gid: 0, mtimeMs: 0 };
  if (entry !== undefined) {
    if (typeof entry === 'string') return { kind: 'stat', type: 'file', mode: 0o644, size: entry.length, ...plain };
    if ('denied' in entry) return { kind: 'stat', type: 'file', mode: 0o600, size: 0, ...plain };
    return { kind: 'stat', type: 'file', mode: entry.mode ?? 0o644, size: entry.text?.length ?? 0, uid: entry.uid ?? 0, gid: 0, mtimeMs: entry.mtimeMs ?? 0 };
  }
  const listed = Object.keys(folders).some((folder) => folder === path || folder.startsWith(`${path}/`));
  return listed || isNamed(folders, path) ? { kind: 'stat', type: 'folder', mode: 0o755, size: 0, ...plain } : absent;
}

function isNamed(folders: HostRecording['folders'], path: string): boolean {
  const cut = path.lastIndexOf('/');
  const names = folders[path.slice(0, cut) || '/'];
  return Array.isArray(names) && names.includes(path.slice(cut + 1));
}
