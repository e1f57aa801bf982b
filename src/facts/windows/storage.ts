import { z } from 'zod';
import { unseen } from '../probe.js';
import { numberDigest } from '../probes/ledger-identity.js';
import { windowsReader } from './reader.js';
import { Count, deviceKeys, Dword, registry, driverKeys } from './shapes.js';

const Disks = z.strictObject({ disks: z.array(z.strictObject({ number: Count, bus: z.int(), boot: z.boolean(), system: z.boolean(), empty: z.boolean() })).max(5_000) });
const Partitions = z.strictObject({ total: Count, lettered: z.array(Count).max(5_000) });

// Buses as Windows numbers them: FireWire, USB, memory card.
const removableBuses: readonly number[] = [4, 7, 12];

export const removableStorage = windowsReader({
  id: 'removableStorage',
  sources: ['MSFT_Disk / Number, BusType, IsBoot, IsSystem, Size (counted)', 'MSFT_Partition / DiskNumber, DriveLetter (counted)'],
  parts: { disks: Disks, partitions: Partitions },
  answer: ({ disks: { disks }, partitions: { total, lettered } }) => {
    // The machine runs from a disk, and that one has partitions.
    if (disks.length === 0 || total === 0) throw unseen('unsupported', 'MSFT_Disk');
    const attached = disks.filter(({ bus, boot, system, empty }) => removableBuses.includes(bus) && !boot && !system && !empty);
    return { attached: attached.length, mounted: attached.filter(({ number }) => lettered.includes(number)).length };
  },
});

const attachedSources: readonly string[] = [registry(`${deviceKeys}\\USBSTOR`, 'ClassGUID'), registry(`${deviceKeys}\\USB`, 'Service')];

/** Windows keeps one entry for each device, however often it came. */
export const storageHistory = windowsReader({
  id: 'storageHistory',
  sources: [`${deviceKeys} (names counted)`, ...attachedSources.map((source) => `${source} (counted)`)],
  parts: { attachedBefore: z.strictObject({ total: Count, storage: Count, attachedScsi: Count }) },
  answer: ({ attachedBefore: { total, storage, attachedScsi } }) => {
    if (total === 0) throw unseen('unsupported', 'Enum');
    return { events: storage + attachedScsi, sources: 1, complete: true };
  },
});

export const storageIdentity = windowsReader({
  id: 'storageIdentity',
  sources: attachedSources.map((source) => `${source} (serial numbers digested)`),
  parts: { storageNumbers: z.strictObject({ numbers: z.array(z.string()).max(5_000), unnumbered: Count }) },
  answer: ({ storageNumbers: { numbers, unnumbered } }) => ({ serialDigests: [...new Set(numbers.map(numberDigest))].toSorted(), unnumbered }),
});

const policies = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows';
const removableDisks = `${policies}\\RemovableStorageDevices\\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}`;
const disabled = 4;

export const storagePolicy = windowsReader({
  id: 'storagePolicy',
  sources: [
    ...['USBSTOR', 'UASPStor'].map((service) => registry(`${driverKeys}\\${service}`, 'Start')),
    registry(`${policies}\\RemovableStorageDevices`, 'Deny_All'),
    registry(removableDisks, 'Deny_Read', 'Deny_Write'),
    registry(`${policies}\\DeviceInstall\\Restrictions`, 'DenyRemovableDevices'),
  ],
  parts: { storagePolicy: z.strictObject({ start: Dword, attachedStart: Dword, denyAll: Dword, denyRead: Dword, denyWrite: Dword, denyInstall: Dword }) },
  answer: ({ storagePolicy: { start, attachedStart, denyAll, denyRead, denyWrite, denyInstall } }) => {
    // Faster disks have a driver of their own, which must be shut too.
    const shut = start === disabled && (attachedStart ?? disabled) === disabled;
    const blocked = shut || denyAll === 1 || (denyRead === 1 && denyWrite === 1);
    return { blocked, ruled: blocked || [denyRead, denyWrite, denyInstall].includes(1) };
  },
});

const explorer = 'Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer';
// A bit for each kind of drive: removable, fixed, optical.
const allMedia = 0x04 | 0x08 | 0x20;

export const autorun = windowsReader({
  id: 'autorun',
  sources: [
    registry(`HKLM:\\SOFTWARE\\${explorer}`, 'NoDriveTypeAutoRun', 'NoAutorun'),
    `${registry(`HKCU:\\Software\\${explorer}`, 'NoDriveTypeAutoRun')} (media settings of the user who runs the check)`,
    `${registry('HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\AutoplayHandlers', 'DisableAutoplay')} (media settings of the user who runs the check)`,
  ],
  parts: { autoplay: z.strictObject({ drives: Dword, ownDrives: Dword, commands: Dword, ownDisabled: Dword }) },
  answer: ({ autoplay: { drives, ownDrives, commands, ownDisabled } }) => {
    // The machine's value wins over the user's.
    const off = ((drives ?? ownDrives ?? 0) & allMedia) === allMedia;
    return { automount: !off && ownDisabled !== 1, programs: !off && commands !== 1 };
  },
});

/** Only an administrator is shown the state of the volumes. */
export const diskEncryption = windowsReader({
  id: 'diskEncryption',
  sources: ['Win32_EncryptableVolume / ProtectionStatus, IsVolumeInitializedForProtection (counted)'],
  parts: { encryption: z.strictObject({ volumes: z.array(z.strictObject({ protection: z.int(), prepared: z.boolean() })).min(1).max(500) }) },
  answer: ({ encryption: { volumes } }) => ({ volumes: volumes.filter(({ protection }) => protection === 1).length, configured: volumes.filter(({ prepared }) => prepared).length }),
});
