import { z } from 'zod';
import type { Host } from '../host.js';
import { exists, lastValue, settingLines, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

export const firewall = probe({
  id: 'firewall',
  schema: z.object({ active: z.boolean(), kind: z.enum(['ufw', 'firewalld', 'nftables', 'iptables', 'none']) }),
  sources: ['/etc/ufw/ufw.conf', '/run/firewalld (exists)', '/proc/net/ip_tables_names', 'nft list ruleset', 'iptables -S'],
  run: async (host) => {
    if (/^yes$/i.test(lastValue(await settingLines(host, '/etc/ufw/ufw.conf'), 'ENABLED') ?? '')) return { active: true, kind: 'ufw' as const };
    if (await exists(host, '/run/firewalld')) return { active: true, kind: 'firewalld' as const };
    const nft = await host.run('nft', ['list', 'ruleset']);
    if (nft.kind === 'ran' && nft.exitCode === 0 && /hook input[^}]*policy drop|\b(drop|reject)\b/s.test(nft.stdout)) return { active: true, kind: 'nftables' as const };
    const iptables = await host.run('iptables', ['-S']);
    if (iptables.kind === 'ran' && iptables.exitCode === 0 && /^(-P INPUT (DROP|REJECT)|-A INPUT .*(DROP|REJECT))/m.test(iptables.stdout)) return { active: true, kind: 'iptables' as const };
    // "No rules" is only proved by a tool that could list them.
    const proved = [nft, iptables].some((look) => look.kind === 'ran' && look.exitCode === 0);
    const noTools = nft.kind === 'tool-missing' && iptables.kind === 'tool-missing';
    if (proved || (noTools && (await kernelHasNoRules(host)))) return { active: false, kind: 'none' as const };
    throw unseen(host.uid === 0 ? 'tool-missing' : 'no-permission', 'nft, iptables');
  },
});

async function kernelHasNoRules(host: Host): Promise<boolean> {
  const tables = await host.readFile('/proc/net/ip_tables_names');
  const modules = (await textOf(host, '/proc/modules')) ?? '';
  return (tables.kind === 'absent' || (tables.kind === 'text' && tables.text.trim() === '')) && !/^nf_tables /m.test(modules);
}
