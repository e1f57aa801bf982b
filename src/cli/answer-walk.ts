import type { Answer } from '#domain/answer.js';
import { exitCodes } from '#domain/exit-code.js';
import type { Say } from '#messages/say.js';
import type { Reply } from '#workflows/reply.js';
import type { RoundLine, RoundSheet } from '#workflows/show-rounds.js';
import { askFailure } from './ask-failure.js';
import { asAppError } from './base-command.js';
import { describeError, errorLines } from './describe-error.js';
import { plainKeys } from './plain-keys.js';
import { explanationPage, questionPage, sectionPage } from './screens/question-page.js';

/** What the walk needs of its command. */
export interface Walker {
  readonly say: Say;
  readonly width: number;
  show(...lines: readonly string[]): void;
  /** Records answers, durable before it returns. */
  record(replies: readonly Omit<Reply, 'round' | 'subject' | 'by'>[]): Promise<readonly Answer[]>;
}

export interface Walked {
  readonly recorded: number;
  readonly answered: number;
  readonly of: number;
}

/** Goes through the questions of a round, beginning with the first that is open. Each answer is on record before the next question is shown. */
export async function walkQuestions(sheet: RoundSheet, walker: Walker): Promise<Walked> {
  const lines = sheet.lines.filter(({ item, result }) => item.method === 'manual' && item.confidence !== 'unknown' && !result.gaps.some(({ reason }) => reason === 'not-applicable-here'));
  const walk: Walk = { lines, recorded: 0, at: firstOpen(lines, -1) };
  while (walk.at < lines.length) {
    const line = lines[walk.at] as RoundLine;
    walker.show('', ...questionPage(line, { at: walk.at + 1, of: lines.length, answered: answered(lines) }, walker.say, walker.width));
    const key = await askKey(walker.say);
    if (key === '0') break;
    await step(key, line, walk, walker);
  }
  return { recorded: walk.recorded, answered: answered(lines), of: lines.length };
}

interface Walk {
  readonly lines: RoundLine[];
  recorded: number;
  at: number;
}

/** Keys as they may be typed: digits, or the letters and marks of the sample sheet. */
const aliases: Readonly<Record<string, string>> = { s: '6', '?': '7', b: '8', q: '0' };

async function askKey(say: Say): Promise<string> {
  const { input } = await import('@inquirer/prompts');
  const read = (text: string): string => aliases[plainKeys(text)] ?? plainKeys(text);
  return read(await input({ message: say('ask.key'), required: true, validate: (text) => /^\d$/.test(read(text)) || say('ask.key-form') }));
}

async function step(key: string, line: RoundLine, walk: Walk, walker: Walker): Promise<void> {
  if (key === '5') walk.at = firstOpen(walk.lines, walk.at);
  else if (key === '8') walk.at = Math.max(0, walk.at - 1);
  else if (key === '7') walker.show(...explanationPage(line, walker.say, walker.width));
  else if (key === '9') await answerSection(line, walk, walker);
  else await answerOne(key, line, walk, walker);
}

async function answerOne(key: string, line: RoundLine, walk: Walk, walker: Walker): Promise<void> {
  const reply = await replyFor(key, line, walker.say);
  if (reply === undefined) return;
  try {
    keep(await walker.record([{ itemId: line.item.id, evidence: [], ...reply }]), walk);
    walker.show(walker.say('walk.recorded'));
    walk.at = firstOpen(walk.lines, walk.at);
  } catch (error) {
    const known = asAppError(error);
    // What the officer typed is wrong: said, and asked again. Anything else ends the walk.
    if (known.exit !== exitCodes.badInput) throw error;
    walker.show(...errorLines(describeError(known, walker.say), walker.say));
  }
}

type Typed = Omit<Reply, 'itemId' | 'evidence' | 'round' | 'subject' | 'by'>;

async function replyFor(key: string, { item, same }: RoundLine, say: Say): Promise<Typed | undefined> {
  if (key === '1') return { value: 'pass', deductions: [] };
  if (key === '2') return { value: 'fail', ...(await askFailure(item, say)) };
  if (key === '3') return { value: 'fail', partial: true, ...(await askFailure(item, say)) };
  if (key === '6' && same !== undefined) return { value: 'same', deductions: [] };
  if (key !== '4') return undefined;
  const { input } = await import('@inquirer/prompts');
  return { value: 'notapplicable', fact: await input({ message: say('ask.reason'), required: true }), deductions: [] };
}

// Only after its page has been seen; recorded as said of all at once.
async function answerSection({ section }: RoundLine, walk: Walk, walker: Walker): Promise<void> {
  const open = walk.lines.filter((line) => line.section === section && line.answer === undefined);
  if (open.length === 0) return;
  walker.show(...sectionPage(section, open, walker.say, walker.width));
  const { input } = await import('@inquirer/prompts');
  if (plainKeys(await input({ message: walker.say('ask.section', { count: open.length }) })) !== '1') return;
  keep(await walker.record(open.map(({ item }) => ({ itemId: item.id, value: 'pass', deductions: [], evidence: [], bulk: true }))), walk);
  walker.show(walker.say('walk.recorded'));
  walk.at = firstOpen(walk.lines, walk.at);
}

function keep(answers: readonly Answer[], walk: Walk): void {
  walk.recorded += answers.length;
  for (const answer of answers) {
    const index = walk.lines.findIndex(({ item }) => item.id === answer.itemId);
    const line = walk.lines[index];
    if (line !== undefined) walk.lines[index] = { ...line, answer };
  }
}

// The next one without an answer, from the beginning again when the end is reached.
function firstOpen(lines: readonly RoundLine[], after: number): number {
  const next = lines.findIndex(({ answer }, index) => index > after && answer === undefined);
  if (next !== -1) return next;
  const again = lines.findIndex(({ answer }) => answer === undefined);
  return again === -1 ? lines.length : again;
}

function answered(lines: readonly RoundLine[]): number {
  return lines.filter(({ answer }) => answer !== undefined).length;
}
