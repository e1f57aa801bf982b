import type { Block } from '#domain/report-document.js';
import { periodText } from '#messages/period-text.js';
import type { Say } from '#messages/say.js';
import type { PaperSource, RoundFigures } from '../paper-source.js';
import { firstHeading, official } from './official.js';

/** 一、组织开展情况: rounds of the three levels, machines, books, and how answers came about. */
export function letterOrganised(source: PaperSource, say: Say): readonly Block[] {
  const { office, assessments } = source;
  const rounds = office?.rounds ?? [];
  const levels = (['staff', 'department', 'unit', 'terminal'] as const).flatMap((level) => levelText(level, rounds, say));
  const machines = new Set(assessments.filter(({ level }) => level === 'terminal').map(({ subject }) => subject.key)).size;
  const books = new Map(assessments.flatMap(({ registers }) => registers).map((each) => [each.register, each]));
  const rows = [...books.values()].reduce((sum, each) => sum + each.rows, 0);
  const unconfirmed = [...books.values()].filter(({ state }) => state === 'unconfirmed').length;
  return [
    firstHeading(1, say('letter.heading.organised')),
    official('text', levels.length === 0 ? say('letter.no-rounds') : levels.join('')),
    official('text', say('letter.looked-at', { checklists: assessments.length, machines, books: books.size, rows, unconfirmed })),
    ...answersText(source, say),
  ];
}

function levelText(level: RoundFigures['level'], all: readonly RoundFigures[], say: Say): string[] {
  const rounds = all.filter((each) => each.level === level);
  if (rounds.length === 0) return [];
  const sum = (of: (round: RoundFigures) => number): number => rounds.reduce((total, each) => total + of(each), 0);
  const periods = [...new Set(rounds.map(({ period }) => periodText(period, say)))].join(say('letter.and'));
  return [say(`letter.level.${level}`, { times: rounds.length, periods, asked: sum(({ asked }) => asked), handedIn: sum(({ handedIn }) => handedIn), late: sum(({ late }) => late) })];
}

// How far people's answers can be leaned on: bulk, carried over and late ones are counted, not hidden.
function answersText({ assessments, office }: PaperSource, say: Say): Block[] {
  const used = new Set(assessments.flatMap(({ results }) => results.flatMap(({ answerId }) => (answerId === undefined ? [] : [answerId]))));
  const answers = [...used].flatMap((id) => office?.answers[id] ?? []);
  if (answers.length === 0) return [];
  const people = new Set(answers.map(({ by }) => by.person)).size;
  const count = (of: (answer: (typeof answers)[number]) => boolean): number => answers.filter(of).length;
  return [official('text', say('letter.answers', { answers: answers.length, people, bulk: count(({ bulk }) => bulk), carried: count(({ carriedFrom }) => carriedFrom !== undefined), late: count(({ late }) => late === true) }))];
}
