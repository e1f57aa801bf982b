import { describe, expect, it } from 'vitest';
import { windowsReaders } from '#facts/windows/readers.js';
import { blocksIn, isTold, looksIn, ownIn, reading, readsOf, scriptText, strangersIn } from './windows-script.js';

const blocks = blocksIn(scriptText);
const sourcesOf = (part: string): readonly string[] => windowsReaders.filter(({ parts }) => parts.includes(part)).flatMap(({ sources }) => sources);

describe('the script that reads Windows', () => {
  it('holds no command, type or method that is not on the list of those that only read', () => {
    expect(strangersIn(scriptText)).toEqual([]);
  });

  it('has no more commands on its list, and no function of its own, than it needs', () => {
    expect([...reading, ...ownIn(scriptText)].filter((name) => scriptText.split(name).length < 2)).toEqual([]);
    expect(ownIn(scriptText).filter((name) => scriptText.split(new RegExp(`${name}\\b`)).length < 3)).toEqual([]);
  });

  it.each([
    ['a setting is changed', "Set-ItemProperty -Path 'HKCU:\\x' -Name y -Value 1"],
    ['it is changed in small letters', "set-itemproperty 'HKCU:\\x' y 1"],
    ['something is removed', "Remove-Item 'C:\\x'"],
    ['something is removed by an alias', "ri 'C:\\x'"],
    ['something is removed on the way', 'Get-LocalUser | del'],
    ['an object is made', 'New-Object Net.WebClient'],
    ['something is fetched', "Invoke-WebRequest 'x'"],
    ['something is fetched by its type', "[Net.WebClient]::new().DownloadString('x')"],
    ['a program is started', "Start-Process 'calc'"],
    ['a program is named', 'notepad.exe x'],
    ['a program of the system is named', 'net view'],
    ['text is run', 'iex $text'],
    ['text in a variable is called', '& $text'],
    ['a file is run in place', '. $file'],
    ['code hides in a text', '$x = "$(Remove-Item x)"'],
    ['a block is made of text', '[ScriptBlock]::Create($text)'],
    ['a file is written', "Get-Acl | Out-File 'x'"],
    ['output is redirected', "$answers > 'x'"],
    ['a key is opened for writing', '$key.OpenSubKey($name, $true)'],
    ['a value is set', "$key.SetValue('x', 1)"],
    ['a directory entry is set', '$account.MinPasswordLength.Value = 0'],
    ['a directory entry is saved', '$account.SetInfo()'],
    ['a file is written by its type', "[IO.File]::WriteAllText('x', 'y')"],
    ['code is compiled', 'Add-Type -TypeDefinition $text'],
    ['a COM object is asked for', "[Type]::GetTypeFromProgID('x')"],
    ['the environment is changed', "$env:PATH = 'x'"],
    ['a class is told to do something', "Invoke-CimMethod -ClassName Win32_Process -MethodName Create"],
    ['it sleeps', 'Start-Sleep 10'],
  ])('it is noticed when %s', (_, line) => {
    expect(strangersIn(scriptText.replace('$answers = [ordered]@{}', `${line}\n$answers = [ordered]@{}`))).not.toEqual([]);
  });

  it('calls no text that changes with the language', () => {
    expect(scriptText.match(/\b(Caption|Message|DisplayStatus|StatusDescription|LocalizedName|netsh|auditpol|secedit|whoami)\b/g)).toBeNull();
  });

  it('is plain ASCII: a code page changes nothing in it', () => {
    expect(scriptText.match(/[^\t\n\x20-\x7e]/)).toBeNull();
  });

  it('every part can fail alone', () => {
    expect(scriptText).toContain('try { $answers[$name] = @{ ok = $true; value = (& $parts[$name]) } }\n  catch { $answers[$name] = @{ ok = $false; reason = (Get-Reason $_) } }');
  });
});

describe('what staff are told of it', () => {
  it('the parts that are asked for are given, and no other', () => {
    expect([...blocks.keys()].toSorted()).toEqual([...new Set(windowsReaders.flatMap(({ parts }) => parts))].toSorted());
  });

  it.each(windowsReaders.map((reader) => [reader.id, reader] as const))('%s: what is declared is read in its parts', (_, { parts, sources }) => {
    const text = parts.map((part) => blocks.get(part) ?? '').join('\n');
    const reads = readsOf(text);
    const idle = sources.flatMap((source) => {
      const [what = '', values = ''] = source.replace(/ \([^()]*\)$/, '').split(' / ');
      // Values of keys belong to their key; properties stand somewhere in the part, or in a helper it calls.
      if (what.startsWith('HK')) return (values === '' ? [what] : values.split(', ').map((value) => `${what} / ${value}`)).filter((each) => !reads.includes(each));
      const missing = values === '' ? [] : values.split(', ').filter((value) => !(what === 'Get-WinEvent' ? scriptText : text).includes(`.${value}`) && !text.includes(`'${value}'`));
      return reads.includes(what) ? missing : [what];
    });
    expect(idle).toEqual([]);
  });

  it.each([...blocks.keys()])('%s: what is read is declared', (part) => {
    const block = blocks.get(part) ?? '';
    expect(readsOf(block).filter((read) => !isTold(read, sourcesOf(part)))).toEqual([]);
    // A look at something that is put together could not be compared.
    expect(looksIn(block).named).toBe(looksIn(block).all);
  });

  it('a part that reads more, or something else, is noticed', () => {
    const block = blocks.get('autologin') ?? '';
    const undeclared = (text: string): readonly string[] => readsOf(text).filter((read) => !isTold(read, sourcesOf('autologin')));
    expect(undeclared(block)).toEqual([]);
    expect(undeclared(`${block}\nGet-Value 'HKLM:\\SOFTWARE\\X' 'Y'`)).toEqual(['HKLM:\\SOFTWARE\\X / Y']);
    expect(undeclared(block.replace('AutoAdminLogon', 'DefaultPassword'))).toHaveLength(1);
    expect(undeclared(`${block}\nGet-LocalUser`)).toEqual(['Get-LocalUser']);
    expect(looksIn('Get-Value $path $name')).toEqual({ all: 1, named: 0 });
  });

  it('no name, address or title is among what it prints', () => {
    const printed = [...blocks.values()].join('\n').match(/\b\w+ = (?:\[string\])?\$_\.(?:Name|key|value|LocalAddress|Manufacturer|Model|FullName|ProfileImagePath|UserName|DestinationPrefix|DriverFileName)\b(?! -)/g);
    expect(printed).toBeNull();
  });
});
