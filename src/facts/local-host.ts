import { fork } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tools, type Host, type Missed, type NamesLook, type RunLook, type StatLook, type SystemLook, type TextLook, type ToolName } from './host.js';
import { childEnvironment, lower, runFile } from './run-file.js';

const usualBytes = 512 * 1024;
const mostNames = 20_000;
const answerMs = 4_000;

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
    const names: string[] = [];
    for await (const entry of await opendir(path, { bufferSize: 512 })) {
      // A list that was cut off would pass for a whole one.
      if (names.length === mostNames) return { kind: 'failed', detail: 'too many names' };
      names.push(entry.name);
    }
    return { kind: 'names', names };
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
  return runFile(path, args);
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
    env: childEnvironment,
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
    const timer = setTimeout(() => { end({ kind: 'timed-out' }); }, answerMs);
    child.once('message', (value) => { end({ kind: 'answer', value }); });
    child.once('error', (error) => { end({ kind: 'failed', detail: error.name }); });
    child.once('exit', () => { end({ kind: 'failed', detail: 'exit' }); });
  });
}
