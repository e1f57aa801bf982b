import type { Finding } from '#domain/finding.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { dateText } from '../date-text.js';
import { firstHeading, official, secondHeading } from '../letter/official.js';
import type { PaperFinding } from '../paper-source.js';
import { rateText } from '#messages/figure-text.js';
import { evidenceTable, problemTable } from './attachments.js';
import { officialPaper, type FollowUpSource, type Occasion } from './follow-up-source.js';
import { problemCounts } from './problem-counts.js';

export interface ReportParticulars {
  /** 主送机关. */
  readonly to: string;
  /** 长效机制, as the office words it. */
  readonly lasting: readonly string[];
}

/** 保密检查整改情况报告（K07）: how it was organised, every problem one by one, what is left, who was held to account. */
export function buildRectificationReport(source: FollowUpSource, { to, lasting }: ReportParticulars, say: Say): ReportDocument {
  const { unit, day, problems, evidence } = source;
  const live = problems.filter(({ finding }) => finding.state !== 'closed' && finding.state !== 'withdrawn');
  const cited = [...new Set(problems.flatMap(({ finding }) => finding.evidence))].filter((number) => evidence[number] !== undefined);
  const title = titleOf(source, say);
  const attachments: readonly { readonly title: string; readonly landscape: boolean; readonly blocks: readonly Block[] }[] = [
    { title: say('rectification.ledger'), landscape: true, blocks: [problemTable(source, say)] },
    ...(cited.length === 0 ? [] : [{ title: say('rectification.evidence'), landscape: false, blocks: [evidenceTable(cited.flatMap((number) => evidence[number] ?? []), say)] }]),
  ];
  return officialPaper(source, 'rectification', title, [
    official('title', title),
    official('to', to === '' ? say('letter.to-blank') : say('letter.to', { recipient: to })),
    official('text', opening(source.occasion, say)),
    firstHeading(1, say('rectification.heading.organised')),
    ...organised(problems, say),
    firstHeading(2, say('rectification.heading.items')),
    ...(problems.length === 0 ? [official('text', say('rectification.no-problems'))] : problems.flatMap((problem, index) => oneByOne(problem, index + 1, source, say))),
    firstHeading(3, say('rectification.heading.unfinished')),
    ...(live.length === 0 ? [official('text', say('rectification.all-done'))] : live.map((problem, index) => official('text', unfinished(problem, index + 1, say)))),
    firstHeading(4, say('rectification.heading.accountability')),
    ...accountability(problems, say),
    firstHeading(5, say('rectification.heading.lasting')),
    ...(lasting.length === 0 ? [official('text', say('rectification.lasting-room'))] : lasting.map((each, index) => official('text', `${String(index + 1)}. ${each}`))),
    { kind: 'attachment-list', label: say('letter.attachments'), titles: attachments.map((each) => each.title) },
    { kind: 'sign-off', unit, date: dateText(day, say) },
    ...attachments.flatMap((each, index): Block[] => [{ kind: 'attachment', label: say('letter.attachment', { number: index + 1 }), title: each.title, ...(each.landscape ? { landscape: true } : {}) }, ...each.blocks]),
  ], say);
}

function titleOf({ unit, occasion }: FollowUpSource, say: Say): string {
  if (occasion.kind === 'year') return say('rectification.title-year', { unit, year: occasion.year });
  return say(occasion.kind === 'supervision' ? 'rectification.title-supervision' : 'rectification.title-inspection', { unit });
}

function opening(occasion: Occasion, say: Say): string {
  if (occasion.kind === 'year') return say('rectification.opening-year', { year: occasion.year });
  const day = dateText(occasion.on, say);
  return occasion.kind === 'supervision' ? say('rectification.opening-supervision', { body: occasion.body, day }) : say('rectification.opening-inspection', { number: occasion.number, day });
}

function organised(problems: readonly PaperFinding[], say: Say): readonly Block[] {
  const counts = problemCounts(problems);
  const counted = problems.filter(({ finding }) => finding.state !== 'withdrawn');
  const people = new Set(counted.flatMap(({ finding }) => finding.owner ?? [])).size;
  const leaders = [...new Set(counted.flatMap(({ finding }) => finding.leader ?? []))];
  const departments = new Set(counted.flatMap(({ finding }) => finding.department ?? [])).size;
  const rate = counts.counted === 0 ? '' : say('rectification.rate', { rate: rateText(counts.closed, counts.counted) });
  const led = leaders.length === 0 ? '' : say('rectification.led', { leaders: leaders.join(say('letter.and')) });
  return [official('text', `${say('rectification.organised', { total: counts.counted, departments, people, measures: counted.filter(({ finding }) => finding.measure !== undefined).length, deadlines: counted.filter(({ due }) => due !== undefined).length })}${led}`), official('text', `${say('rectification.counts', { ...counts })}${rate}`)];
}

type Line = readonly [label: Parameters<Say>[0], text: string];

function oneByOne(problem: PaperFinding, at: number, source: FollowUpSource, say: Say): readonly Block[] {
  const { finding } = problem;
  const lines = finding.state === 'withdrawn' ? withdrawnLines(finding, source, say) : curedLines(problem, source, say);
  return [secondHeading(at, say('rectification.item', { statement: finding.statement, subject: finding.subject.label, number: finding.number })), ...lines.map(([label, text]) => official('text', say('rectification.line', { label: say(label), text })))];
}

function curedLines({ finding, due }: PaperFinding, { dayOf }: FollowUpSource, say: Say): readonly Line[] {
  const verified = finding.state === 'closed' ? finding.events.findLast(({ event }) => event === 'verified' || event === 'recheck-passed') : undefined;
  const notSet = say('paper.not-set');
  return [
    ['rectification.cause', finding.cause ?? notSet],
    ['rectification.measure', finding.measure ?? notSet],
    ['rectification.owner', [finding.department, finding.owner].filter((each) => each !== undefined).join(say('letter.and')) || notSet],
    ['rectification.due', due === undefined ? notSet : dateText(due, say)],
    ['rectification.result', `${say(`finding-state.${finding.state}`)}${verified === undefined ? '' : say('rectification.verified', { person: verified.by.person, day: dateText(dayOf(verified.at), say) })}`],
    ...(finding.evidence.length === 0 ? [] : [['rectification.evidence-numbers', finding.evidence.join(say('letter.and'))] as const]),
  ];
}

// There was nothing to cure: who agreed to that, and why.
function withdrawnLines(finding: Finding, { dayOf }: FollowUpSource, say: Say): readonly Line[] {
  const agreed = finding.events.findLast(({ event }) => event === 'withdrawn');
  return [
    ['rectification.result', `${say('finding-state.withdrawn')}${agreed === undefined ? '' : say('rectification.withdrawn', { person: agreed.by.person, day: dateText(dayOf(agreed.at), say) })}`],
    ['rectification.withdrawal-reason', agreed?.note ?? say('paper.not-set')],
  ];
}

function unfinished({ finding, due, overdue }: PaperFinding, at: number, say: Say): string {
  const state = `${say(`finding-state.${finding.state}`)}${overdue ? say('finding.overdue-mark') : ''}`;
  return say('rectification.unfinished', { at, number: finding.number, statement: finding.statement, state, plan: finding.measure ?? finding.remediation ?? say('paper.not-set'), due: due === undefined ? say('paper.not-set') : dateText(due, say), owner: finding.owner ?? say('paper.not-set') });
}

function accountability(problems: readonly PaperFinding[], say: Say): readonly Block[] {
  const held = problems.flatMap(({ finding }) => (finding.accountability === undefined ? [] : [{ number: finding.number, text: finding.accountability }]));
  return held.length === 0 ? [official('text', say('rectification.no-accountability'))] : held.map(({ number, text }, index) => official('text', say('rectification.accountability', { at: index + 1, number, text })));
}
