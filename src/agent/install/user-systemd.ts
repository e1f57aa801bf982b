import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

const program = '/usr/bin/systemctl';

/** What a program may know to find the user's own systemd, and nothing else. */
export type UserEnvironment = Readonly<Partial<Record<'HOME' | 'XDG_RUNTIME_DIR' | 'DBUS_SESSION_BUS_ADDRESS', string>>>;

/** How the user's systemd answered. */
export type SystemdAnswer = { readonly kind: 'done' } | { readonly kind: 'not-reachable' } | { readonly kind: 'failed'; readonly detail: string };

/** True where the user's own systemd answers. */
export async function hasUserSystemd(environment: UserEnvironment): Promise<boolean> {
  return (await askUserSystemd(environment, ['show', '--property=Version'])).kind === 'done';
}

/** Runs the steps one after the other, until one fails. */
export async function stepUserSystemd(environment: UserEnvironment, steps: readonly (readonly string[])[]): Promise<SystemdAnswer> {
  if (!(await hasUserSystemd(environment))) return { kind: 'not-reachable' };
  for (const step of steps) {
    const answer = await askUserSystemd(environment, step);
    if (answer.kind !== 'done') return answer;
  }
  return { kind: 'done' };
}

function askUserSystemd(environment: UserEnvironment, words: readonly string[]): Promise<SystemdAnswer> {
  if (!existsSync(program) || environment.XDG_RUNTIME_DIR === undefined) return Promise.resolve({ kind: 'not-reachable' });
  const options = { env: { ...environment }, timeout: 30_000, cwd: '/', encoding: 'utf8', shell: false } as const;
  return new Promise((resolve) => {
    execFile(program, ['--user', '--no-pager', '--quiet', ...words], options, (error, _stdout, stderr) => {
      resolve(error === null ? { kind: 'done' } : { kind: 'failed', detail: stderr.trim().split('\n')[0] || String(error.code) });
    });
  });
}
