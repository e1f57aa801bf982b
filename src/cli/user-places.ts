import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where this person's own files are, and the account as units and tasks name it. */
export function userPlaces(): { readonly home: string; readonly config: string; readonly account: string } {
  const home = homedir();
  const config = process.env['XDG_CONFIG_HOME'];
  return { home, config: config !== undefined && isAbsolute(config) ? config : join(home, '.config'), account: account() };
}

/** The three variables by which a program finds the user's own systemd. */
export function systemdEnvironment(): Readonly<Partial<Record<'HOME' | 'XDG_RUNTIME_DIR' | 'DBUS_SESSION_BUS_ADDRESS', string>>> {
  const names = ['HOME', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'] as const;
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

function account(): string {
  const domain = process.env['USERDOMAIN'];
  if (process.platform === 'win32') return domain === undefined ? userName() : `${domain}\\${userName()}`;
  const name = userName();
  return /^[a-z_][a-z0-9_-]*$/i.test(name) ? name : String(process.getuid?.() ?? 0);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the list of accounts has only its number.
    return '';
  }
}
