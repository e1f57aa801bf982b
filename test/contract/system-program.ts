import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program of a Debian package; a test that wants it says in its name what it needs. */
export interface SystemProgram {
  readonly missing: boolean;
  /** ` (skipped: needs X)` where it is missing: the runner counts no other skips. */
  readonly note: string;
  run(...args: readonly string[]): string;
}

export function systemProgram(path: string, debianPackage: string): SystemProgram {
  const missing = !existsSync(path);
  return {
    missing,
    note: missing ? ` (skipped: needs ${debianPackage})` : '',
    run: (...args) => execFileSync(path, args, { encoding: 'utf8', env: {}, maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] }),
  };
}
