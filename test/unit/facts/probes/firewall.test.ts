import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const loaded = { '/proc/modules': 'nf_tables 1 1 - Live 0x0\n', '/proc/net/ip_tables_names': '' };
const input = (rules: string, policy = 'accept'): string => `table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy ${policy};\n${rules}\t}\n}\n`;

describe('firewall by nftables', () => {
  it.each([
    ['a policy that drops', input('', 'drop'), true],
    ['a last rule that rejects', input('\t\ttcp dport 22 accept\n\t\tcounter packets 3 bytes 180 reject with icmpx admin-prohibited\n'), true],
    ['a chain that is jumped to and drops', `${input('\t\tjump office\n').slice(0, -2)}\n\tchain office {\n\t\tlog prefix "office: " drop\n\t}\n}\n`, true],
    ['only rules about single senders, as a ban list has', input('\t\tip saddr 192.0.2.7 drop\n\t\tct state invalid drop\n'), false],
    ['a rule that lets everything in before the drop', input('\t\taccept\n\t\tdrop\n'), false],
    ['only forwarded traffic is dropped, as containers do', 'table ip filter {\n\tchain FORWARD {\n\t\ttype filter hook forward priority filter; policy drop;\n\t}\n}\n', false],
    ['only IPv6 is guarded', input('', 'drop').replace('inet', 'ip6'), false],
    ['chains that jump in a circle', `${input('\t\tjump a\n').slice(0, -2)}\n\tchain a {\n\t\tjump b\n\t}\n\n\tchain b {\n\t\tjump a\n\t}\n}\n`, false],
    ['no rules', '', false],
  ])('%s', async (_, stdout, active) => {
    expect(await answerOf('firewall', { files: loaded, tools: { 'nft list ruleset': { exitCode: 0, stdout } } })).toEqual({ active, kind: active ? 'nftables' : 'none' });
  });

  it('nft is not started where the kernel has no such rules: asking would load them', async () => {
    const files = { '/proc/modules': 'ext4 1 1 - Live 0x0\n', '/proc/sys/kernel/osrelease': '6.1.0\n', '/lib/modules/6.1.0/modules.builtin': 'kernel/fs/ext4.ko\n', '/proc/net/ip_tables_names': '' };
    expect(await answerOf('firewall', { files, tools: { 'nft list ruleset': { timedOut: true } } })).toEqual({ active: false, kind: 'none' });
    expect(await answerOf('firewall', { files: { ...files, '/lib/modules/6.1.0/modules.builtin': 'kernel/net/netfilter/nf_tables.ko\n' }, tools: { 'nft list ruleset': { timedOut: true } } })).toBe('timed-out');
  });

  it.each([
    ['nft is missing', {}, 0, 'tool-missing'],
    ['nft fails for an ordinary user', { 'nft list ruleset': { exitCode: 1, stdout: '' } }, 1000, 'no-permission'],
    ['nft fails for root', { 'nft list ruleset': { exitCode: 1, stdout: '' } }, 0, 'crashed'],
  ])('%s: nothing is known', async (_, tools, uid, reason) => {
    expect(await answerOf('firewall', { files: loaded, tools, uid })).toBe(reason);
  });
});

describe('firewall by iptables', () => {
  const none = { exitCode: 0, stdout: '' };
  const tables = { ...loaded, '/proc/net/ip_tables_names': 'filter\n' };
  const head = '-P INPUT ACCEPT\n-P FORWARD DROP\n-N office\n';

  it.each([
    ['-P INPUT DROP\n-P FORWARD ACCEPT\n', true],
    [`${head}-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\n-A INPUT -j REJECT --reject-with icmp-host-prohibited\n`, true],
    [`${head}-A INPUT -m comment --comment "the rest" -j office\n-A office -j DROP\n`, true],
    [`${head}-A INPUT -s 192.0.2.7/32 -j DROP\n`, false],
    [head, false],
  ])('%j', async (stdout, active) => {
    expect(await answerOf('firewall', { files: tables, tools: { 'nft list ruleset': none, 'iptables -S': { exitCode: 0, stdout } } })).toEqual({ active, kind: active ? 'iptables' : 'none' });
  });

  it('without the right to see the tables nothing is known', async () => {
    const files = { ...loaded, '/proc/net/ip_tables_names': { denied: true as const } };
    expect(await answerOf('firewall', { files, tools: { 'nft list ruleset': none }, uid: 1000 })).toBe('no-permission');
  });
});

describe('firewall programs', () => {
  it('ufw counts when it is switched on, and still installed', async () => {
    const files = { ...loaded, '/etc/ufw/ufw.conf': 'ENABLED=yes\n' };
    const tools = { 'nft list ruleset': { exitCode: 0, stdout: '' } };
    expect(await answerOf('firewall', { files, folders: { '/usr/sbin': ['ufw'] }, tools })).toEqual({ active: true, kind: 'ufw' });
    expect(await answerOf('firewall', { files, tools })).toEqual({ active: false, kind: 'none' });
  });

  it('firewalld counts while it runs', async () => {
    expect(await answerOf('firewall', { folders: { '/sys/fs/cgroup/system.slice/firewalld.service': ['cgroup.procs'] } })).toEqual({ active: true, kind: 'firewalld' });
  });
});
