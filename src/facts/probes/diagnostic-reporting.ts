import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, exists, lastValue, settingLines } from '../look.js';
import { probe } from '../probe.js';

const wants = '/etc/systemd/system/multi-user.target.wants';
const whoopsie: readonly string[] = [`${wants}/whoopsie.service`, '/etc/systemd/system/paths.target.wants/whoopsie.path'];
const kerneloops = `${wants}/kerneloops.service`;

/** Programs that report crashes or use by themselves, and are switched on. What they reported is not looked at. */
export const diagnosticReporting = probe({
  id: 'diagnosticReporting',
  schema: z.object({ enabled: z.int() }),
  sources: [
    ...['/usr/share/apport/apport', '/usr/bin/whoopsie', ...whoopsie, '/usr/sbin/kerneloops', kerneloops].map((path) => `${path} (exists)`),
    ...['/etc/default/apport', '/etc/popularity-contest.conf (whether it takes part)', '/etc/abrt/abrt.conf'],
  ],
  run: async (host) => {
    const switches = await Promise.all([apport(host), started(host, '/usr/bin/whoopsie', whoopsie), started(host, '/usr/sbin/kerneloops', [kerneloops]), popularity(host), abrt(host)]);
    return { enabled: switches.filter(Boolean).length };
  },
});

// The service runs unless its file says otherwise.
async function apport(host: Host): Promise<boolean> {
  const installed = await exists(host, '/usr/share/apport/apport');
  const written = lastValue(await settingLines(host, '/etc/default/apport'), 'enabled');
  return installed && written !== '0';
}

// A link may outlive the program that was removed.
async function started(host: Host, program: string, links: readonly string[]): Promise<boolean> {
  const linked = await anyExists(host, links);
  return (await exists(host, program)) && linked;
}

async function popularity(host: Host): Promise<boolean> {
  return /^["']?(yes|true)\b/i.test(lastValue(await settingLines(host, '/etc/popularity-contest.conf'), 'PARTICIPATE') ?? '');
}

// It only keeps reports for the user unless told to send them.
async function abrt(host: Host): Promise<boolean> {
  return /^yes\b/i.test(lastValue(await settingLines(host, '/etc/abrt/abrt.conf'), 'AutoreportingEnabled') ?? '');
}
