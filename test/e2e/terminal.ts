import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './zicha.js';

const script = '/usr/bin/script';
export const noTerminal = !existsSync(script);
export const terminalNote = noTerminal ? ' (skipped: needs bsdutils)' : '';

export interface Session {
  readonly exit: number | null;
  readonly screen: string;
}

/** Runs the program at a real terminal; each reply is typed once its question stands on the screen. */
export function atTerminal(home: string, args: readonly string[], replies: readonly (readonly [question: string, keys: string])[]): Promise<Session> {
  const command = [process.execPath, join(root, 'bin/run.js'), ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn(script, ['-qec', command, '/dev/null'], {
    cwd: home,
    env: { HOME: home, PATH: '/usr/bin:/bin', TERM: 'xterm', TMPDIR: tmpdir(), SHELL: '/bin/sh', LANG: 'C.UTF-8', ZICHA_DATA: join(home, 'records') },
  });
  const waiting = [...replies];
  let screen = '';
  let since = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    since += text;
    const [next] = waiting;
    if (next === undefined || !since.includes(next[0])) return;
    waiting.shift();
    since = '';
    child.stdin.write(next[1]);
  });
  return new Promise((resolve) => child.once('close', (exit) => { resolve({ exit, screen }); }));
}
