import { fork } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tools, type Host, type RunLook, type SystemLook, type ToolName } from './host.js';
import { namesOf, statusOf, textIn } from './disk-look.js';
import { childEnvironment, lower, runFile } from './run-file.js';
import { windowsScript } from './windows/run-script.js';

const answerMs = 4_000;

/** This machine, read-only: fixed paths, no shell, empty environment, capped output. */
export function localHost(): Host {
  return {
    platform: process.platform,
    uid: process.getuid?.() ?? -1,
    now: () => new Date().toISOString(),
    readFile: textIn,
    list: namesOf,
    stat: statusOf,
    run,
    system: askSystem,
    windows: windowsScript(),
  };
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
