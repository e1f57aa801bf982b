import { z } from 'zod';
import { unseen } from '../probe.js';
import { windowsReader } from './reader.js';
import { control, Count, currentVersion, Dword, registry } from './shapes.js';

export const System = z.strictObject({ major: Dword, minor: Dword, build: z.string(), revision: Dword, kind: z.string(), installed: Dword });

export const systemSources: readonly string[] = [registry(currentVersion, 'CurrentMajorVersionNumber', 'CurrentMinorVersionNumber', 'CurrentBuildNumber', 'UBR', 'InstallationType', 'InstallDate')];

const firstOfEleven = 22_000;

export const operatingSystem = windowsReader({
  id: 'operatingSystem',
  sources: systemSources,
  parts: { system: System },
  answer: ({ system }) => {
    const version = `${system.major ?? 6}.${system.minor ?? 0}.${system.build}`;
    return { id: nameOf(system), version, family: 'windows', kernel: system.revision === null ? version : `${version}.${system.revision}` };
  },
});

// Windows 11 still calls itself 10.0: the number of the build tells them apart.
function nameOf({ major, build, kind }: z.infer<typeof System>): string {
  if (kind !== 'Client') return 'windows-server';
  if (major === null) return 'windows';
  return Number(build) >= firstOfEleven ? 'windows-11' : `windows-${major}`;
}

export const enclosure = windowsReader({
  id: 'enclosure',
  sources: [registry(control, 'ContainerType'), 'Win32_ComputerSystem / Manufacturer, Model'],
  parts: { enclosure: z.strictObject({ container: z.boolean(), virtual: z.boolean() }) },
  answer: ({ enclosure: { container, virtual } }) => ({ container, virtual }),
});

export const desktop = windowsReader({
  id: 'desktop',
  sources: systemSources,
  parts: { system: System },
  answer: ({ system: { kind } }) => {
    if (kind !== 'Client' && kind !== 'Server') return { present: false, sessions: 0 };
    return { present: true, sessions: 1 };
  },
});

export const bootProtection = windowsReader({
  id: 'bootProtection',
  sources: [registry(control, 'PEFirmwareType'), registry(`${control}\\SecureBoot\\State`, 'UEFISecureBootEnabled')],
  parts: { firmware: z.strictObject({ kind: Dword, secureBoot: Dword }) },
  answer: ({ firmware: { kind, secureBoot } }) => {
    if (kind !== 1 && kind !== 2) throw unseen('not-found', 'PEFirmwareType');
    if (kind === 1) return { firmware: 'bios' };
    // Without the key the firmware cannot do it.
    return { firmware: 'uefi', secureBoot: secureBoot === 1 };
  },
});

export const homeFolders = windowsReader({
  id: 'homeFolders',
  sources: [`${registry(`${currentVersion}\\ProfileList`, 'ProfileImagePath')} (counted)`, 'Get-Acl / AccessControlType, IdentityReference (rights of the folders counted)'],
  parts: { homeFolders: z.strictObject({ profiles: Count, total: Count, open: Count }) },
  answer: ({ homeFolders: { profiles, total, open } }) => {
    // The system's own services have profiles on every machine.
    if (profiles === 0) throw unseen('unsupported', 'ProfileList');
    return { total, openToOthers: open };
  },
});

export const autostart = windowsReader({
  id: 'autostart',
  sources: [
    ...['HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run', 'HKLM:\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Run', 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Run', 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Group Policy\\Scripts\\Startup'].map((key) => `${key} (counted)`),
    'Get-ScheduledTask / State (counted)',
  ],
  parts: { startup: z.strictObject({ programs: Count, scripts: Count }), tasks: z.strictObject({ enabled: Count }) },
  answer: ({ startup, tasks }) => ({ desktopEntries: startup.programs, cronFiles: tasks.enabled, rcLocal: startup.scripts > 0 }),
});
