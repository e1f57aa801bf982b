import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, requiredText, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const firewire = '/sys/bus/firewire/devices';
const thunderbolt = '/sys/bus/thunderbolt/devices';

/** Buses whose devices may read the memory of the machine by themselves. */
export const externalBuses = probe({
  id: 'externalBuses',
  schema: z.object({ firewire: z.int(), thunderboltOpen: z.int() }),
  sources: [`${firewire}/* (names counted)`, `${firewire}/*/is_local`, `${thunderbolt}/* (names counted)`, `${thunderbolt}/*/security`, `${thunderbolt}/*/iommu_dma_protection`],
  run: async (host) => {
    const nodes = (await namesIn(host, firewire)).filter((name) => /^fw\d+$/.test(name));
    // Each controller shows itself as a node of its own bus.
    const own = await Promise.all(nodes.map((name) => wordIn(host, `${firewire}/${name}/is_local`, /^[01]$/)));
    const domains = (await namesIn(host, thunderbolt)).filter((name) => /^domain\d+$/.test(name));
    const open = await Promise.all(domains.map((name) => isOpen(host, `${thunderbolt}/${name}`)));
    return { firewire: own.filter((word) => word === '1').length, thunderboltOpen: open.filter(Boolean).length };
  },
});

// "none" lets every device in; the memory is guarded all the same where the kernel says so.
async function isOpen(host: Host, domain: string): Promise<boolean> {
  const security = await wordIn(host, `${domain}/security`, /^(none|user|secure|dponly|usbonly|nopcie)$/);
  const guarded = (await textOf(host, `${domain}/iommu_dma_protection`))?.trim() === '1';
  return security === 'none' && !guarded;
}

async function wordIn(host: Host, path: string, form: RegExp): Promise<string> {
  const word = (await requiredText(host, path)).trim();
  if (!form.test(word)) throw unseen('crashed', '', path);
  return word;
}
