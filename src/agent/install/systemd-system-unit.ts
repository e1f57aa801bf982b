import type { Entry } from './entry.js';
import { watchLines, unitText } from './systemd-user-unit.js';
import { pathWord } from './systemd-words.js';

/** The unit that an administrator may install: it runs as the records' owner, without any capability, and writes the records and the folders of backups. */
export function systemdSystemUnit(entry: Entry, account: string, backups: readonly string[]): string {
  return unitText(entry, [`User=${account}`, ...watchLines(entry), ...hardening(entry.folder, backups)], 'multi-user.target');
}

// What would blind a probe is left out on purpose: a machine that is hidden would pass.
function hardening(folder: string, backups: readonly string[]): readonly string[] {
  return [
    'SystemCallFilter=~@privileged',
    'CapabilityBoundingSet=',
    'AmbientCapabilities=',
    'ProtectSystem=strict',
    `ReadWritePaths=${[pathWord(folder), ...backups.map((path) => pathWord(path, '-'))].join(' ')}`,
    'ProtectHome=read-only',
    // Records in a folder for temporary files would not be found there.
    ...(/^\/(var\/)?tmp\//.test(folder) ? [] : ['PrivateTmp=yes']),
    'PrivateMounts=yes',
    'PrivateDevices=yes',
    'DevicePolicy=closed',
    'ProtectKernelTunables=yes',
    'ProtectKernelLogs=yes',
    'ProtectControlGroups=yes',
    'ProtectClock=yes',
    'ProtectHostname=yes',
    'KeyringMode=private',
    'RemoveIPC=yes',
    'IPAddressDeny=any',
    '# Left open so that the checks see the machine as it is: PrivateNetwork (network adapters), PrivateUsers (owners of files),',
    '# ProtectProc (programs of others), ProtectKernelModules (firewall modules); MemoryDenyWriteExecute would stop the JavaScript engine.',
  ];
}
