import { AppError } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { Finding } from '#domain/finding.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Subject } from '#domain/subject.js';
import type { Found } from '#findings/found-by-person.js';
import { openFound, printOfFound } from '#findings/found-by-person.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource, type NumberSource } from './display-number.js';
import { itemFinder, type FoundItem } from './find-item.js';
import { given } from './given.js';
import { inspectionNumbered } from './inspection-named.js';
import { departmentCalled } from './roster.js';

/** A problem as a person puts it down. */
export interface FindingOrder extends Partial<Pick<Finding, 'severity' | 'owner' | 'leader' | 'department' | 'kind' | 'dueOn' | 'cause' | 'measure'>> {
  readonly statement: string;
  /** `checklist/item` it fails, e.g. personnel/PER-04. */
  readonly item?: string;
  /** What it is about; the department, else the unit, where nothing is said. */
  readonly subject?: string;
  /** Number of the unit's own inspection that found it. */
  readonly inspection?: string;
}

export type ItemOf = (checklistId: string, itemId: string) => FoundItem;

/** Records a problem that a person has found; one that is known already is named, never doubled. */
export function addFinding(desk: Desk, order: FindingOrder, by: string | undefined): Promise<Finding> {
  const itemOf = itemFinder(desk);
  return changeBooks(desk, { kind: 'finding.added', by }, (open) => {
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const finding = draftFinding(open, order, { itemOf, numbers });
    return { changes: [{ collection: 'findings', id: finding.id, value: finding }, ...numbers.changes()] satisfies Change[], result: finding };
  });
}

/** The new finding; not stored by this. `others`: drafted with it, in the same transaction. */
export function draftFinding(open: OpenBooks, order: FindingOrder, { itemOf, numbers, others = [] }: { readonly itemOf: ItemOf; readonly numbers: NumberSource; readonly others?: readonly Finding[] }): Finding {
  const found = foundOf(open, order, itemOf);
  const print = printOfFound(found);
  const known = [...Object.values(open.snapshot.findings), ...others].find(({ fingerprint }) => fingerprint === print);
  if (known !== undefined) throw new AppError('finding-known', { number: known.number, state: known.state });
  return openFound(found, { id: open.newId(), number: numbers.next('W') });
}

function foundOf(open: OpenBooks, order: FindingOrder, itemOf: ItemOf): Found {
  const { statement, item, subject, inspection, severity, ...particulars } = order;
  if (statement.trim() === '') throw new AppError('finding-statement-missing');
  const named = item === undefined ? undefined : ofItem(item, itemOf);
  const worst = severity ?? named?.severity;
  if (worst === undefined) throw new AppError('finding-severity-missing');
  const inspectionId = inspection === undefined ? undefined : inspectionNumbered(open.snapshot, inspection).id;
  return { basis: [], ...named, ...particulars, ...given({ inspectionId }), statement: statement.trim(), severity: worst, subject: subjectOf(open, subject, order.department), source: 'person', by: open.by, at: open.at };
}

function ofItem(called: string, itemOf: ItemOf): Pick<Found, 'itemId' | 'checklistId' | 'objective' | 'section' | 'remediation' | 'basis' | 'severity'> {
  const [checklistId = '', itemId = '', ...rest] = called.split('/');
  if (itemId === '' || rest.length > 0) throw new AppError('finding-item-form', { item: called });
  const { checklist, item } = itemOf(checklistId, itemId);
  const section = checklist.sections.find(({ items }) => items.includes(item))?.title;
  return { itemId: item.id, checklistId: checklist.id, objective: printableObjective(item), basis: item.basis, severity: item.severity, ...given({ section, remediation: item.remediation }) };
}

function subjectOf(open: OpenBooks, subject: string | undefined, department: string | undefined): Subject {
  if (subject !== undefined) return { kind: 'row', key: subject, label: subject };
  if (department === undefined) return { kind: 'unit', key: 'unit', label: open.identity.unit };
  const { no, name } = departmentCalled(open, department);
  return { kind: 'department', key: no, label: name };
}
