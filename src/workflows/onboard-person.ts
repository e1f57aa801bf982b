import { AppError } from '#domain/app-error.js';
import { bookValues } from '#messages/book-values.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import { cellText, draftRows, rowInState, type RowDraft } from './draft-rows.js';
import type { Desk } from './desk.js';
import { rowsInUse } from './open-books.js';
import { onRoster, rosterRow } from './roster.js';

/** The eight steps before a person is in a classified post; none can be skipped. */
export const onboardSteps = ['roster', 'post', 'vetting', 'training', 'undertaking', 'in-post', 'passports', 'exit-filing'] as const;
export type OnboardStep = (typeof onboardSteps)[number];

export interface StepLine<S extends string = string> {
  readonly step: S;
  readonly done: boolean;
  /** What stands in the book for it. */
  readonly value: string;
}

export interface Onboarding {
  readonly person: string;
  readonly steps: readonly StepLine<OnboardStep>[];
  readonly finished: boolean;
}

export interface OnboardRequest {
  readonly person: string;
  readonly by?: string;
  readonly post?: string;
  readonly postLevel?: string;
  readonly level?: string;
  readonly vettingAt?: string;
  readonly vettingResult?: string;
  readonly trainedAt?: string;
  readonly undertakingAt?: string;
  readonly since?: string;
  readonly passports?: string;
  readonly exitRecord?: boolean;
}

/** Takes the steps that are given, in order, and shows where the person stands; nothing given = only shows. */
export function onboard(desk: Desk, request: OnboardRequest): Promise<Onboarding> {
  return changeBooks(desk, { kind: 'personnel.onboarded', by: request.by }, (open) => {
    const draft = draftRows(open);
    const person = onRoster(open, request.person);
    for (const step of onboardSteps) take(step, draft, person, request);
    const steps = stepsOf(draft.open(), person);
    return { changes: draft.changes(), result: { person, steps, finished: steps.every((line) => line.done) } };
  });
}

const taken: Readonly<Record<OnboardStep, (request: OnboardRequest) => Record<string, string | undefined>>> = {
  roster: () => ({}),
  post: ({ post, postLevel, level }) => ({ post, post_level: postLevel, level }),
  vetting: ({ vettingAt, vettingResult }) => ({ vetting_at: vettingAt, vetting_result: vettingResult }),
  training: ({ trainedAt }) => ({ trained_at: trainedAt, trained_before_post: trainedAt === undefined ? undefined : bookValues.yes }),
  undertaking: ({ undertakingAt }) => ({ undertaking_at: undertakingAt }),
  'in-post': ({ since }) => ({ since, state: since === undefined ? undefined : bookValues.inPost }),
  passports: ({ passports }) => ({ passport_state: passports }),
  'exit-filing': ({ exitRecord }) => ({ exit_record: exitRecord === undefined ? undefined : exitRecord ? bookValues.yes : bookValues.no }),
};

function take(step: OnboardStep, draft: RowDraft, person: string, request: OnboardRequest): void {
  const cells = taken[step](request);
  if (Object.values(cells).every((value) => value === undefined)) return;
  const open = draft.open();
  const missing = stepsOf(open, person).find((line) => !line.done && onboardSteps.indexOf(line.step) < onboardSteps.indexOf(step));
  if (missing !== undefined) throw new AppError('step-too-early', { person, step, missing: missing.step });
  if (step === 'in-post') refuseBackdated(open, person, request.since ?? '');
  if (rowOf(open, person) === undefined) enter(draft, person, cells);
  else draft.edit('personnel', person, cells);
}

// The roster knows name and department already.
function enter(draft: RowDraft, person: string, cells: Readonly<Record<string, string | undefined>>): void {
  const member = rosterRow(draft.open(), person) ?? { cells: {} };
  const known = Object.fromEntries(['name', 'dept', 'employment'].map((column) => [column, cellText(member, column) || undefined]));
  draft.add('personnel', { ...cells, ...known, no: person, state: bookValues.beforePost });
}

// 先上岗后补审 would be hidden by a day that is set later.
function refuseBackdated(open: OpenBooks, person: string, since: string): void {
  const row = rowInState(open, 'personnel', person, [bookValues.beforePost]);
  for (const column of ['vetting_at', 'trained_at', 'undertaking_at']) {
    const day = cellText(row, column);
    if (day > since) throw new AppError('days-out-of-order', { earlier: since, later: day });
  }
}

function stepsOf(open: OpenBooks, person: string): StepLine<OnboardStep>[] {
  const row = rowOf(open, person);
  const text = (column: string): string => (row === undefined ? '' : cellText(row, column));
  const line = (step: OnboardStep, value: string, done = value !== ''): StepLine<OnboardStep> => ({ step, done, value });
  return [
    line('roster', person),
    line('post', [text('post'), text('level')].filter((each) => each !== '').join(' '), text('post') !== '' && text('level') !== ''),
    line('vetting', [text('vetting_at'), text('vetting_result')].join(' ').trim(), text('vetting_at') !== '' && text('vetting_result') === bookValues.vetted),
    line('training', text('trained_at')),
    line('undertaking', text('undertaking_at')),
    line('in-post', text('since'), text('since') !== '' && text('state') !== bookValues.beforePost),
    line('passports', text('passport_state')),
    line('exit-filing', text('exit_record'), text('exit_record') === 'true'),
  ];
}

function rowOf(open: OpenBooks, person: string): ReturnType<typeof rowsInUse>[number] | undefined {
  return rowsInUse('personnel', open.snapshot).find(({ cells }) => cells['no'] === person);
}
