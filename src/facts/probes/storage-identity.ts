import { z } from 'zod';
import { UnavailableReason } from '#domain/fact.js';
import type { Host } from '../host.js';
import { kernelLogSources, kernelStories } from '../kernel-log.js';
import { namesIn, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';
import { attachments } from '../usb-attachments.js';
import { numberDigest } from './ledger-identity.js';

const drivers: readonly string[] = ['/sys/bus/usb/drivers/usb-storage', '/sys/bus/usb/drivers/uas'];

/** Serial numbers of the storage that is or was plugged in, as digests: enough to find them in the book of media. Asked for only to check the book, never kept. */
export const storageIdentity = probe({
  id: 'storageIdentity',
  schema: z.object({ serialDigests: z.array(z.string()), unnumbered: z.int(), missed: UnavailableReason.optional() }),
  sources: [...kernelLogSources('serial numbers digested'), ...drivers.map((driver) => `${driver}/* (names)`), '/sys/bus/usb/devices/*/serial (digest only)'],
  run: async (host) => {
    const looks = Object.values(await kernelStories(host));
    const missed = looks.find((look) => look.missed !== undefined)?.missed;
    const present = await attachedNow(host);
    const past = looks.map(({ lines }) => attachments(lines));
    const serials = [...present, ...past.flat().map(({ serial }) => serial)].filter((serial) => serial !== undefined && serial !== '');
    const unnumbered = Math.max(0, ...[present, ...past.map((events) => events.map(({ serial }) => serial))].map((each) => each.filter((serial) => serial === undefined || serial === '').length));
    if (serials.length === 0 && unnumbered === 0 && (missed !== undefined || looks.every(({ sources }) => sources === 0))) throw unseen(missed ?? 'not-found', 'kernel log');
    return { serialDigests: [...new Set(serials.map((serial) => numberDigest(serial ?? '')))].toSorted(), unnumbered, ...(missed === undefined ? {} : { missed }) };
  },
});

async function attachedNow(host: Host): Promise<readonly (string | undefined)[]> {
  const bound = (await Promise.all(drivers.map((driver) => namesIn(host, driver)))).flat();
  const ports = bound.flatMap((name) => /^(\d+-[\d.]+):\d+\.\d+$/.exec(name)?.[1] ?? []);
  return Promise.all(ports.map(async (port) => (await textOf(host, `/sys/bus/usb/devices/${port}/serial`))?.trim()));
}
