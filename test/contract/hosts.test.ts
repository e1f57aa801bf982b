import { describe, expect, it } from 'vitest';
import type { FactSet } from '#domain/fact.js';
import { localHost } from '#facts/local-host.js';
import { replayHost } from '#facts/replay-host.js';
import { neutral, recordingOf } from '../fixtures/hosts/record-host.js';
import { factsOf, recordingNamed, recordings } from './hosts.js';

const names = Object.keys(recordings);

function valuesIn(facts: FactSet): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, fact.status === 'observed' ? fact.value : fact.reason]));
}

describe('machines on file', () => {
  it('there are ten, of the families that offices use', () => {
    expect(names.toSorted()).toEqual(['container', 'debian-12', 'debian-12-hardened', 'debian-12-without-rights', 'kylin-v10', 'openeuler-22.03', 'ubuntu-22.04-negligent', 'uos-20', 'windows-10', 'windows-11']);
  });

  it.each(names)('%s says whether it was recorded, or what it was modelled on', (name) => {
    const { meta } = recordingNamed(name);
    expect(meta.name).toBe(name);
    expect(meta.note).toMatch(meta.synthetic ? /modelled on|as its packages set them/ : /^recorded;/);
  });

  it.each(names)('%s holds nothing that tells which machine it was', (name) => {
    const text = JSON.stringify(recordingNamed(name));
    expect(text.match(/\b([0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi)).toBeNull();
    expect((text.match(/(?<![-.\d])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g) ?? []).filter((address) => !/^(127|192\.0\.2|0)\./.test(address) && !['114.114.114.114', '8.8.8.8'].includes(address))).toEqual([]);
    expect((text.match(/\$(?:1|5|6|y|sm3)\$[^:"]{3,}/g) ?? []).filter((hash) => !hash.includes('masked'))).toEqual([]);
    expect((text.match(/https?:\/\/[^/"\s\\]+/g) ?? []).filter((site) => !/example\.invalid|debian\.org|debian\.net|ubuntu\.com|uniontech|chinauos\.com|man7\.org|kernel\.org|freedesktop\.org/.test(site))).toEqual([]);
  });
});

describe('recording', () => {
  it('this machine, recorded and replayed, gives the same facts', { timeout: 60_000 }, async () => {
    const { host, recording } = recordingOf(localHost(), 'here');
    const live = valuesIn(await factsOf(host));
    expect(valuesIn(await factsOf(replayHost(recording)))).toEqual(live);
  });

  it('what is written down keeps no account, address, serial number or hash', () => {
    const { recording } = recordingOf(localHost(), 'here');
    const told = neutral({
      ...recording,
      folders: { '/home': { names: ['zhangsan'] }, '/home/zhangsan': { names: [], mode: 0o700 } },
      files: {
        '/etc/passwd': { text: 'zhangsan:x:1000:1000::/home/zhangsan:/bin/bash\n' },
        '/etc/shadow': { text: 'zhangsan:$6$salt$secret:1:0:90:7:::\n' },
        '/sys/block/sda/device/serial': { text: 'S3RIAL' },
        '/proc/net/route': { text: 'Iface\tDestination\tGateway\neth0\t00000000\t0102A8C0\t0003\n' },
        '/etc/apt/sources.list': { text: 'deb http://mirror.office.example/debian bookworm main\n' },
      },
    });
    expect(JSON.stringify(told)).not.toMatch(/zhangsan|secret|S3RIAL|0102A8C0|office\.example/);
  });
});
