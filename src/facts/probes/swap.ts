import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, requiredNames, requiredText, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Areas of the disk that take over memory, and so whatever was open in it. */
export const swap = probe({
  id: 'swap',
  schema: z.object({ areas: z.int(), unencrypted: z.int() }),
  sources: [
    ...['/proc/swaps (areas counted)', '/proc/mounts (the disk below a swap file)', '/sys/block/* (names counted)', '/sys/block/dm-*/dm/uuid (prefix only)'],
    ...['/sys/block/dm-*/dm/name (compared only)', '/sys/block/dm-*/slaves/* (names)'],
  ],
  run: async (host) => {
    const [head = '', ...rows] = (await requiredText(host, '/proc/swaps')).split('\n').filter((line) => line.trim() !== '');
    if (!head.startsWith('Filename')) throw unseen('crashed', '/proc/swaps is malformed');
    // Compressed memory is no disk.
    const areas = rows.map((row) => row.split(/\s+/)).filter(([path = '']) => !/^\/dev\/zram\d/.test(path));
    if (areas.length === 0) return { areas: 0, unencrypted: 0 };
    const encrypted = await encryptedDisks(host);
    const disks = await Promise.all(areas.map(([path = '', type]) => (type === 'file' ? diskBelow(host, path) : Promise.resolve(path))));
    return { areas: areas.length, unencrypted: disks.filter((disk) => !encrypted.includes(disk)).length };
  },
});

/** Both names of each mapped disk that is encrypted, or lies on encrypted ones alone. */
async function encryptedDisks(host: Host): Promise<readonly string[]> {
  const mapped = (await requiredNames(host, '/sys/block')).filter((name) => name.startsWith('dm-'));
  const known = await Promise.all(mapped.map((name) => mappedDisk(host, name)));
  const isSafe = (id: string, depth = 0): boolean => {
    const own = known.find((disk) => disk.id === id);
    if (own === undefined || depth > known.length) return false;
    return own.encrypted || (own.below.length > 0 && own.below.every((each) => isSafe(each, depth + 1)));
  };
  return known.filter(({ id }) => isSafe(id)).flatMap(({ id, name }) => [`/dev/${id}`, `/dev/mapper/${name}`]);
}

async function mappedDisk(host: Host, id: string): Promise<{ id: string; name: string; encrypted: boolean; below: readonly string[] }> {
  const uuid = (await textOf(host, `/sys/block/${id}/dm/uuid`)) ?? '';
  const name = (await requiredText(host, `/sys/block/${id}/dm/name`)).trim();
  return { id, name, encrypted: uuid.startsWith('CRYPT-'), below: await namesIn(host, `/sys/block/${id}/slaves`) };
}

// The longest place that leads to the file.
async function diskBelow(host: Host, path: string): Promise<string> {
  const mounts = (await requiredText(host, '/proc/mounts', 2 ** 21)).split('\n').map((line) => line.split(' '));
  const leading = mounts.filter(([, place = '']) => place.startsWith('/') && (path === place || path.startsWith(place === '/' ? '/' : `${place}/`)));
  return leading.toSorted((one, other) => (other[1]?.length ?? 0) - (one[1]?.length ?? 0))[0]?.[0] ?? '';
}
