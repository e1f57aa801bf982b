import { z } from 'zod';
import { unseen } from '../probe.js';
import { publicAmong } from '../public-name-servers.js';
import { windowsReader } from './reader.js';
import { Count, currentVersion, Dword, registry, driverKeys } from './shapes.js';

const Adapter = z.strictObject({ hardware: z.boolean(), medium: z.int(), admin: z.int(), state: z.int(), promiscuous: z.boolean().nullable(), known: z.boolean(), phone: z.boolean() });
type Adapter = z.infer<typeof Adapter>;
const Adapters = z.strictObject({ total: Count, shown: z.array(Adapter).max(500) });
const Routes = z.strictObject({ total: Count, defaults: Count });
const adapterSources: readonly string[] = ['Get-NetAdapter / HardwareInterface, NdisPhysicalMedium, InterfaceAdminStatus, InterfaceOperationalStatus, PromiscuousMode, DriverFileName (counted)'];

// Media as NDIS numbers them: two kinds of wireless LAN; mobile broadband and a phone over Bluetooth.
const wirelessMedia: readonly number[] = [1, 9];
const mobileMedia: readonly number[] = [8, 10];
const up = 1;

export const network = windowsReader({
  id: 'network',
  sources: [...adapterSources, 'Get-NetRoute / DestinationPrefix, InterfaceIndex (default routes counted)'],
  parts: { adapters: Adapters, routes: Routes },
  answer: ({ adapters, routes }) => {
    if (routes.total === 0) throw unseen('unsupported', 'Get-NetRoute');
    const active = seen(adapters).filter((adapter) => adapter.state === up && (adapter.hardware || mobileMedia.includes(adapter.medium)));
    const kinds = active.map(kindOf);
    return { activeAdapters: kinds.map((kind) => ({ kind })), defaultRoutes: routes.defaults, tethering: kinds.includes('mobile') };
  },
});

export const wireless = windowsReader({
  id: 'wireless',
  sources: adapterSources,
  parts: { adapters: Adapters },
  answer: ({ adapters }) => {
    const radio = seen(adapters).filter(({ hardware, medium }) => hardware && wirelessMedia.includes(medium));
    return { adapters: radio.length, enabled: radio.filter(({ admin }) => admin === up).length };
  },
});

/** Bridges and tunnels are shown by no typed source, so they are left out. */
export const networkBridges = windowsReader({
  id: 'networkBridges',
  sources: adapterSources,
  parts: { adapters: Adapters },
  answer: ({ adapters }) => {
    const real = seen(adapters).filter(({ hardware }) => hardware);
    if (real.some(({ promiscuous }) => promiscuous === null)) throw unseen('unsupported', 'PromiscuousMode');
    return { promiscuous: real.filter(({ promiscuous }) => promiscuous === true).length };
  },
});

// Windows always has adapters of its own, hidden ones: where they too are missing, nothing was seen.
function seen({ total, shown }: z.infer<typeof Adapters>): readonly Adapter[] {
  if (total === 0) throw unseen('unsupported', 'Get-NetAdapter');
  return shown;
}

// A phone on the cable looks like any network card: only its driver tells.
function kindOf({ medium, known, phone }: Adapter): 'wired' | 'wireless' | 'mobile' {
  if (mobileMedia.includes(medium) || phone) return 'mobile';
  if (wirelessMedia.includes(medium)) return 'wireless';
  if (!known) throw unseen('unsupported', 'DriverFileName');
  return 'wired';
}

const Joined = z.strictObject({ total: Count, wireless: Count });

export const savedWireless = windowsReader({
  id: 'savedWireless',
  sources: [`${registry(`${currentVersion}\\NetworkList\\Profiles`, 'NameType')} (kinds of connections counted)`, 'C:\\ProgramData\\Microsoft\\Wlansvc\\Profiles\\Interfaces (names counted)'],
  parts: { joinedNetworks: Joined },
  maybe: { wirelessProfiles: z.strictObject({ count: Count }) },
  answer: ({ joinedNetworks, wirelessProfiles }) => {
    if ('value' in wirelessProfiles) return { count: Math.max(joinedNetworks.wireless, wirelessProfiles.value.count) };
    // An administrator who finds no folder of profiles has none; what was joined is proof enough without it.
    if (joinedNetworks.wireless === 0 && wirelessProfiles.missed !== 'not-found') throw unseen(wirelessProfiles.missed, 'Wlansvc');
    return { count: joinedNetworks.wireless };
  },
});

export const nameServers = windowsReader({
  id: 'nameServers',
  sources: ['Get-DnsClientServerAddress / ServerAddresses (servers counted)'],
  parts: { nameServers: z.strictObject({ servers: z.array(z.string()).max(500) }) },
  answer: ({ nameServers: { servers } }) => {
    // Windows names three servers of its own making where an adapter has none in IPv6.
    const configured = new Set(servers.filter((server) => !/^(127\.|::1$|fec0:0:0:ffff::[123]$)/i.test(server)));
    return { configured: configured.size, public: publicAmong(configured) };
  },
});

const settings = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

export const proxy = windowsReader({
  id: 'proxy',
  sources: [`HKCU:\\${settings}`, `HKLM:\\${settings.replace('Software', 'SOFTWARE')}`].map((key) => `${registry(key, 'ProxyEnable', 'AutoConfigURL')} (whether a proxy is set)`),
  parts: { proxy: z.strictObject({ own: Dword, ownScript: z.boolean(), machine: Dword, machineScript: z.boolean() }) },
  answer: ({ proxy: { own, ownScript, machine, machineScript } }) => ({ configured: own === 1 || machine === 1 || ownScript || machineScript }),
});

const parameters = `${driverKeys}\\Tcpip\\Parameters`;

/** The layout of memory is set program by program, and left out. */
export const kernelSettings = windowsReader({
  id: 'kernelSettings',
  sources: ['Get-NetIPInterface / Forwarding', registry(parameters, 'IPEnableRouter', 'EnableICMPRedirect', 'DisableIPSourceRouting')],
  parts: { routing: z.strictObject({ interfaces: z.array(z.enum(['Enabled', 'Disabled'])).min(1).max(500), router: Dword, redirects: Dword, sourceRouting: Dword }) },
  answer: ({ routing: { interfaces, router, redirects, sourceRouting } }) => ({
    forwards: interfaces.includes('Enabled') || router === 1 ? 1 : 0,
    // Redirects are taken unless the value says no; only the highest level drops source routes altogether.
    acceptsRedirects: redirects === 0 ? 0 : 1,
    sourceRoutes: sourceRouting === 2 ? 0 : 1,
  }),
});
