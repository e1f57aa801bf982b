import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { windowsReaders } from '#facts/windows/readers.js';
import { root } from './shipped.js';

const script = readFileSync(join(root, 'bin/read-windows.ps1'), 'utf8');
const code = script.split('\n').filter((line) => !line.trim().startsWith('#')).join('\n');
const own = [...code.matchAll(/^function ([A-Z]\w+-\w+)/gm)].map(([, name = '']) => name);

/** Everything the script may call: each reads, sorts or prints. */
const reading = [
  ...['ConvertTo-Json', 'ForEach-Object', 'Where-Object', 'Sort-Object'],
  ...['Get-Acl', 'Get-ChildItem', 'Get-CimInstance', 'Get-DnsClientServerAddress', 'Get-LocalGroupMember', 'Get-LocalUser', 'Get-MpComputerStatus', 'Get-NetAdapter', 'Get-NetFirewallProfile', 'Get-NetFirewallRule'],
  ...['Get-NetIPAddress', 'Get-NetIPInterface', 'Get-NetRoute', 'Get-NetTCPConnection', 'Get-NetUDPEndpoint', 'Get-ScheduledTask', 'Get-WinEvent'],
];
const called = [...new Set([...code.matchAll(/(?<![\w$.'-])([A-Z][A-Za-z]+-[A-Z]\w+)/g)].map(([, name = '']) => name))];

describe('the script that reads Windows', () => {
  it('calls nothing but what reads', () => {
    expect(called.filter((name) => !reading.includes(name) && !own.includes(name))).toEqual([]);
    expect(reading.filter((name) => !called.includes(name))).toEqual([]);
  });

  it.each([
    ['writes to a file or another stream', /(?<![-=])>(?!=)\s*[\w$&'"]|Out-File|Set-Content|Tee-/],
    ['runs what it was given', /\biex\b|Invoke-|\bStart-Process|\.Invoke\(|ScriptBlock\]::Create/],
    ['loads or compiles anything', /Add-Type|Import-Module|DllImport|\[Reflection|LoadFrom|LoadFile/],
    ['speaks to a network', /Net\.WebClient|HttpClient|WebRequest|Sockets|Send-|Test-Connection|Resolve-Dns/],
    ['starts another program', /\.exe'?\s|cmd\s*\/c|\bnet\s+accounts|netsh|auditpol|secedit|\bwmic\b|schtasks|reg\s+query/],
    ['changes the registry', /SetValue|CreateSubKey|DeleteSubKey|DeleteValue|OpenSubKey\([^)]*\$true/],
    ['hides what it does', /EncodedCommand|FromBase64|WindowStyle/],
  ])('never %s', (_, pattern) => {
    expect(code.match(pattern)?.[0]).toBeUndefined();
  });

  it('starts no block but its own parts', () => {
    expect([...code.matchAll(/(?<![&'"])&\s*(\S+)/g)].map(([, what]) => what).filter((what) => what?.startsWith('$') === true)).toEqual(['$parts[$name])']);
  });

  it('is plain ASCII: a code page changes nothing in it', () => {
    expect(script.match(/[^\t\n\x20-\x7e]/)).toBeNull();
  });

  it('gives the parts that are asked for, and no other', () => {
    const table = code.slice(code.indexOf('$parts = [ordered]@{'), code.indexOf('$answers = [ordered]@{}'));
    const given = [...table.matchAll(/^ {2}(\w+) = \{$/gm)].map(([, name = '']) => name);
    expect(given.toSorted()).toEqual([...new Set(windowsReaders.flatMap(({ parts }) => parts))].toSorted());
  });

  it.each(windowsReaders.map((reader) => [reader.id, reader] as const))('%s: what staff are told stands in it', (_, { sources }) => {
    const told = sources.map((source) => source.replace(/ \([^()]*\)$/, '').split(' / '));
    // A key may be put together from those above it.
    const missing = told.flatMap(([what = '', values = '']) => [...(what.startsWith('HK') ? [what] : what.split(' ')), ...values.split(', ')]).filter((word) => word !== '' && !script.includes(word));
    expect(missing).toEqual([]);
  });
});
