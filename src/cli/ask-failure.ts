import type { Deduction, Item } from '#domain/checklist.js';
import { IsoDay } from '#domain/primitives.js';
import type { Say } from '#messages/say.js';
import type { Reply } from '#workflows/reply.js';
import { plainKeys } from './plain-keys.js';
import { rangeText } from './screens/question-page.js';

/** Asks what belongs to a failure: which deductions, the fact, the department, the day. Digits choose; an empty line leaves out what may be left out. */
export async function askFailure(item: Item, say: Say): Promise<Pick<Reply, 'deductions' | 'fact' | 'department' | 'dueOn' | 'on'>> {
  const { input } = await import('@inquirer/prompts');
  const chosen = await askDeductions(item.deductions ?? [], say);
  const fact = await input({ message: say('ask.fact'), required: true });
  const department = (await input({ message: say('ask.department') })).trim();
  const dueOn = (await input({ message: say('ask.due'), validate: (value) => value.trim() === '' || IsoDay.safeParse(value.trim()).success || say('ask.day-form') })).trim();
  return { ...chosen, fact, ...(department === '' ? {} : { department }), ...(dueOn === '' ? {} : { dueOn }) };
}

async function askDeductions(deductions: readonly Deduction[], say: Say): Promise<Pick<Reply, 'deductions' | 'on'>> {
  if (deductions.length === 0) return { deductions: [] };
  const { input } = await import('@inquirer/prompts');
  process.stderr.write(deductions.map((each, index) => `    ${String(index + 1)}  ${each.when} ${rangeText(each.points)}${each.per === 'occurrence' ? say('question.per-occurrence') : ''}\n`).join(''));
  const numbers = await input({ message: say('ask.deduction-numbers'), required: true, validate: (value) => numbersIn(value, deductions.length).length > 0 || say('ask.deduction-form') });
  const replies: Reply['deductions'][number][] = [];
  let on: string | undefined;
  for (const number of numbersIn(numbers, deductions.length)) {
    const deduction = deductions[number - 1] as Deduction;
    const points = typeof deduction.points === 'number' ? {} : { points: await askPoints(deduction.points, deduction.when, say) };
    const counted = deduction.per === 'occurrence' ? await askEvents(say) : { events: {} };
    on = counted.on ?? on;
    replies.push({ id: deduction.id, ...points, ...counted.events });
  }
  return { deductions: replies, ...(on === undefined ? {} : { on }) };
}

async function askPoints([low, high]: readonly [number, number], when: string, say: Say): Promise<number> {
  const { input } = await import('@inquirer/prompts');
  const isInRange = (text: string): boolean => /^\d+(\.\d{1,2})?$/.test(plainKeys(text)) && Number(plainKeys(text)) >= low && Number(plainKeys(text)) <= high;
  const text = await input({ message: say('ask.points', { id: when, min: low, max: high }), required: true, validate: (value) => isInRange(value) || say('ask.points-form', { min: low, max: high }) });
  return Number(plainKeys(text));
}

// The same event met in two rounds is named by its number and counts once.
async function askEvents(say: Say): Promise<{ readonly events: { readonly times?: number; readonly events?: readonly string[] }; readonly on?: string }> {
  const { input } = await import('@inquirer/prompts');
  const known = (await input({ message: say('ask.events-known') })).split(/[\s,，、]+/u).filter((each) => each !== '');
  const times = Number(plainKeys(await input({ message: say('ask.events-new'), default: known.length === 0 ? '1' : '0', validate: (value) => /^\d{1,3}$/.test(plainKeys(value)) })));
  if (times === 0) return { events: { events: known } };
  const on = (await input({ message: say('ask.events-day'), validate: (value) => value.trim() === '' || IsoDay.safeParse(value.trim()).success || say('ask.day-form') })).trim();
  return { events: { times, events: known }, ...(on === '' ? {} : { on }) };
}

function numbersIn(text: string, most: number): readonly number[] {
  const numbers = plainKeys(text).split(/[^0-9]+/).filter((each) => each !== '').map(Number);
  return numbers.every((number) => number >= 1 && number <= most) ? [...new Set(numbers)] : [];
}
