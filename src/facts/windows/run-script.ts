import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WindowsLook } from '../host.js';
import { lower } from '../run-file.js';
import { partsIn } from './script-answer.js';

const powershell = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const script = fileURLToPath(new URL('../../../bin/read-windows.ps1', import.meta.url));
// The office's own policy wins over this one: a script it does not allow does not run. No profile of the user's is read.
const call: readonly string[] = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-File', script];
const environment = { SystemRoot: 'C:\\Windows', windir: 'C:\\Windows', SystemDrive: 'C:', ProgramFiles: 'C:\\Program Files', ProgramData: 'C:\\ProgramData', PATH: 'C:\\Windows\\System32' };
const limitMs = 30_000;
const mostBytes = 4 * 1024 * 1024;

/** Starts the script when it is first asked for, and never again; on any other system there is nothing to start. */
export function windowsScript(platform: string = process.platform): () => Promise<WindowsLook> {
  let look: Promise<WindowsLook> | undefined;
  return () => (look ??= platform === 'win32' ? started() : Promise.resolve({ kind: 'unsupported' }));
}

function started(): Promise<WindowsLook> {
  return new Promise((resolve) => {
    const options = { env: environment, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: mostBytes, cwd: 'C:\\Windows\\System32', encoding: 'utf8', shell: false, windowsHide: true } as const;
    const child = execFile(powershell, call, options, (error, stdout, stderr) => {
      if (error?.killed === true) resolve({ kind: 'timed-out' });
      else resolve(typeof error?.code === 'string' ? notStarted(error.code) : partsIn(error?.code ?? 0, stdout, stderr));
    });
    lower(child.pid);
  });
}

function notStarted(code: string): WindowsLook {
  if (code === 'ENOENT') return { kind: 'tool-missing' };
  return code === 'EACCES' || code === 'EPERM' ? { kind: 'denied', detail: 'powershell.exe' } : { kind: 'failed', detail: code };
}
