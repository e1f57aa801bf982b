import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, requiredNames, textOf } from '../look.js';
import { probe } from '../probe.js';

/** A chip that measures the start of the machine and keeps keys: of the international kind, or of the national one. */
export const trustedModule = probe({
  id: 'trustedModule',
  schema: z.object({ present: z.boolean(), version: z.int().optional() }),
  sources: ['/sys/class (names)', '/sys/class/tpm/* (names)', '/sys/class/misc/* (names)', '/sys/class/tpm/*/tpm_version_major'],
  run: async (host) => {
    await requiredNames(host, '/sys/class');
    const chips = (await namesIn(host, '/sys/class/tpm')).filter((name) => /^tpm\d+$/.test(name)).toSorted();
    const national = (await namesIn(host, '/sys/class/misc')).some((name) => /^tcm\d+$/.test(name));
    const version = chips[0] === undefined ? undefined : await versionOf(host, chips[0]);
    return { present: chips.length > 0 || national, ...(version === undefined ? {} : { version }) };
  },
});

// Older kernels do not tell.
async function versionOf(host: Host, chip: string): Promise<number | undefined> {
  const text = (await textOf(host, `/sys/class/tpm/${chip}/tpm_version_major`))?.trim() ?? '';
  return /^[12]$/.test(text) ? Number(text) : undefined;
}
