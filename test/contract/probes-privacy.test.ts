import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FactSet } from '#domain/fact.js';
import type { Host } from '#facts/host.js';
import { probes } from '#facts/probes/index.js';
import { factsOf, recorded, recordings } from './hosts.js';
import { privacyDocument } from './privacy.js';
import { kept } from './privacy-words.js';

const file = join(import.meta.dirname, '../../docs/privacy.md');

describe('docs/privacy.md', () => {
  // `npx vitest run test/contract/probes-privacy.test.ts -u` writes it anew.
  it('is there, and says what the probes declare today', async () => {
    expect(existsSync(file)).toBe(true);
    await expect(privacyDocument(probes)).toMatchFileSnapshot(file);
  });

  it('has no words left over from probes or values that are gone', () => {
    const fields = Object.fromEntries(probes.map((probe) => [probe.id, Object.keys(probe.schema.shape).toSorted()]));
    expect(Object.fromEntries(Object.entries(kept).map(([id, words]) => [id, Object.keys(words).toSorted()]))).toEqual(fields);
  });
});

describe('names that belong to people', () => {
  const secret = 'Zhang San 5G';
  const endings = ['', '.conf', '.list', '.sources', '.rules', '.repo', '.sh', '.nmconnection', '.psk', '.exports', '.desktop', '.ppd', '.journal'];
  const isSecret = (path: string): boolean => path.includes(secret);

  const telling = (facts: FactSet): readonly string[] => Object.keys(facts).filter((id) => JSON.stringify(facts[id]).includes(secret));

  /** In every folder lie more files, named after somebody, which answer so. */
  function withNames(host: Host, look: { readonly kind: 'denied' } | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }): Host {
    return {
      ...host,
      list: async (path) => {
        const names = await host.list(path);
        return names.kind === 'names' ? { kind: 'names', names: [...names.names, ...endings.map((ending) => `${secret}${ending}`), `ifcfg-${secret}`] } : names;
      },
      readFile: (path, maxBytes) => (isSecret(path) ? Promise.resolve(look) : host.readFile(path, maxBytes)),
      stat: (path) => (isSecret(path) && look.kind === 'denied' ? Promise.resolve(look) : host.stat(path)),
    };
  }

  it.each(Object.keys(recordings))('%s: a file that may not be read is not named in the reason', async (name) => {
    const facts = await factsOf(withNames(recorded(name), { kind: 'denied' }));
    expect(Object.values(facts).filter((fact) => fact.status === 'unavailable').length).toBeGreaterThan(3);
    expect(telling(facts)).toEqual([]);
  });

  it.each(Object.keys(recordings))('%s: what stands in a file is not in any answer', async (name) => {
    const text = `[connection]\nid=${secret}\ntype=wifi\n[${secret}]\nname=${secret}\npath=/home/${secret}\nproxy=http://${secret}\n`;
    const facts = await factsOf(withNames(recorded(name), { kind: 'text', text, cut: false }));
    expect(telling(facts)).toEqual([]);
  });
});
