import { z } from 'zod';
import { kernelLogSources, kernelStories, type KernelStory } from '../kernel-log.js';
import { probe, unseen } from '../probe.js';
import { attachments } from '../usb-attachments.js';

/** Whether log files and journal tell the same of USB storage: days on which one tells of it and the other, though it reaches over that day, does not. */
export const traceAgreement = probe({
  id: 'traceAgreement',
  schema: z.object({ compared: z.boolean(), differingDays: z.int() }),
  sources: kernelLogSources('days compared'),
  run: async (host) => {
    const { files, journal } = await kernelStories(host);
    const missed = files.missed ?? journal.missed;
    if (missed !== undefined) throw unseen(missed, 'kernel log');
    if (files.sources === 0 || journal.sources === 0) return { compared: false, differingDays: 0 };
    return { compared: true, differingDays: new Set([...untold(files, journal), ...untold(journal, files)]).size };
  },
});

function untold(teller: KernelStory, other: KernelStory): readonly string[] {
  const told = new Set(attachments(other.lines).map(({ day }) => day));
  const [first, last] = [other.lines[0]?.day, other.lines.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  return attachments(teller.lines).map(({ day }) => day).filter((day) => day > first && day < last && !told.has(day));
}
