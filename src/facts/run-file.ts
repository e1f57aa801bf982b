import { execFile } from 'node:child_process';
import { setPriority } from 'node:os';
import type { RunLook } from './host.js';

/** What a child may see of us: where the system's own programs are, and plain English output. */
export const childEnvironment = { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

/** Milliseconds until a child is ended, and the most it may print. */
export interface ChildLimits {
  readonly ms: number;
  readonly bytes: number;
}

const usual: ChildLimits = { ms: 4_000, bytes: 1024 * 1024 };

/** Starts the program at an absolute path, without a shell; ends it when it takes too long or prints too much. */
export function runFile(path: string, args: readonly string[], limits = usual): Promise<RunLook> {
  return new Promise((resolve) => {
    const options = { env: childEnvironment, timeout: limits.ms, killSignal: 'SIGKILL', maxBuffer: limits.bytes, cwd: '/', encoding: 'utf8', shell: false } as const;
    const child = execFile(path, args, options, (error, stdout) => {
      if (error === null) resolve({ kind: 'ran', exitCode: 0, stdout });
      else if (error.killed === true) resolve({ kind: 'timed-out' });
      else resolve(typeof error.code === 'number' ? { kind: 'ran', exitCode: error.code, stdout } : { kind: 'failed', detail: String(error.code) });
    });
    lower(child.pid);
  });
}

/** The person at the machine comes first. */
export function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 19);
  } catch {
    // Gone already, or not permitted: only a courtesy.
  }
}
