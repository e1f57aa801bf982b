import { z } from 'zod';
import type { Host } from '../host.js';
import { unseen } from '../probe.js';
import { windowsReader } from './reader.js';
import { Count, dayIn, Dword, MaybeDay, registry, driverKeys } from './shapes.js';
import { Programs, programSources, StartedUnits, startedSources } from './offered-access.js';

export const patches = windowsReader({
  id: 'patches',
  sources: ['Win32_QuickFixEngineering / InstalledOn (day only)'],
  parts: { updates: z.strictObject({ dated: Count, newest: MaybeDay }) },
  answer: ({ updates: { newest } }, host) => {
    if (newest === null) throw unseen('not-found', 'InstalledOn');
    return { lastChange: dayIn(host, newest, 'InstalledOn') };
  },
});

export const malwareScanner = windowsReader({
  id: 'malwareScanner',
  sources: ['AntiVirusProduct / instanceGuid (counted)', 'Get-MpComputerStatus / AntivirusEnabled, AntivirusSignatureLastUpdated'],
  parts: {},
  maybe: { securityProducts: z.object({ scanners: Count }), defender: z.strictObject({ enabled: z.boolean(), definitions: MaybeDay }) },
  answer: ({ securityProducts, defender }, host) => {
    const others = 'value' in securityProducts ? securityProducts.value.scanners : 0;
    const own = 'value' in defender && defender.value.enabled ? [defender.value] : [];
    const installed = others + own.length;
    // "None" is only proved when both were seen.
    const missed = [securityProducts, defender].flatMap((each) => ('missed' in each ? [each.missed] : []));
    if (installed === 0 && missed[0] !== undefined) throw unseen(missed[0], 'AntiVirusProduct, Get-MpComputerStatus');
    // How old another product's definitions are, Windows does not say.
    return { installed, ...definitionsOf(own[0]?.definitions ?? null, host) };
  },
});

function definitionsOf(day: string | null, host: Host): { definitions?: string } {
  return day === null ? {} : { definitions: dayIn(host, day, 'AntivirusSignatureLastUpdated') };
}

export const communicationSoftware = windowsReader({
  id: 'communicationSoftware',
  sources: programSources,
  parts: { programs: Programs },
  answer: ({ programs: { total, messaging, cloudDisk } }) => {
    if (total === 0) throw unseen('unsupported', 'Uninstall');
    return { messaging, cloudDisk };
  },
});

export const logs = windowsReader({
  id: 'logs',
  sources: ['Get-WinEvent / IsEnabled, RecordCount, TimeCreated (day only)', ...startedSources],
  parts: { services: StartedUnits, eventLogs: z.strictObject({ logs: z.array(z.strictObject({ enabled: z.boolean(), oldest: MaybeDay })).length(2) }) },
  answer: ({ services, eventLogs }, host) => {
    const days = eventLogs.logs.flatMap(({ oldest }) => (oldest === null ? [] : [dayIn(host, oldest, 'TimeCreated')])).toSorted();
    // The log that reaches back least is what can be looked up.
    const oldest = days.at(-1);
    return { persistent: services.eventLog && eventLogs.logs.every(({ enabled }) => enabled), syslog: services.eventLog, ...(oldest === undefined ? {} : { oldest }) };
  },
});

const disabled = 4;

export const timeSync = windowsReader({
  id: 'timeSync',
  sources: [registry(`${driverKeys}\\W32Time`, 'Start'), registry(`${driverKeys}\\W32Time\\Parameters`, 'Type'), registry(`${driverKeys}\\W32Time\\TimeProviders\\NtpClient`, 'Enabled')],
  parts: { timeService: z.strictObject({ start: Dword, type: z.string().nullable(), client: Dword }) },
  answer: ({ timeService: { start, type, client } }) => {
    if (start === null || type === null) throw unseen('not-found', 'W32Time');
    return { enabled: start !== disabled && ['NTP', 'NT5DS', 'AllSync'].includes(type) && client !== 0 };
  },
});
