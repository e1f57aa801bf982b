import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

const program = '/usr/bin/notify-send';

/** Shows one line on the desktop of the person at the machine, where there is one and the office asked for it. */
export function desktopNote(line: string, environment: Readonly<Record<string, string>>): void {
  if (!existsSync(program)) return;
  execFile(program, ['--app-name=zicha', '--', line], { env: environment, timeout: 5_000 }, () => undefined);
}
