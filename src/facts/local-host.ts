import { execFile, fork } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { tools, type Host, type Missed, type NamesLook, type RunLook, type StatLook, type SystemLook, type TextLook, type ToolName } from './host.js';

const usualBytes = 512 * 1024;
const outputBytes = 1024 * 1024;
const toolMs = 4_000;
const environment = { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

/** This machine, read-only: fixed paths, no shell, empty environment, capped output. */
export function localHost(): Host {
  return {
    platform: process.platform,
    uid: process.getuid?.() ?? -1,
    now: () => new Date().toISOString(),
    readFile: readCapped,
    list,
    stat,
    run,
    system: askSystem,
  };
}

async function readCapped(path: string, maxBytes = usualBytes): Promise<TextLook> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const buffer = Buffer.alloc(maxBytes + 1);
      let length = 0;
      // Files in /proc have no size: read until they say so.
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) break;
      }
      return { kind: 'text', text: buffer.subarray(0, Math.min(length, maxBytes)).toString('utf8'), cut: length > maxBytes };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return missedBy(error);
  }
}

async function list(path: string): Promise<NamesLook> {
  try {
    return { kind: 'names', names: (await readdir(path)).slice(0, 20_000) };
  } catch (error) {
    return missedBy(error);
  }
}

async function stat(path: string): Promise<StatLook> {
  try {
    const found = await lstat(path);
    const type = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'device';
    return { kind: 'stat', type, mode: found.mode & 0o7777, uid: found.uid, gid: found.gid, size: found.size, mtimeMs: found.mtimeMs };
  } catch (error) {
    return missedBy(error);
  }
}

function missedBy(error: unknown): Missed {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
  return code === 'EACCES' || code === 'EPERM' ? { kind: 'denied' } : { kind: 'failed', detail: code };
}

function run(tool: ToolName, args: readonly string[]): Promise<RunLook> {
  const path = tools[tool].find(isExecutable);
  if (path === undefined) return Promise.resolve({ kind: 'tool-missing' });
  return new Promise((resolve) => {
    const options = { env: environment, timeout: toolMs, maxBuffer: outputBytes, cwd: '/', encoding: 'utf8', shell: false } as const;
    const child = execFile(path, args, options, (error, stdout) => {
      if (error === null) resolve({ kind: 'ran', exitCode: 0, stdout });
      else if (error.killed === true) resolve({ kind: 'timed-out' });
      else resolve(typeof error.code === 'number' ? { kind: 'ran', exitCode: error.code, stdout } : { kind: 'failed', detail: String(error.code) });
    });
    lower(child.pid);
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the next path is tried.
    return false;
  }
}

/** systeminformation starts shells and fails open, so it lives in a child that is asked one question and ended. */
function askSystem(question: string): Promise<SystemLook> {
  const child = fork(fileURLToPath(new URL('./system-child.js', import.meta.url)), [question], {
    env: environment,
    execArgv: ['--max-old-space-size=64'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    cwd: '/',
  });
  lower(child.pid);
  return new Promise((resolve) => {
    const end = (look: SystemLook): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(look);
    };
    const timer = setTimeout(() => { end({ kind: 'timed-out' }); }, toolMs);
    child.once('message', (value) => { end({ kind: 'answer', value }); });
    child.once('error', (error) => { end({ kind: 'failed', detail: error.name }); });
    child.once('exit', () => { end({ kind: 'failed', detail: 'exit' }); });
  });
}

// The person at the machine comes first.
function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 19);
  } catch {
    // Gone already, or not permitted: only a courtesy.
  }
}
