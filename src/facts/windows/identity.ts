import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Host } from '../host.js';
import { pastDay } from '../look.js';
import { unseen } from '../probe.js';
import { addressDigest, numberDigest } from '../probes/ledger-identity.js';
import { windowsReader } from './reader.js';
import { Count } from './shapes.js';
import { System, systemSources } from './system.js';

const Numbers = z.array(z.string()).max(1_000);
const DiskNumbers = z.strictObject({ disks: Count, numbers: Numbers });
const diskSources: readonly string[] = ['MSFT_Disk / BusType, SerialNumber, AdapterSerialNumber (digest only)'];

export const hardwareIdentity = windowsReader({
  id: 'hardwareIdentity',
  sources: [...diskSources, 'HKLM:\\SOFTWARE\\Microsoft\\Cryptography / MachineGuid (digest only)', ...systemSources],
  parts: { system: System, diskNumbers: DiskNumbers, machineNumber: z.strictObject({ number: z.string() }) },
  answer: ({ system, diskNumbers: { disks, numbers }, machineNumber }, host) => {
    if (disks === 0) throw unseen('unsupported', 'MSFT_Disk');
    const digest = createHash('sha256').update(JSON.stringify([numbers.toSorted(), machineNumber.number])).digest('hex').slice(0, 12);
    return { disks, serialsRead: numbers.length, digest, installed: installedOn(system, host) };
  },
});

export const ledgerIdentity = windowsReader({
  id: 'ledgerIdentity',
  sources: [...diskSources, 'Get-NetAdapter / PermanentAddress (digest only)', 'Get-NetIPAddress / IPAddress (digest only)', ...systemSources],
  parts: { system: System, diskNumbers: DiskNumbers, adapterNumbers: z.strictObject({ numbers: Numbers }) },
  maybe: { addresses: z.strictObject({ addresses: Numbers }) },
  answer: ({ system, diskNumbers, adapterNumbers, addresses }, host) => ({
    serialDigests: diskNumbers.numbers.map(numberDigest).toSorted(),
    adapterDigests: adapterNumbers.numbers.map(numberDigest).toSorted(),
    ...('value' in addresses ? { addressDigests: ownAddresses(addresses.value.addresses) } : {}),
    installed: installedOn(system, host),
  }),
});

function ownAddresses(addresses: readonly string[]): string[] {
  return [...new Set(addresses.flatMap((address) => (address.startsWith('127.') ? [] : (addressDigest(address) ?? []))))].toSorted();
}

// A large feature update sets the day anew.
function installedOn({ installed }: z.infer<typeof System>, host: Host): string {
  if (installed === null) throw unseen('not-found', 'InstallDate');
  return pastDay(host, installed * 1_000, 'InstallDate');
}
