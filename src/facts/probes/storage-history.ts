import { z } from 'zod';
import { kernelLogSources, kernelStories } from '../kernel-log.js';
import { probe, unseen } from '../probe.js';
import { attachments } from '../usb-attachments.js';

/** How often USB storage was plugged in according to the logs that are left; no names, no serial numbers. */
export const storageHistory = probe({
  id: 'storageHistory',
  schema: z.object({ events: z.int(), sources: z.int(), complete: z.boolean() }),
  sources: kernelLogSources('lines counted'),
  run: async (host) => {
    const looks = Object.values(await kernelStories(host));
    const seen = looks.filter((look) => look.sources > 0);
    const missed = looks.find((look) => look.missed !== undefined)?.missed;
    // Both may tell of the same event, so the larger count stands.
    const events = Math.max(0, ...looks.map((look) => attachments(look.lines).length));
    // Nothing found in one part says nothing about the part that stayed closed.
    if (seen.length === 0 || (events === 0 && missed !== undefined)) throw unseen(missed ?? 'not-found', 'kernel log');
    return { events, sources: seen.reduce((sum, look) => sum + look.sources, 0), complete: missed === undefined };
  },
});
