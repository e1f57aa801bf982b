import type { RegisterTemplate, Row } from '#domain/register.js';
import { z } from 'zod';
import { addressDigest, numberDigest } from '#facts/probes/ledger-identity.js';
import { labelOf } from '#registers/register-facts.js';
import type { OpenBooks } from './change-books.js';
import { inspectMachine } from './inspect-machine.js';
import { rowsInUse } from './open-books.js';

/** A difference between a book of devices and what this machine shows; values stay where they are. */
export interface MachineFault {
  readonly register: string;
  readonly row: string;
  readonly column: string;
}

export const Shown = z.object({ serialDigests: z.array(z.string()), adapterDigests: z.array(z.string()), addressDigests: z.array(z.string()).optional(), installed: z.string() });
export type Shown = z.infer<typeof Shown>;

/** The books in which a computer may stand. */
export const deviceBooks = ['computers', 'classified-computers'] as const;

/** 账物不一致 on this machine: the row that has its disk or adapter is held against both and the day of installation. Nothing is read on a classified machine. */
export async function compareMachine(open: OpenBooks, isAsked: (register: string) => boolean): Promise<readonly MachineFault[]> {
  const candidates = deviceBooks.filter(isAsked).flatMap((register) => {
    const template = open.books.find((book) => book.standing === 'open' && book.template.id === register)?.template;
    return template === undefined ? [] : rowsInUse(register, open.snapshot).map((row) => ({ row, template }));
  });
  if (open.identity.mode === 'classified' || candidates.length === 0) return [];
  const shown = await shownByMachine(open);
  return shown === undefined ? [] : machineFaults(candidates, shown);
}

export interface Candidate {
  readonly row: Row;
  readonly template: RegisterTemplate;
}

/** How a machine stands in the books. */
export interface Agreement {
  readonly found: boolean;
  /** Whether book and machine agree in a column; undefined where either tells nothing. */
  readonly agrees: (column: string) => boolean | undefined;
  /** The book names somebody who answers for the machine. */
  readonly keeperNamed: boolean;
}

export function machineAgreement(candidates: readonly Candidate[], shown: Shown): Agreement {
  const [own] = ownRows(candidates, shown);
  if (own === undefined) return { found: false, agrees: () => undefined, keeperNamed: false };
  const compared = differences(own.row, shown);
  return { found: true, agrees: (column) => compared.find((each) => each.column === column)?.matches, keeperNamed: typeof own.row.cells['keeper'] === 'string' };
}

// A day of installation is common to many machines and an address is lent: only a disk or an adapter tells which one it is.
function ownRows(candidates: readonly Candidate[], shown: Shown): readonly Candidate[] {
  return candidates.filter(({ row }) => differences(row, shown).some((each) => each.matches && ['disk_serial', 'mac'].includes(each.column)));
}

/** The rows that have a disk or an adapter of this machine, and in what else they differ from it. */
export function machineFaults(candidates: readonly Candidate[], shown: Shown): readonly MachineFault[] {
  return ownRows(candidates, shown).flatMap(({ row, template }) =>
    differences(row, shown)
      .filter((each) => !each.matches)
      .map(({ column }) => ({ register: template.id, row: labelOf(template, row), column: template.columns.find((each) => each.key === column)?.title.zh ?? column })),
  );
}

async function shownByMachine(open: OpenBooks): Promise<Shown | undefined> {
  const { ledgerIdentity: fact } = await inspectMachine(open.identity.mode, ['ledgerIdentity']);
  return fact?.status === 'observed' ? Shown.parse(fact.value) : undefined;
}

interface Difference {
  readonly column: string;
  readonly matches: boolean;
}

// What a row or the machine does not tell is no difference.
function differences({ cells }: Row, { serialDigests, adapterDigests, addressDigests = [], installed }: Shown): Difference[] {
  const held = (column: string, digests: readonly string[]): Difference[] => {
    const cell = cells[column];
    return typeof cell !== 'string' || digests.length === 0 ? [] : [{ column, matches: digests.includes(numberDigest(cell)) }];
  };
  const day = cells['os_installed'];
  const installation = typeof day === 'string' ? [{ column: 'os_installed', matches: daysApart(day, installed) <= 1 }] : [];
  const address = typeof cells['ip'] === 'string' ? addressDigest(cells['ip']) : undefined;
  const place = address === undefined || addressDigests.length === 0 ? [] : [{ column: 'ip', matches: addressDigests.includes(address) }];
  return [...held('disk_serial', serialDigests), ...held('mac', adapterDigests), ...place, ...installation];
}

function daysApart(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}
