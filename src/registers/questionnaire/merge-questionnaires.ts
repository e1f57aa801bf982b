import type { SheetSaying } from '#domain/questionnaire.js';
import type { SheetAnswer } from './read-answer.js';
import type { ReadQuestionnaire } from './read-questionnaire.js';

/** An answer of the round that is on file. */
export interface KnownAnswer extends SheetSaying {
  readonly subjectKey: string;
  readonly itemId: string;
  /** Moment of recording. */
  readonly at: string;
  /** The same as a day of the office. */
  readonly on: string;
}

/** One side of a conflict. */
export interface ConflictSide {
  /** Absent for the answer on file. */
  readonly file?: string;
  readonly row?: number;
  readonly saying: SheetSaying;
}

export interface MergeConflict {
  readonly subjectKey: string;
  readonly itemId: string;
  /** Two files differ; or the answer on file was recorded after the sheet was handed out. */
  readonly kind: 'files-differ' | 'recorded-later';
  readonly sides: readonly ConflictSide[];
}

export interface MergedAnswer {
  readonly subjectKey: string;
  readonly file: string;
  readonly answer: SheetAnswer;
}

export interface MergePlan {
  /** To be recorded. */
  readonly answers: readonly MergedAnswer[];
  /** Said on a sheet, and on file already. */
  readonly unchanged: readonly Pick<MergedAnswer, 'subjectKey' | 'answer'>[];
  /** On file and kept against a sheet, because `keep` was asked for. */
  readonly kept: readonly MergeConflict[];
  /** Nothing of these is to be recorded until a person decides. */
  readonly conflicts: readonly MergeConflict[];
}

/** How a person decided about conflicts: the side with the later day, or what is on file. */
export type ConflictChoice = 'newer' | 'keep';

/** What these sheets change in the answers on file. Two sayings about one item are never settled silently. */
export function mergeQuestionnaires(files: readonly ReadQuestionnaire[], known: readonly KnownAnswer[], choice?: ConflictChoice): MergePlan {
  const plan = { answers: [] as MergedAnswer[], unchanged: [] as MergePlan['unchanged'][number][], kept: [] as MergeConflict[], conflicts: [] as MergeConflict[] };
  const onFile = newestKnown(known);
  for (const said of groupsOf(files)) {
    const outcome = decide(said, onFile.get(keyOf(said[0].subjectKey, said[0].answer.itemId)), choice);
    if (outcome.kind === 'new') plan.answers.push(outcome.taken);
    else if (outcome.kind === 'unchanged') plan.unchanged.push({ subjectKey: said[0].subjectKey, answer: said[0].answer });
    else plan[outcome.kind].push(outcome.conflict);
  }
  return plan;
}

interface Said extends MergedAnswer {
  readonly exportedAt: string;
}
type Group = readonly [Said, ...Said[]];
type Outcome =
  | { readonly kind: 'new'; readonly taken: MergedAnswer }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'kept' | 'conflicts'; readonly conflict: MergeConflict };

function keyOf(subjectKey: string, itemId: string): string {
  return `${subjectKey}\n${itemId}`;
}

function newestKnown(known: readonly KnownAnswer[]): ReadonlyMap<string, KnownAnswer> {
  const sorted = [...known].sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
  return new Map(sorted.map((answer) => [keyOf(answer.subjectKey, answer.itemId), answer]));
}

function groupsOf(files: readonly ReadQuestionnaire[]): readonly Group[] {
  const groups = new Map<string, [Said, ...Said[]]>();
  for (const { file, subjectKey, exportedAt, answers } of files) {
    for (const answer of answers) {
      const key = keyOf(subjectKey, answer.itemId);
      const said: Said = { file, subjectKey, exportedAt, answer };
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [said]);
      else group.push(said);
    }
  }
  return [...groups.values()];
}

function decide(group: Group, known: KnownAnswer | undefined, choice: ConflictChoice | undefined): Outcome {
  // What a sheet was handed out with is repeated by everybody who left it alone; it is no saying of theirs.
  const news = group.filter(({ answer }) => known === undefined || !isSame(answer, known));
  const [first, ...others] = news;
  if (first === undefined) return { kind: 'unchanged' };
  const isLater = known !== undefined && news.some(({ exportedAt }) => Date.parse(known.at) > Date.parse(exportedAt));
  const differ = others.some(({ answer }) => !isSame(answer, first.answer));
  if (!differ && !isLater) return { kind: 'new', taken: takenOf(first) };
  return settled(news, known, { isLater, choice });
}

function settled(news: readonly Said[], known: KnownAnswer | undefined, { isLater, choice }: { readonly isLater: boolean; readonly choice: ConflictChoice | undefined }): Outcome {
  const [first] = news as [Said];
  const sides = [...news.map(({ file, answer }) => ({ file, row: answer.row, saying: answer })), ...(known === undefined ? [] : [{ saying: known }])];
  const conflict: MergeConflict = { subjectKey: first.subjectKey, itemId: first.answer.itemId, kind: isLater ? 'recorded-later' : 'files-differ', sides };
  if (choice === 'keep' && known !== undefined) return { kind: 'kept', conflict };
  if (choice !== 'newer') return { kind: 'conflicts', conflict };
  const newest = newestOf(news, isLater ? known : undefined);
  if (newest === undefined) return { kind: 'conflicts', conflict };
  return newest === 'known' ? { kind: 'kept', conflict } : { kind: 'new', taken: takenOf(newest) };
}

// Two answers of one day, or one without a day, have no newer one: a person decides.
function newestOf(news: readonly Said[], known: KnownAnswer | undefined): Said | 'known' | undefined {
  const dated = [...news.map((said) => ({ side: said, on: said.answer.on })), ...(known === undefined ? [] : [{ side: 'known' as const, on: known.on }])];
  if (dated.some(({ on }) => on === undefined)) return undefined;
  const last = dated.map(({ on }) => on ?? '').sort().at(-1);
  const newest = dated.filter(({ on }) => on === last).map(({ side }) => side);
  const [side] = newest;
  const agree = newest.every((each) => each !== 'known' && side !== 'known' && side !== undefined && isSame(each.answer, side.answer));
  return newest.length === 1 || agree ? side : undefined;
}

function takenOf({ file, subjectKey, answer }: Said): MergedAnswer {
  return { file, subjectKey, answer };
}

/** Do two people say the same? Who said it and when makes no difference. */
export function isSame(left: SheetSaying, right: SheetSaying): boolean {
  return contentOf(left) === contentOf(right);
}

function contentOf({ value, partial, fact, deductions, department, dueOn, evidence }: SheetSaying): string {
  const chosen = deductions.map(({ id, points, times }) => `${id}×${String(times ?? 1)}=${String(points ?? '')}`).sort();
  return JSON.stringify([value, partial, fact ?? '', chosen, department ?? '', dueOn ?? '', [...evidence].sort()]);
}
