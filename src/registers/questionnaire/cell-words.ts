import type { Question, QuestionDeduction, SheetDeduction, SheetSaying } from '#domain/questionnaire.js';
import { questionnaireWords } from '#messages/questionnaire-words.js';
import { listJoiner, listSeparators } from '#messages/spellings.js';
import { plain } from '../normalise-cell.js';

/** What may stand in the column of conclusions. */
export type Conclusion = keyof typeof questionnaireWords.conclusions;

/** The word for a conclusion; '' where nothing was said. */
export function conclusionText({ value, partial }: Pick<SheetSaying, 'value' | 'partial'>): string {
  if (value === undefined) return '';
  return questionnaireWords.conclusions[value === 'fail' && partial ? 'partial' : value];
}

/** What a word or a tick means; undefined where it says nothing certain. */
export function conclusionIn(text: string): Conclusion | undefined {
  const word = plain(text).replaceAll(' ', '').toLowerCase();
  const { conclusions, spellings } = questionnaireWords;
  return (Object.keys(conclusions) as Conclusion[]).find((each) => conclusions[each] === word || (spellings[each] as readonly string[]).includes(word));
}

/** ABC-01.1×2=3, several joined. */
export function deductionsText(deductions: readonly SheetDeduction[]): string {
  return deductions.map(({ id, points, times }) => `${id}${times === undefined ? '' : `×${String(times)}`}${points === undefined ? '' : `=${String(points)}`}`).join(listJoiner);
}

/** The deductions of a cell; a part that is not one stays as text. */
export function deductionsIn(text: string): readonly (SheetDeduction | string)[] {
  return listIn(text).flatMap((part) => part.split(/\s+/)).filter((part) => part !== '').map(deductionIn);
}

function deductionIn(part: string): SheetDeduction | string {
  const match = /^([A-Za-z][A-Za-z0-9]*-\d+\.\d+)(?:[×xX*](\d{1,3}))?(?:=(\d+(?:\.\d+)?))?$/.exec(plain(part));
  const [, id, times, points] = match ?? [];
  if (id === undefined || times === '0') return part;
  return { id: id.toUpperCase(), ...(times !== undefined && { times: Number(times) }), ...(points !== undefined && { points: Number(points) }) };
}

export function listIn(text: string): readonly string[] {
  return text.split(new RegExp(listSeparators.source, 'g')).map((part) => plain(part)).filter((part) => part !== '');
}

/** What may be said about an item: kept in a hidden column, so that a sheet can be judged where it is read. */
export interface ItemRules {
  readonly allowsPartial: boolean;
  readonly isInformation: boolean;
  readonly deductions: readonly Omit<QuestionDeduction, 'when'>[];
}

export function rulesText({ allowsPartial, isInformation, deductions }: Question): string {
  const marks = [...(allowsPartial ? ['partial'] : []), ...(isInformation ? ['information'] : [])];
  return [...marks, ...deductions.map(({ id, points: [low, high], perOccurrence }) => `${id}=${String(low)}~${String(high)}${perOccurrence ? '*' : ''}`)].join(' ');
}

export function rulesIn(text: string): ItemRules {
  const parts = text.split(' ');
  const deductions = parts.flatMap((part) => {
    const [, id, low, high, each] = /^([^=]+)=([\d.]+)~([\d.]+)(\*?)$/.exec(part) ?? [];
    return id === undefined ? [] : [{ id, points: [Number(low), Number(high)] as [number, number], perOccurrence: each === '*' }];
  });
  return { allowsPartial: parts.includes('partial'), isInformation: parts.includes('information'), deductions };
}
