import { z } from 'zod';
import { unseen } from '../probe.js';
import { Accounts, accountSources, isGuestEnabled } from './accounts.js';
import { windowsReader } from './reader.js';
import { control, Count, Dword, registry, driverKeys } from './shapes.js';
import { System, systemSources } from './system.js';

export const StartedUnits = z.strictObject({ total: Count, firewall: z.boolean(), eventLog: z.boolean(), fileServer: z.boolean() });
export const startedSources: readonly string[] = ['Win32_Service / Name, Started (names compared with a fixed list)'];

const ServiceNames = z.strictObject({ total: Count, secureShell: z.boolean(), legacy: Count });
const driverNameSources: readonly string[] = [`${driverKeys} (names compared with a fixed list)`];

export const legacyServices = windowsReader({
  id: 'legacyServices',
  sources: driverNameSources,
  parts: { serviceNames: ServiceNames },
  answer: ({ serviceNames }) => ({ present: seen(serviceNames).legacy }),
});

/** A server that is there keeps its settings in a file of its own, which is not read. */
export const secureShell = windowsReader({
  id: 'secureShell',
  sources: driverNameSources,
  parts: { serviceNames: ServiceNames },
  answer: ({ serviceNames }) => {
    if (seen(serviceNames).secureShell) throw unseen('unsupported', 'sshd_config');
    return { installed: false, rootLogin: false, emptyPasswords: false, x11Forwarding: false };
  },
});

export const secureShellLimits = windowsReader({
  id: 'secureShellLimits',
  sources: driverNameSources,
  parts: { serviceNames: ServiceNames },
  answer: ({ serviceNames }) => {
    if (seen(serviceNames).secureShell) throw unseen('unsupported', 'sshd_config');
    return { tries: 0, idleMinutes: 0 };
  },
});

function seen(names: z.infer<typeof ServiceNames>): z.infer<typeof ServiceNames> {
  if (names.total === 0) throw unseen('unsupported', 'Services');
  return names;
}

const ports = z.array(z.int().min(0).max(65_535)).max(65_536);

export const listening = windowsReader({
  id: 'listening',
  sources: ['Get-NetTCPConnection / State, LocalAddress, LocalPort (counted)', 'Get-NetUDPEndpoint (counted)'],
  parts: { listening: z.strictObject({ total: Count, tcp: ports, udp: ports }) },
  answer: ({ listening: { total, tcp, udp } }) => {
    // Windows itself always listens somewhere.
    if (total === 0) throw unseen('unsupported', 'Get-NetTCPConnection');
    return { total, reachable: [...tcp.map((port) => ({ port, protocol: 'tcp' })), ...udp.map((port) => ({ port, protocol: 'udp' }))] };
  },
});

const Remote = z.strictObject({ desktopDenied: Dword, desktopDeniedByPolicy: Dword, assistance: Dword, assistanceByPolicy: Dword });
const remoteSources: readonly string[] = [
  registry(`${control}\\Terminal Server`, 'fDenyTSConnections'),
  registry('HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services', 'fDenyTSConnections', 'fAllowToGetHelp'),
  registry(`${control}\\Remote Assistance`, 'fAllowToGetHelp'),
];

export const graphicalRemote = windowsReader({
  id: 'graphicalRemote',
  sources: remoteSources,
  parts: { remoteAccess: Remote },
  answer: ({ remoteAccess }) => {
    const { desktop, assistance } = offered(remoteAccess);
    return { loginFromElsewhere: desktop, sharesScreen: assistance };
  },
});

export const Programs = z.strictObject({ total: Count, remote: Count, checked: Count, messaging: Count, cloudDisk: Count });
const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
export const programSources: readonly string[] = [
  ...['HKLM:\\SOFTWARE\\', 'HKLM:\\SOFTWARE\\WOW6432Node\\', 'HKCU:\\Software\\'].map((root) => `${registry(`${root}${uninstall}`, 'DisplayName')} (names compared with a fixed list)`),
  ...driverNameSources,
];

export const remoteControl = windowsReader({
  id: 'remoteControl',
  sources: [...programSources, ...remoteSources],
  parts: { programs: Programs, remoteAccess: Remote },
  answer: ({ programs, remoteAccess }) => {
    if (programs.total === 0) throw unseen('unsupported', 'Uninstall');
    const { desktop, assistance } = offered(remoteAccess);
    return { present: programs.remote + Number(desktop) + Number(assistance), checked: programs.checked + 2 };
  },
});

// What the policy sets wins over the machine's own setting.
function offered(remote: z.infer<typeof Remote>): { readonly desktop: boolean; readonly assistance: boolean } {
  const denied = remote.desktopDeniedByPolicy ?? remote.desktopDenied;
  const allowed = remote.assistanceByPolicy ?? remote.assistance;
  if (denied === null || allowed === null) throw unseen('not-found', 'fDenyTSConnections, fAllowToGetHelp');
  return { desktop: denied === 0, assistance: allowed !== 0 };
}

const folderOfDisk = 0;

export const shares = windowsReader({
  id: 'shares',
  sources: ['Win32_Share / Type (counted)', registry(`${control}\\Lsa`, 'everyoneincludesanonymous'), ...accountSources, ...startedSources, ...systemSources],
  parts: { shares: z.strictObject({ kinds: z.array(Count).max(5_000), everyoneIncludesAnonymous: Dword }), accounts: Accounts, services: StartedUnits, system: System },
  answer: ({ shares: { kinds, everyoneIncludesAnonymous }, accounts: { users }, services, system }) => {
    // A server may offer NFS too, which is not looked at; a desktop cannot.
    if (system.kind !== 'Client') throw unseen('unsupported', 'NFS');
    if (!services.fileServer) return { samba: 0, nfs: 0, guestAllowed: false };
    // Shares for administration have a kind of their own.
    return { samba: kinds.filter((kind) => kind === folderOfDisk).length, nfs: 0, guestAllowed: isGuestEnabled(users) || everyoneIncludesAnonymous === 1 };
  },
});

const sharedAttribute = 0x8;

export const printers = windowsReader({
  id: 'printers',
  sources: [`${registry(`${control}\\Print\\Printers`, 'Attributes')} (counted)`, 'HKCU:\\Printers\\Connections (counted)', ...startedSources],
  parts: { printers: z.strictObject({ attributes: z.array(z.int()).max(5_000), connections: Count }), services: StartedUnits },
  answer: ({ printers: { attributes, connections }, services }) => {
    if (services.total === 0) throw unseen('unsupported', 'Win32_Service');
    return { configured: attributes.length + connections, shared: services.fileServer && attributes.some((each) => (each & sharedAttribute) !== 0) };
  },
});
