import type { Fact, FactSet } from '#domain/fact.js';
import { ledgerAgreement } from '#domain/ledger-agreement.js';
import type { RegisterTemplate } from '#domain/register.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { Office } from './books-on-file.js';
import { deviceBooks, machineAgreement, Shown } from './machine-against-book.js';
import { openBooks, rowsInUse } from './open-books.js';

/** Probes to ask for these facts. */
export function probesFor(facts: readonly string[]): readonly string[] {
  return facts.map((id) => (id === ledgerAgreement.id ? ledgerAgreement.from : id));
}

/** The facts with the agreement of machine and book in the place of the identity. */
export function withAgreement(facts: FactSet, templates: readonly RegisterTemplate[], office: Office, snapshot: WorkingSet): FactSet {
  const { [ledgerAgreement.from]: identity, ...others } = facts;
  return identity === undefined ? facts : { ...others, [ledgerAgreement.id]: agreementOf(identity, templates, office, snapshot) };
}

/** The same facts without what must not be kept. */
export function withoutIdentity(facts: FactSet): FactSet {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => id !== ledgerAgreement.from));
}

function agreementOf(identity: Fact, templates: readonly RegisterTemplate[], office: Office, snapshot: WorkingSet): Fact {
  if (identity.status !== 'observed') return identity;
  const kept = openBooks(templates, office, snapshot).filter((book) => book.standing === 'open' && deviceBooks.some((id) => id === book.template.id));
  const candidates = kept.flatMap(({ template }) => rowsInUse(template.id, snapshot).map((row) => ({ row, template })));
  const { found, columns } = machineAgreement(candidates, Shown.parse(identity.value));
  const agrees = (column: string): boolean => columns.includes(column);
  return { ...identity, value: { found, diskAgrees: agrees('disk_serial'), adapterAgrees: agrees('mac'), installedAgrees: agrees('os_installed') } };
}
