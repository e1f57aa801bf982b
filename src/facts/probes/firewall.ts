import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, exists, lastValue, settingLines } from '../look.js';
import { iptablesRules, nftRules, turnsAway } from '../packet-filter.js';
import { probe, unseen } from '../probe.js';

// A service has its control group only while it runs.
const groups: readonly string[] = ['/sys/fs/cgroup/system.slice/firewalld.service', '/sys/fs/cgroup/systemd/system.slice/firewalld.service'];

export const firewall = probe({
  id: 'firewall',
  schema: z.object({ active: z.boolean(), kind: z.enum(['ufw', 'firewalld', 'nftables', 'iptables', 'windows', 'none']) }),
  sources: [
    ...['/usr/sbin/ufw (exists)', '/etc/ufw/ufw.conf', ...groups.map((path) => `${path} (exists)`)],
    ...['/proc/modules', '/proc/sys/kernel/osrelease', '/lib/modules/*/modules.builtin', '/proc/net/ip_tables_names'],
    ...['nft list ruleset', 'iptables -S'],
  ],
  run: async (host) => {
    if (await ufwIsOn(host)) return { active: true, kind: 'ufw' as const };
    if (await anyExists(host, groups)) return { active: true, kind: 'firewalld' as const };
    const nft = await nftRules(host);
    const iptables = await iptablesRules(host);
    const kind = turnsAway(nft, iptables);
    if (kind !== undefined) return { active: true, kind };
    // "No firewall" is only proved when both kinds of rules were seen, or proved absent.
    for (const rules of [nft, iptables]) if (rules.kind === 'unseen') throw unseen(rules.reason, 'nft, iptables');
    return { active: false, kind: 'none' as const };
  },
});

// The setting outlives the program when only the program is removed.
async function ufwIsOn(host: Host): Promise<boolean> {
  const on = /^yes$/i.test(lastValue(await settingLines(host, '/etc/ufw/ufw.conf'), 'ENABLED') ?? '');
  return on && (await exists(host, '/usr/sbin/ufw'));
}
