import { z } from 'zod';
import type { Host } from '../host.js';
import { lastValue, settingLines, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const zones: readonly string[] = ['/etc/firewalld/zones', '/usr/lib/firewalld/zones'];

/**
 * Of firewalls with a policy of their own: whether connections from outside are turned away unless a rule lets them in, and how many services
 * the rules let in. Bare rules of the packet filter are read by the probe `firewall`.
 */
export const firewallPolicy = probe({
  id: 'firewallPolicy',
  schema: z.object({ deniesIncoming: z.boolean(), letsIn: z.int() }),
  sources: ['/etc/ufw/ufw.conf', '/etc/default/ufw', '/etc/ufw/user.rules (rules counted)', '/etc/firewalld/firewalld.conf', ...zones.map((folder) => `${folder}/*.xml (services counted)`)],
  run: async (host) => {
    if (/^yes$/i.test(lastValue(await settingLines(host, '/etc/ufw/ufw.conf'), 'ENABLED') ?? '')) return ufw(host);
    const lines = await settingLines(host, '/etc/firewalld/firewalld.conf');
    if (lines.length === 0) throw unseen('not-found', 'ufw, firewalld');
    return firewalld(host, lastValue(lines, 'DefaultZone') ?? 'public');
  },
});

async function ufw(host: Host): Promise<{ deniesIncoming: boolean; letsIn: number }> {
  const policy = (lastValue(await settingLines(host, '/etc/default/ufw'), 'DEFAULT_INPUT_POLICY') ?? '').replaceAll('"', '');
  const rules = (await textOf(host, '/etc/ufw/user.rules'))?.split('\n') ?? [];
  return { deniesIncoming: /^(DROP|REJECT)$/i.test(policy), letsIn: rules.filter((line) => /^### tuple ### (allow|limit)\b.* in(_\S+)?$/.test(line.trim())).length };
}

// A zone turns away what it does not name unless its target says ACCEPT; an office's own file replaces the one that was shipped.
async function firewalld(host: Host, zone: string): Promise<{ deniesIncoming: boolean; letsIn: number }> {
  for (const folder of zones) {
    const text = await textOf(host, `${folder}/${zone}.xml`);
    if (text !== undefined) return { deniesIncoming: !/<zone[^>]*\btarget="ACCEPT"/.test(text), letsIn: text.match(/<(service|port|source-port|protocol)\b/g)?.length ?? 0 };
  }
  throw unseen('not-found', 'zone of firewalld');
}
