import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

const program = '/usr/bin/systemd-notify';

/** Tells systemd, where it started us, that the agent is ready or still alive; elsewhere nothing happens. */
export function supervisorSignals(socket: string | undefined): (state: 'READY=1' | 'WATCHDOG=1' | 'STOPPING=1') => void {
  if (socket === undefined || socket === '' || !existsSync(program)) return () => undefined;
  return (state) => {
    execFile(program, [`--pid=${String(process.pid)}`, state], { env: { NOTIFY_SOCKET: socket }, timeout: 5_000 }, () => undefined);
  };
}
