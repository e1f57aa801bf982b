import type { Fact, FactSet } from '#domain/fact.js';
import { ledgerAgreement, reckonedFacts, storageAgreement } from '#domain/reckoned-facts.js';
import type { RegisterTemplate } from '#domain/register.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { Office } from './books-on-file.js';
import { deviceBooks, machineAgreement, Shown } from './machine-against-book.js';
import { openBooks, rowsInUse } from './open-books.js';
import { mediaBook, storageAgainstBook, StorageShown } from './storage-against-book.js';

/** Probes to ask for these facts. */
export function probesFor(facts: readonly string[]): readonly string[] {
  return facts.map((id) => reckonedFacts.find((each) => each.id === id)?.from ?? id);
}

/** The facts with what is reckoned of machine and books in the place of the identities. */
export function withAgreement(facts: FactSet, templates: readonly RegisterTemplate[], office: Office, snapshot: WorkingSet): FactSet {
  const { [ledgerAgreement.from]: machine, [storageAgreement.from]: storage } = facts;
  return {
    ...withoutIdentity(facts),
    ...(machine === undefined ? {} : { [ledgerAgreement.id]: agreementOfMachine(machine, templates, office, snapshot) }),
    ...(storage === undefined ? {} : { [storageAgreement.id]: agreementOfStorage(storage, templates, office, snapshot) }),
  };
}

/** The same facts without what must not be kept. */
export function withoutIdentity(facts: FactSet): FactSet {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !reckonedFacts.some(({ from }) => from === id)));
}

function agreementOfMachine(identity: Fact, templates: readonly RegisterTemplate[], office: Office, snapshot: WorkingSet): Fact {
  if (identity.status !== 'observed') return identity;
  const kept = openBooks(templates, office, snapshot).filter((book) => book.standing === 'open' && deviceBooks.some((id) => id === book.template.id));
  const candidates = kept.flatMap(({ template }) => rowsInUse(template.id, snapshot).map((row) => ({ row, template })));
  const { found, agrees, keeperNamed } = machineAgreement(candidates, Shown.parse(identity.value));
  const address = agrees('ip');
  const value = { found, diskAgrees: agrees('disk_serial') === true, adapterAgrees: agrees('mac') === true, installedAgrees: agrees('os_installed') === true, keeperNamed, ...(address === undefined ? {} : { addressAgrees: address }) };
  return { ...identity, value };
}

function agreementOfStorage(identity: Fact, templates: readonly RegisterTemplate[], office: Office, snapshot: WorkingSet): Fact {
  if (identity.status !== 'observed') return identity;
  const shown = StorageShown.parse(identity.value);
  const isOpen = openBooks(templates, office, snapshot).some(({ standing, template }) => standing === 'open' && template.id === mediaBook);
  const value = storageAgainstBook(isOpen ? rowsInUse(mediaBook, snapshot) : [], shown);
  // What stands in no book is a fact; that all of it does, only whole logs can tell.
  const isProved = shown.missed === undefined || value.unregistered > 0 || value.unnumbered > 0;
  return isProved ? { ...identity, value } : { status: 'unavailable', reason: shown.missed ?? 'crashed', sources: identity.sources, readAt: identity.readAt };
}
