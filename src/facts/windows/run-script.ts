import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WindowsLook } from '../host.js';
import { lower } from '../run-file.js';
import { partsIn } from './script-answer.js';

/** The one program that is started, and how: no profile of the user's is read, and the office's own policy on scripts wins over the one named here. */
export const powershell = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
export const script = fileURLToPath(new URL('../../../bin/read-windows.ps1', import.meta.url));
export const call: readonly string[] = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-File', script];

/** NUL: PowerShell would keep a list of its modules in the user's folder, and nothing is to be written. */
export const environment: Readonly<Record<string, string>> = {
  ...{ SystemRoot: 'C:\\Windows', windir: 'C:\\Windows', SystemDrive: 'C:', ProgramFiles: 'C:\\Program Files', ProgramData: 'C:\\ProgramData', PATH: 'C:\\Windows\\System32' },
  PSModuleAnalysisCachePath: 'NUL',
};

const usual = { ms: 30_000, bytes: 4 * 1024 * 1024, folder: 'C:\\Windows\\System32' } as const;
type Limits = Readonly<Record<'ms' | 'bytes', number>> & { readonly folder: string };

/** Starts the script when it is first asked for, and never again; on any other system there is nothing to start. */
export function windowsScript(platform: string = process.platform, start = (): Promise<WindowsLook> => lookOf(powershell, call)): () => Promise<WindowsLook> {
  let look: Promise<WindowsLook> | undefined;
  return () => (look ??= platform === 'win32' ? start() : Promise.resolve({ kind: 'unsupported' }));
}

/** What the program printed, read as parts; it is ended when it takes too long or prints too much. */
export function lookOf(program: string, args: readonly string[], { ms, bytes, folder }: Limits = usual): Promise<WindowsLook> {
  return new Promise((resolve) => {
    const options = { env: { ...environment }, timeout: ms, killSignal: 'SIGKILL', maxBuffer: bytes, cwd: folder, encoding: 'utf8', shell: false, windowsHide: true } as const;
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(partsIn(0, stdout, stderr));
      else if (typeof error.code === 'string') resolve(notStarted(error.code));
      else resolve(error.killed === true ? { kind: 'timed-out' } : partsIn(error.code ?? -1, stdout, stderr));
    });
    // PowerShell waits for the end of an open input.
    child.stdin?.end();
    lower(child.pid);
  });
}

function notStarted(code: string): WindowsLook {
  if (code === 'ENOENT') return { kind: 'tool-missing' };
  return code === 'EACCES' || code === 'EPERM' ? { kind: 'denied', detail: 'powershell.exe' } : { kind: 'failed', detail: code };
}
