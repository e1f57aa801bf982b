import { beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '#domain/fact.js';
import { numberDigest } from '#facts/probes/ledger-identity.js';
import { openStore } from '#store/store.js';
import type { Desk } from '#workflows/desk.js';
import { addRow } from '#workflows/edit-rows.js';
import { loadCatalog } from '#workflows/load-catalog.js';
import { probesFor, withAgreement } from '#workflows/reckoned-facts.js';
import { officeDesk } from './office-desk.js';

let desk: Desk;
beforeEach(async () => {
  desk = await officeDesk();
  await addRow(desk, 'media', { no: 'U-1', type: 'U盘', serial: 'aa-01', level: '非涉密', state: '在用' }, {});
});

const seen = (serials: readonly string[], more: object = {}): Fact => ({ status: 'observed', value: { serialDigests: serials.map(numberDigest), unnumbered: 0, ...more }, sources: ['log'], readAt: '2026-11-24T02:00:00.000Z' });

async function agreement(storage: Fact): Promise<Fact | undefined> {
  const store = await openStore(desk.folder, { readOnly: true });
  const facts = withAgreement({ storageIdentity: storage, firewall: seen([]) }, loadCatalog(desk.program).templates, store.identity, store.read());
  expect(Object.keys(facts).toSorted()).toEqual(['firewall', 'storageAgreement']);
  return facts['storageAgreement'];
}

describe('storage that was plugged in, held against the book of media', () => {
  it('is asked for by its probe, and only counts are kept', async () => {
    expect(probesFor(['storageAgreement', 'firewall'])).toEqual(['storageIdentity', 'firewall']);
    const fact = await agreement(seen(['AA-01', 'BB-02']));
    expect(fact).toMatchObject({ value: { seen: 2, registered: 1, unregistered: 1, unnumbered: 0, complete: true } });
    expect(JSON.stringify(fact)).not.toContain(numberDigest('AA-01'));
  });

  it('a stranger is told although some logs could not be read; that there is none is not', async () => {
    expect(await agreement(seen(['BB-02'], { missed: 'no-permission' }))).toMatchObject({ status: 'observed', value: { unregistered: 1, complete: false } });
    expect(await agreement(seen(['AA-01'], { missed: 'no-permission' }))).toMatchObject({ status: 'unavailable', reason: 'no-permission' });
  });

  it('what could not be seen stays unseen', async () => {
    expect(await agreement({ status: 'unavailable', reason: 'not-found', sources: [], readAt: '2026-11-24T02:00:00.000Z' })).toMatchObject({ status: 'unavailable', reason: 'not-found' });
  });
});
