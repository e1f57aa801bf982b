import type { ErrorCode, ErrorParams, Problem } from '#domain/app-error.js';
import type { SheetDeduction, SheetSaying } from '#domain/questionnaire.js';
import { questionnaireWords as words } from '#messages/questionnaire-words.js';
import { listJoiner } from '#messages/spellings.js';
import type { ReadRow } from '../sheet-row.js';
import { conclusionIn, deductionsIn, listIn, rulesIn, type Conclusion, type ItemRules } from './cell-words.js';

/** What one row says about its item. */
export interface SheetAnswer extends SheetSaying {
  readonly itemId: string;
  readonly itemDigest: string;
  /** Line of the sheet. */
  readonly row: number;
}

export interface AnswerReading {
  /** Absent where the row was left blank. */
  readonly answer: SheetAnswer | undefined;
  readonly problems: readonly Problem[];
}

type Title = keyof typeof words.titles;
type Blame = (code: ErrorCode, column: Title, more?: ErrorParams) => Problem;

const longest: Readonly<Partial<Record<Title, number>>> = { fact: 500, department: 60, answered_by: 60 };

/** The answer in a row, and what is wrong with it; `unread`: cells that could not be read at all. */
export function readAnswer({ line, cells }: ReadRow, unread: readonly Problem[]): AnswerReading {
  const textAt = (key: Title): string => (typeof cells[key] === 'string' ? cells[key] : '');
  const blame: Blame = (code, column, more = {}) => ({ code, params: { line, column: words.titles[column], ...more } });
  const written = textAt('value');
  const parts = deductionsIn(textAt('deductions'));
  const conclusion = conclusionIn(written);
  const deductions = parts.filter((part) => typeof part !== 'string');
  const answer: SheetAnswer = {
    itemId: textAt('item_id'),
    itemDigest: textAt('item_digest'),
    row: line,
    ...(conclusion !== undefined && { value: conclusion === 'partial' ? 'fail' : conclusion }),
    partial: conclusion === 'partial',
    ...given('fact', textAt('fact')),
    deductions,
    ...given('department', textAt('department')),
    ...given('dueOn', textAt('due_on')),
    evidence: [...listIn(textAt('evidence'))],
    ...given('by', textAt('answered_by')),
    ...given('on', textAt('answered_on')),
  };
  // A remark beside the table is told, but answers nothing.
  const isBlank = written === '' && !saysAnything(answer, parts.length) && unread.every(({ params }) => params['column'] === undefined);
  if (isBlank) return { answer: undefined, problems: unread };
  const rules = rulesIn(textAt('item_rules'));
  const lengths = (Object.keys(longest) as Title[]).filter((key) => textAt(key).length > (longest[key] ?? 0)).map((key) => blame('cell-too-long', key));
  return { answer, problems: [...unread, ...lengths, ...conclusionProblems(written, conclusion, answer, rules, blame), ...deductionProblems(parts, conclusion, rules, blame)] };
}

function given<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  return text === '' ? {} : ({ [key]: text } as Partial<Record<K, string>>);
}

// Department, name and day are often filled down a whole column: alone they answer nothing.
function saysAnything({ fact, evidence }: SheetAnswer, deductions: number): boolean {
  return fact !== undefined || evidence.length > 0 || deductions > 0;
}

function conclusionProblems(written: string, conclusion: Conclusion | undefined, answer: SheetAnswer, rules: ItemRules, blame: Blame): readonly Problem[] {
  if (conclusion === undefined && written !== '') return [blame('questionnaire-conclusion-unknown', 'value', { value: written.slice(0, 40), allowed: Object.values(words.conclusions).join(listJoiner) })];
  if (conclusion === undefined) return rules.isInformation ? [] : [blame('questionnaire-conclusion-missing', 'value')];
  if (conclusion === 'partial' && !rules.allowsPartial) return [blame('questionnaire-no-partial', 'value')];
  const needsFact = conclusion !== 'pass' && answer.fact === undefined;
  return needsFact ? [blame('questionnaire-fact-missing', 'fact', { value: words.conclusions[conclusion] })] : [];
}

function deductionProblems(parts: readonly (SheetDeduction | string)[], conclusion: Conclusion | undefined, rules: ItemRules, blame: Blame): readonly Problem[] {
  const allowed = rules.deductions.map(({ id }) => id).join(listJoiner);
  const isFailure = conclusion === 'fail' || conclusion === 'partial';
  if (!isFailure) return parts.length > 0 && conclusion !== undefined ? [blame('questionnaire-deduction-idle', 'deductions')] : [];
  if (parts.length === 0) return allowed === '' ? [] : [blame('questionnaire-deduction-missing', 'deductions', { allowed })];
  const ids = parts.map((part) => (typeof part === 'string' ? part : part.id));
  return parts.flatMap((part, index): Problem[] => {
    const id = ids[index] ?? '';
    if (ids.indexOf(id) !== index) return [blame('questionnaire-deduction-twice', 'deductions', { deduction: id })];
    const known = rules.deductions.find((each) => each.id === id);
    if (typeof part === 'string' || known === undefined) return [blame('questionnaire-deduction-unknown', 'deductions', { deduction: id.slice(0, 40), allowed })];
    return isInRange(part, known) ? [] : [blame('questionnaire-deduction-points', 'deductions', { deduction: id, low: known.points[0], high: known.points[1] })];
  });
}

// Where the sheet leaves a range, somebody has to say how much.
function isInRange({ points, times }: SheetDeduction, { points: [low, high], perOccurrence }: ItemRules['deductions'][number]): boolean {
  if (times !== undefined && times > 1 && !perOccurrence) return false;
  return points === undefined ? low === high : points >= low && points <= high;
}
