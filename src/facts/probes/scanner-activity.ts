import { z } from 'zod';
import { probe } from '../probe.js';
import { runningPrograms, runningSources, startedUnits, startedSources } from '../running-programs.js';

/** How services and programs of scanners begin; the one that only fetches definitions protects nothing. */
const beginnings: readonly string[] = [
  ...['clamd', 'clamav-daemon', 'clamonacc', 'clamav-clamonacc', 'qaxsafe', 'qaxclient', 'tianqing', '360', 'rising', 'huorong', 'jiangmin', 'antiy', 'venustech', 'topsec'],
  ...['ksc-defender', 'kylin-defender', 'deepin-defender', 'sfedr', 'kesl', 'esets', 'ds_agent'],
];

/** Whether a scanner starts with the system, and whether one runs now. */
export const scannerActivity = probe({
  id: 'scannerActivity',
  schema: z.object({ enabled: z.int(), running: z.int() }),
  sources: [...startedSources, ...runningSources],
  run: async (host) => ({ enabled: countIn(await startedUnits(host)), running: countIn(await runningPrograms(host)) }),
});

function countIn(names: readonly string[]): number {
  return beginnings.filter((word) => names.some((name) => name.startsWith(word.slice(0, 15)))).length;
}
