import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './shipped.js';

/** The script as it is shipped. */
export const scriptText = readFileSync(join(root, 'bin/read-windows.ps1'), 'utf8');

/** The commands that may stand in the script: each reads, or works on what was read. */
export const reading: readonly string[] = [
  ...['ConvertTo-Json', 'ForEach-Object', 'Where-Object', 'Sort-Object'],
  ...['Get-Acl', 'Get-ChildItem', 'Get-CimInstance', 'Get-DnsClientServerAddress', 'Get-LocalGroupMember', 'Get-LocalUser', 'Get-MpComputerStatus', 'Get-NetAdapter', 'Get-NetFirewallProfile', 'Get-NetFirewallRule'],
  ...['Get-NetIPAddress', 'Get-NetIPInterface', 'Get-NetRoute', 'Get-NetTCPConnection', 'Get-NetUDPEndpoint', 'Get-ScheduledTask', 'Get-WinEvent'],
];

/** Words of the language, and values of parameters. */
const words: readonly string[] = ['function', 'return', 'if', 'else', 'foreach', 'in', 'try', 'catch', 'finally', 'throw', 'exit', 'ActiveStore', 'True', 'Inbound', 'Allow', 'IPv4'];

/** Types that may be named, and what of them may be called or read. */
const types: readonly string[] = ['string', 'int', 'long', 'datetime', 'string[]', 'ordered', 'ADSI', 'NotSupportedException', 'UnauthorizedAccessException', 'Security.SecurityException', 'Security.Principal.SecurityIdentifier'];
const members: readonly string[] = [
  ...['Environment::Is64BitOperatingSystem', 'Environment::Is64BitProcess', 'Microsoft.Win32.Registry::CurrentUser', 'Microsoft.Win32.Registry::LocalMachine', 'NotSupportedException::new', 'UnauthorizedAccessException::new'],
  ...['Globalization.CultureInfo::InvariantCulture', 'Net.IPAddress::IsLoopback', 'Net.IPAddress::Parse', 'datetime::ParseExact', 'IO.Directory::Exists'],
  ...['Security.Principal.WindowsIdentity::GetCurrent', 'Security.Principal.WindowsPrincipal::new', 'Security.Principal.WindowsBuiltInRole::Administrator'],
];
const methods: readonly string[] = ['GetBaseException', 'StartsWith', 'Substring', 'OpenSubKey', 'GetValue', 'GetSubKeyNames', 'Close', 'ToString', 'IsInRole', 'Split', 'EndsWith', 'GetAccessRules'];

/** Names the script gives to functions of its own. */
export function ownIn(text: string): readonly string[] {
  return [...text.matchAll(/^function ([A-Z]\w+-\w+)/gm)].map(([, name = '']) => name);
}

/** What stands in the script and is not on the lists: a command by its name or an alias, a type, a method, a call, a redirection, a setting of the process. */
export function strangersIn(text: string): readonly string[] {
  const code = bare(text);
  const allowed = [...reading, ...ownIn(text), ...words];
  return [
    // Keys of a table are names of our own.
    ...[...code.matchAll(/(?<![\w$.:\\[-])([A-Za-z_][\w]*(?:-\w+)*)(?![\w-])(?!\s*=(?!=))/g)].map(([, word = '']) => word).filter((word) => !allowed.includes(word)),
    ...[...code.matchAll(/\[([A-Za-z][\w.]*(?:\[\])?)\](?!::)/g)].map(([, type = '']) => type).filter((type) => !types.includes(type)),
    ...[...code.matchAll(/\[([\w.]+)\]::(\w+)/g)].map(([, type = '', member = '']) => `${type}::${member}`).filter((member) => !members.includes(member)),
    ...[...code.matchAll(/(?<!\]:)\.(\w+)\(/g)].map(([, method = '']) => method).filter((method) => !methods.includes(method)),
    ...[...code.matchAll(/&\s*(\S+)/g)].map(([, called = '']) => called).filter((called) => called !== '$parts[$name])'),
    ...[...code.matchAll(/(?<![\w$])\.\s+\S+|>|\.Value\s*=(?!=)|OpenSubKey\([^)]*,/g)].map(([found]) => found),
    ...[...code.matchAll(/\$(?:env|global|script):\w+/gi)].map(([variable]) => variable).filter((variable) => variable !== '$env:PSModulePath'),
  ];
}

/** Text of each part in the script, by name. */
export function blocksIn(text: string): ReadonlyMap<string, string> {
  const table = /\$parts = \[ordered\]@\{\n([\s\S]*?)\n\}\n/.exec(text)?.[1] ?? '';
  return new Map([...table.matchAll(/^ {2}(\w+) = \{\n([\s\S]*?)\n {2}\}$/gm)].map(([, name = '', block = '']) => [name, withoutComments(block)]));
}

/** What a part reads: a key with its value, a key alone, a class, or a command. */
export function readsOf(block: string): readonly string[] {
  const found = [
    ...[...block.matchAll(/Get-(?:Value|Below|Deep) '([^']+)' '([^']+)'/g)].map(([, key = '', value = '']) => `${key} / ${value}`),
    ...[...block.matchAll(/Get-(?:Names|ValueCount) '([^']+)'/g)].map(([, key = '']) => key),
    ...[...block.matchAll(/-LiteralPath '([^']+)'/g)].map(([, folder = '']) => folder),
    ...[...block.matchAll(/Get-Cim '[^']+' '(\w+)'/g)].map(([, name = '']) => name),
    ...[...block.matchAll(/\b(Get-(?:Acl|Dns|Local|Mp|Net|Scheduled|WinEvent)\w*)/g)].map(([, command = '']) => command),
    ...(block.includes('Get-LogAge ') ? ['Get-WinEvent'] : []),
    ...(block.includes('WinNT://') ? ['ADSI WinNT'] : []),
  ];
  return [...new Set(found)];
}

/** How many looks a part takes, and how many of them name what they look at in so many words. */
export function looksIn(block: string): { readonly all: number; readonly named: number } {
  const all = block.match(/\bGet-(?:Value|Below|Deep|Names|ValueCount|Cim|Key|CimInstance|ChildItem)\b/g) ?? [];
  const named = block.match(/\bGet-(?:(?:Value|Below|Deep|Cim) '[^']+' '[^']+'|(?:Names|ValueCount) '[^']+'|ChildItem -LiteralPath '[^']+')/g) ?? [];
  return { all: all.length, named: named.length };
}

/** Whether this is among what staff are told. */
export function isTold(read: string, sources: readonly string[]): boolean {
  const told = sources.flatMap((source) => {
    const [what = '', values = ''] = source.replace(/ \([^()]*\)$/, '').split(' / ');
    return [what, ...values.split(', ').map((value) => `${what} / ${value}`)];
  });
  return told.includes(read);
}

function withoutComments(text: string): string {
  return text.split('\n').filter((line) => !line.trimStart().startsWith('#')).join('\n');
}

// Texts are taken out; what is reckoned inside a text is code, and stays.
function bare(text: string): string {
  return withoutComments(text)
    .replaceAll(/'[^'\n]*'/g, "''")
    .replaceAll(/"((?:[^"\n])*)"/g, (_, inner: string) => `"" ${[...inner.matchAll(/\$\(([^()]*)\)/g)].map(([, reckoned = '']) => reckoned).join(' ')}`);
}
