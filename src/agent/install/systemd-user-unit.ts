import { markOf, runWords, type Entry } from './entry.js';
import { argumentWord, programWord } from './systemd-words.js';

export const unitName = 'zicha-agent.service';

/** The unit of the user's own systemd. Only what needs no name space: those would give files other owners, and probes look at owners. */
export function systemdUserUnit(entry: Entry): string {
  return unitText(entry, watchLines(entry), 'default.target');
}

/** The start, the watchdog and the restarts that both kinds of unit have. */
export function watchLines(entry: Entry): readonly string[] {
  return [
    'Type=notify',
    'NotifyAccess=all',
    `ExecStart=${[programWord(entry.node), ...[entry.script, ...runWords(entry)].map(argumentWord)].join(' ')}`,
    'Restart=on-failure',
    'RestartSec=30',
    'RestartPreventExitStatus=2 4 20',
    'SuccessExitStatus=130 143',
    'WatchdogSec=180',
    'TimeoutStopSec=15',
    'Nice=19',
    'IOSchedulingClass=idle',
    'UMask=0077',
    'NoNewPrivileges=yes',
    'LockPersonality=yes',
    'RestrictRealtime=yes',
    'RestrictSUIDSGID=yes',
    'RestrictNamespaces=yes',
    '# No internet sockets at all; netlink is how Node lists network adapters.',
    'RestrictAddressFamilies=AF_UNIX AF_NETLINK',
    'SystemCallArchitectures=native',
    'SystemCallFilter=@system-service',
    'SystemCallErrorNumber=EPERM',
  ];
}

export function unitText({ folder }: Entry, service: readonly string[], wantedBy: string): string {
  const lines = [
    `# ${markOf(folder)}`,
    '# Local confidentiality self-inspection: reads only, opens no network connection. Remove with: zicha agent uninstall',
    '[Unit]',
    'Description=Zicha night watch (local self-inspection)',
    '',
    '[Service]',
    ...service,
    '',
    '[Install]',
    `WantedBy=${wantedBy}`,
  ];
  return `${lines.join('\n')}\n`;
}
