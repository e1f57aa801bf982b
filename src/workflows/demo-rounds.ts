import { z } from 'zod';
import { checkShape } from '#catalog/check-shape.js';
import { parseYaml } from '#catalog/read-yaml.js';
import { roundLevels, type Round } from '#domain/round.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import { answerItems } from './answer-item.js';
import { demoText } from './demo-books.js';
import type { Desk } from './desk.js';
import { given } from './given.js';
import { openRound } from './open-round.js';
import type { Reply } from './reply.js';
import { roundChecklists } from './round-checklists.js';
import { submitRound } from './submit-round.js';

const Otherwise = z.strictObject({
  subjects: z.array(z.string()).min(1),
  items: z.array(z.string()).min(1),
  value: z.enum(['fail', 'notapplicable']),
  partial: z.boolean().exactOptional(),
  fact: z.string(),
  department: z.string().exactOptional(),
  dueOn: z.string().exactOptional(),
});

/** The self-checks of the invented office: whom they ask, who said what, who has handed in. */
export const DemoRounds = z.strictObject({
  rounds: z.array(
    z.strictObject({
      level: z.enum(roundLevels),
      /** Only these people, where not everybody is asked. */
      persons: z.array(z.string()).default([]),
      deadline: z.string(),
      /** Subject → who answered everything; these are handed in. */
      complete: z.record(z.string(), z.string()).default({}),
      /** Subject → who began, and how many items are answered. */
      begun: z.record(z.string(), z.strictObject({ by: z.string(), items: z.int().positive() })).default({}),
      /** What was answered with something else than “complies”. */
      otherwise: z.array(Otherwise).default([]),
      /** The unit's answers are a file of their own. */
      fromAnswers: z.boolean().default(false),
      withGaps: z.boolean().default(false),
    }),
  ),
});
type DemoRound = z.infer<typeof DemoRounds>['rounds'][number];

/** Opens, answers and hands in the rounds of the demo through the steps that every office takes; `replies` are the unit's own. Answers with those that were given outside of any round. */
export async function holdDemoRounds(desk: Desk, replies: readonly Reply[]): Promise<{ readonly rounds: readonly Round[]; readonly left: readonly Reply[]; readonly answers: number }> {
  const planned = checkShape(parseYaml(demoText(desk, 'rounds.yaml'), 'rounds.yaml'), DemoRounds).rounds;
  const checklists = roundChecklists(desk, { overrides: {} });
  const held: Round[] = [];
  let left = replies;
  let answers = 0;
  for (const plan of planned) {
    const { round } = await openRound(desk, { level: plan.level, deadline: plan.deadline, departments: [], persons: plan.persons, devices: [], merges: false });
    const own = plan.fromAnswers ? left.filter(({ checklistId }) => checklistId === round.checklistId) : [];
    left = left.filter((reply) => !own.includes(reply));
    const given = [...own.map((reply) => ({ ...reply, round: round.number })), ...repliesOf(round, checklists.of(round), plan)];
    await answerItems(desk, given);
    answers += given.length;
    const handedIn = await submitRound(desk, { number: round.number, subjects: plan.fromAnswers ? [] : Object.keys(plan.complete), withGaps: plan.withGaps });
    held.push(handedIn.round);
  }
  return { rounds: held, left, answers };
}

function repliesOf(round: Round, { items }: CompiledChecklist, plan: DemoRound): readonly Reply[] {
  const asked = items.map(({ item }) => item).filter(({ method }) => method === 'manual');
  return round.subjects.flatMap(({ key }) => {
    const by = plan.complete[key] ?? plan.begun[key]?.by;
    return by === undefined ? [] : asked.slice(0, plan.begun[key]?.items ?? asked.length).map(({ id }) => replyOf(round.number, key, id, by, plan));
  });
}

function replyOf(round: string, subject: string, itemId: string, by: string, { otherwise }: DemoRound): Reply {
  const other = otherwise.find(({ subjects, items }) => subjects.includes(subject) && items.includes(itemId));
  const said = other === undefined ? { value: 'pass' as const } : { value: other.value, fact: other.fact, ...given({ partial: other.partial, department: other.department, dueOn: other.dueOn }) };
  return { round, subject, itemId, deductions: [], evidence: [], by, ...said };
}
