import { AppError, type Problem } from '#domain/app-error.js';
import type { Row } from '#domain/register.js';
import { bookValues } from '#messages/book-values.js';
import { targetIds } from '#registers/resolve-references.js';
import { labelOf } from '#registers/register-facts.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import { cellText, draftRows, rowInState, type RowDraft } from './draft-rows.js';
import type { Desk } from './desk.js';
import type { StepLine } from './onboard-person.js';
import { keptBook, rowByKey, rowsInUse } from './open-books.js';
import { onRoster } from './roster.js';

export const offboardSteps = ['leaving', 'handed-back', 'access', 'talk', 'undertaking', 'cooling-off', 'exit-filing'] as const;
export type OffboardStep = (typeof offboardSteps)[number];

/** Something that still names a person who leaves. */
export interface StillHeld {
  readonly register: string;
  readonly title: string;
  readonly row: string;
}

export interface Offboarding {
  readonly person: string;
  readonly number: string;
  readonly steps: readonly StepLine<OffboardStep>[];
  readonly held: readonly StillHeld[];
  readonly finished: boolean;
}

export interface OffboardRequest {
  readonly person: string;
  readonly by?: string;
  readonly kind?: string;
  readonly leaveAt?: string;
  /** Day on which everything was handed back; refused while anything still names the person. */
  readonly handedBackAt?: string;
  readonly accessRemovedAt?: string;
  readonly talkAt?: string;
  readonly talkBy: readonly string[];
  readonly undertakingAt?: string;
  readonly from?: string;
  readonly until?: string;
  readonly exitFiledAt?: string;
  /** Closes the case: the person leaves the post. Refused while a step is open or anything still names the person. */
  readonly finish: boolean;
}

/** Takes the steps that are given and shows where the case stands; it cannot be finished while a carrier or device still names the person. */
export function offboard(desk: Desk, request: OffboardRequest): Promise<Offboarding> {
  return changeBooks(desk, { kind: 'personnel.offboarded', by: request.by }, (open) => {
    const draft = draftRows(open);
    const person = onRoster(open, request.person);
    rowInState(open, 'personnel', person, [bookValues.inPost, bookValues.movedPost]);
    const number = caseOf(open, person) ?? (isGiven(request) ? openCase(draft, open, person, request) : '');
    if (number !== '') record(draft, number, person, request);
    const held = stillHeld(draft.open(), person);
    if (held.length > 0 && (request.finish || request.handedBackAt !== undefined)) throw refusal(person, held);
    const steps = stepsOf(draft.open(), number, person);
    if (request.finish) finish(draft, person, steps);
    return { changes: draft.changes(), result: { person, number, steps, held, finished: request.finish } };
  });
}

function isGiven(request: OffboardRequest): boolean {
  return request.kind !== undefined || request.leaveAt !== undefined;
}

function openCase(draft: RowDraft, open: OpenBooks, person: string, { kind, leaveAt }: OffboardRequest): string {
  if (kind === undefined || leaveAt === undefined) throw new AppError('offboard-needs-kind', { person });
  const row = rowByKey(keptBook('personnel', open.books).template, person, open.snapshot);
  const number = draft.number('departures', 'LZ');
  draft.add('departures', { no: number, person, kind, apply_at: open.today, leave_at: leaveAt, dept_post: `${cellText(row, 'dept')} ${cellText(row, 'post')}`, level: cellText(row, 'level') });
  return number;
}

function record(draft: RowDraft, number: string, person: string, request: OffboardRequest): void {
  const { talkBy, from, until } = request;
  if (from !== undefined && until !== undefined && until < from) throw new AppError('days-out-of-order', { earlier: until, later: from });
  if (request.talkAt !== undefined && talkBy.length < 2) throw new AppError('talk-needs-two', { person });
  const shared = { leave_at: request.leaveAt };
  draft.edit('departures', number, {
    ...shared, kind: request.kind, account_closed: request.accessRemovedAt, talk_at: request.talkAt, talk_by: talkBy.length > 0 ? talkBy.join(', ') : undefined,
    undertaking_at: request.undertakingAt, period_from: from, period_to: until, exit_filed: request.exitFiledAt, cleared_at: request.handedBackAt,
  });
  draft.edit('personnel', person, {
    ...shared, leave_kind: request.kind === undefined ? undefined : (bookValues.leaveKinds[request.kind] ?? bookValues.otherKind), leave_talk_at: request.talkAt, leave_pledge_at: request.undertakingAt, access_removed_at: request.accessRemovedAt, decl_start: from, decl_end: until, handed_back_at: request.handedBackAt,
    exit_record: request.exitFiledAt === undefined ? undefined : bookValues.yes,
  });
}

function finish(draft: RowDraft, person: string, steps: readonly StepLine<OffboardStep>[]): void {
  const missing = steps.filter((line) => !line.done).map(({ step }): Problem => ({ code: 'step-open-here', params: { step } }));
  if (missing.length > 0) throw new AppError('offboard-steps-open', { person, count: missing.length }, { problems: missing });
  draft.edit('personnel', person, { state: bookValues.coolingOff });
}

function refusal(person: string, held: readonly StillHeld[]): AppError {
  const problems = held.map(({ title, row }): Problem => ({ code: 'still-held-here', params: { title, row } }));
  return new AppError('offboard-still-holds', { person, count: held.length }, { problems: problems.slice(0, 200) });
}

/** Carriers, devices, media, loans and passports that still name a person. */
export function stillHeld(open: OpenBooks, person: string): StillHeld[] {
  return open.books.filter((book) => book.standing === 'open').flatMap(({ template }) => {
    const held = holding[template.id];
    const columns = held === undefined ? [] : template.columns.filter((column) => held.columns.includes(column.key) && targetIds(column).includes('staff'));
    return held === undefined
      ? []
      : rowsInUse(template.id, open.snapshot)
          .filter((row) => columns.some((column) => row.cells[column.key] === person) && held.isHeld(row))
          .map((row) => ({ register: template.id, title: template.title.zh, row: labelOf(template, row) }));
  });
}

const gone: readonly string[] = [bookValues.carrier.destroyed, bookValues.carrier.returned];
const isInUse = (row: Row): boolean => !gone.includes(cellText(row, 'state'));
const isOut = (row: Row): boolean => row.cells['back_at'] === undefined;

const holding: Readonly<Record<string, { readonly columns: readonly string[]; isHeld(row: Row): boolean }>> = {
  carriers: { columns: ['keeper'], isHeld: isInUse },
  computers: { columns: ['keeper'], isHeld: isInUse },
  'classified-computers': { columns: ['keeper'], isHeld: isInUse },
  media: { columns: ['keeper'], isHeld: isInUse },
  'office-devices': { columns: ['keeper'], isHeld: isInUse },
  loans: { columns: ['borrower'], isHeld: isOut },
  'carry-outs': { columns: ['applicant'], isHeld: isOut },
  passports: { columns: ['person'], isHeld: (row) => row.cells['out_at'] !== undefined && row.cells['back_at'] === undefined },
};

function stepsOf(open: OpenBooks, number: string, person: string): StepLine<OffboardStep>[] {
  const departure = rowOf(open, 'departures', number);
  const row = rowOf(open, 'personnel', person);
  const text = (from: Row | undefined, column: string): string => (from === undefined ? '' : cellText(from, column));
  const line = (step: OffboardStep, value: string): StepLine<OffboardStep> => ({ step, done: value !== '', value });
  return [
    line('leaving', [text(departure, 'kind'), text(row, 'leave_at')].join(' ').trim()),
    line('handed-back', text(row, 'handed_back_at')),
    line('access', text(row, 'access_removed_at')),
    line('talk', text(departure, 'talk_at')),
    line('undertaking', text(row, 'leave_pledge_at')),
    line('cooling-off', [text(row, 'decl_start'), text(row, 'decl_end')].join(' ').trim()),
    line('exit-filing', text(departure, 'exit_filed')),
  ];
}

function rowOf(open: OpenBooks, register: string, no: string): Row | undefined {
  return rowsInUse(register, open.snapshot).find(({ cells }) => cells['no'] === no);
}

// The newest case of a person who is still in post.
function caseOf(open: OpenBooks, person: string): string | undefined {
  const row = rowsInUse('departures', open.snapshot).filter(({ cells }) => cells['person'] === person).at(-1);
  return row === undefined ? undefined : cellText(row, 'no');
}
