import type { Host } from './host.js';
import { requiredText, textOf } from './look.js';

/** What became of the question for one kind of rules: the rules, the proof that there are none, or why neither. */
export type Rules = { readonly kind: 'rules'; readonly text: string } | { readonly kind: 'none' } | { readonly kind: 'unseen'; readonly reason: 'no-permission' | 'tool-missing' | 'unsupported' | 'timed-out' | 'crashed' };

/** Rules of nftables. Asking would load the kernel module, so it is asked only where the module is there already. */
export async function nftRules(host: Host): Promise<Rules> {
  return (await mayBeLoaded(host, 'nf_tables')) ? listed(host, 'nft', ['list', 'ruleset']) : { kind: 'none' };
}

/** Rules of the older kind. Asking would create the table, so it is asked only where the table is there already. */
export async function iptablesRules(host: Host): Promise<Rules> {
  const look = await host.readFile('/proc/net/ip_tables_names');
  if (look.kind === 'denied') return { kind: 'unseen', reason: 'no-permission' };
  const tables = await textOf(host, '/proc/net/ip_tables_names');
  return tables?.split('\n').includes('filter') === true ? listed(host, 'iptables', ['-S']) : { kind: 'none' };
}

/** Whether the rules turn away whatever no rule let in. A rule about single senders, such as a ban list, is no firewall. */
export function turnsAway(nft: Rules, iptables: Rules): 'nftables' | 'iptables' | undefined {
  if (nft.kind === 'rules' && closed(nftChains(nft.text))) return 'nftables';
  return iptables.kind === 'rules' && closed(iptablesChains(iptables.text)) ? 'iptables' : undefined;
}

async function listed(host: Host, tool: 'nft' | 'iptables', args: readonly string[]): Promise<Rules> {
  const look = await host.run(tool, args);
  if (look.kind === 'ran' && look.exitCode === 0) return { kind: 'rules', text: look.stdout };
  if (look.kind === 'tool-missing' || look.kind === 'unsupported' || look.kind === 'timed-out') return { kind: 'unseen', reason: look.kind };
  return { kind: 'unseen', reason: host.uid === 0 ? 'crashed' : 'no-permission' };
}

async function mayBeLoaded(host: Host, name: string): Promise<boolean> {
  const loaded = await textOf(host, '/proc/modules');
  // A kernel without loadable modules has everything built in.
  if (loaded === undefined || new RegExp(`^${name} `, 'm').test(loaded)) return true;
  const release = (await requiredText(host, '/proc/sys/kernel/osrelease')).trim();
  const builtIn = await textOf(host, `/lib/modules/${release}/modules.builtin`);
  return builtIn === undefined || builtIn.includes(`/${name}.ko`);
}

interface Chain {
  readonly name: string;
  readonly input: boolean;
  readonly policy: string;
  /** Rules that hold for every packet: a verdict, or a jump. */
  readonly verdicts: readonly string[];
}

function closed(chains: readonly Chain[]): boolean {
  return chains.filter((chain) => chain.input).some((chain) => (verdictOf(chain, chains, []) ?? chain.policy) === 'drop');
}

function verdictOf(chain: Chain, chains: readonly Chain[], visited: readonly string[]): 'drop' | 'accept' | undefined {
  for (const verdict of chain.verdicts) {
    if (verdict === 'accept') return 'accept';
    if (/^(drop|reject)/.test(verdict)) return 'drop';
    const next = chains.find((each) => each.name === verdict && !visited.includes(each.name));
    const inner = next === undefined ? undefined : verdictOf(next, chains, [...visited, chain.name]);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const nftVerdict = /^(?:counter(?: packets \d+ bytes \d+)? )?(?:log(?: prefix "[^"]*")?(?: level \w+)?(?: flags [\w ,]+)? )?(accept|drop|reject\b.*|(?:jump|goto) \S+)(?: comment "[^"]*")?$/;

function nftChains(ruleset: string): readonly Chain[] {
  const tables = ruleset.split(/^table /m).slice(1).filter((table) => /^(ip|inet) /.test(table));
  return tables.flatMap((table) => {
    const owner = table.slice(0, table.indexOf('{')).trim();
    return [...table.matchAll(/^\s*chain (\S+) \{\n([^]*?)^\s*\}$/gm)].map(([, name = '', body = '']) => {
      const rules = body.split('\n').map((line) => nftVerdict.exec(line.trim())?.[1]).filter((verdict) => verdict !== undefined);
      const verdicts = rules.map((verdict) => (/^(jump|goto) /.test(verdict) ? `${owner} ${verdict.slice(5)}` : verdict));
      return { name: `${owner} ${name}`, input: /hook input\b/.test(body), policy: /policy drop/.test(body) ? 'drop' : 'accept', verdicts };
    });
  });
}

function iptablesChains(rules: string): readonly Chain[] {
  const lines = rules.split('\n');
  const names = lines.flatMap((line) => /^-[PN] (\S+)/.exec(line)?.[1] ?? []);
  return names.map((name) => {
    const verdict = new RegExp(`^-A ${name.replace(/[^\w-]/g, '.')}(?: -m comment --comment (?:"[^"]*"|\\S+))? -[jg] (\\S+)`);
    const targets = lines.flatMap((line) => verdict.exec(line)?.[1] ?? []);
    const verdicts = targets.map((target) => (['ACCEPT', 'DROP', 'REJECT'].includes(target) ? target.toLowerCase() : target));
    return { name, input: name === 'INPUT', policy: lines.includes(`-P ${name} DROP`) ? 'drop' : 'accept', verdicts };
  });
}
