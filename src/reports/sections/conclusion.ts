import type { Assessment } from '#domain/assessment.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { totalCounts } from '../counts.js';
import { coverageText } from '../letter/opening.js';
import { otherRootsText } from '../other-roots.js';
import type { PaperSource } from '../paper-source.js';
import { pointsText } from '#messages/figure-text.js';
import { shareText } from '../share-text.js';

const worstShown = 5;

/** Page 1: who, when, how much of it is certain, the worst of it, and what was not looked at. */
export function conclusion(source: PaperSource, say: Say): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: source.title },
    { kind: 'grid', rows: facts(source, say) },
    ...scores(source, say),
    counts(source, say),
    ...coverage(source, say),
    ...bars(source, say),
    ...worst(source, say),
  ];
}

function facts({ identity, assessments, by, number, minuteOf }: PaperSource, say: Say): [string, string][] {
  const last = assessments.reduce((newest, each) => (each.at > newest ? each.at : newest), '');
  const from = assessments.reduce((oldest, each) => (each.period.from < oldest ? each.period.from : oldest), assessments[0]?.period.from ?? '');
  const to = assessments.reduce((newest, each) => (each.period.to > newest ? each.period.to : newest), '');
  const machine = { mode: say(`mode.${identity.mode}`), network: say(`network.${identity.network}`), device: identity.deviceId.slice(0, 8) };
  const roots = otherRootsText(assessments, say);
  return [
    [say('paper.unit'), identity.unit],
    [say('paper.number'), number],
    [say('paper.machine'), say('paper.machine-text', machine)],
    ...(roots === undefined ? [] : [[say('paper.subject'), roots] satisfies [string, string]]),
    [say('paper.at'), minuteOf(last)],
    [say('paper.period'), say('paper.period-text', { from, to })],
    [say('paper.by'), by],
    [say('paper.classification'), say('paper.classification-text')],
    [say('paper.checklists'), say('paper.checklists-text', { count: assessments.length })],
  ];
}

function scores({ assessments }: PaperSource, say: Say): Block[] {
  const scored = assessments.filter(({ score }) => score.scoring === 'points');
  if (scored.length === 0) return [{ kind: 'score', label: say('paper.score-title'), value: say('paper.score-none'), detail: say('paper.no-grade.not-scored'), tone: 'plain' }];
  return scored.map((assessment) => scoreBox(assessment, say));
}

function scoreBox({ checklist, score }: Assessment, say: Say): Block {
  const { earned, lost, pending, total } = score.split;
  const points = { earned: pointsText(earned), lost: pointsText(lost), pending: pointsText(pending), total: pointsText(total) };
  const detail = [
    say('paper.score-detail', { checklist: checklist.title, ...points }),
    score.aggravating > 0 ? say('paper.score-aggravating', { points: pointsText(score.aggravating) }) : '',
    score.veto ? `\n${say('paper.score-veto')}` : '',
    score.noGrade === null ? '' : `\n${say(`paper.no-grade.${score.noGrade}`)}`,
  ];
  const share = shareText(score, say);
  const value = score.grade === null ? share : `${share}  ${say(`grade.${score.grade}`)}`;
  return { kind: 'score', label: say('paper.score-title'), value, detail: detail.join(''), tone: score.veto ? 'bad' : 'plain' };
}

function counts({ assessments }: PaperSource, say: Say): Block {
  const { items, pass, fail, notApplicable, open } = totalCounts(assessments);
  return {
    kind: 'counts',
    items: [
      { label: say('count.items'), value: items, tone: 'plain' },
      { label: say('count.pass'), value: pass, tone: 'good' },
      { label: say('count.fail'), value: fail, tone: 'bad' },
      { label: say('count.not-applicable'), value: notApplicable, tone: 'plain' },
      { label: say('count.open'), value: open, tone: 'open' },
    ],
  };
}

function bars({ assessments }: PaperSource, say: Say): Block[] {
  const sections = assessments.filter(({ score }) => score.scoring === 'points').flatMap(({ score }) => score.sections.filter(({ split }) => split.total > 0));
  if (sections.length === 0) return [];
  const rows = sections.map(({ title, split }) => ({
    label: title,
    good: split.earned,
    bad: split.lost,
    open: split.pending,
    total: split.total,
    text: say('paper.bar-text', { earned: pointsText(split.earned), total: pointsText(split.total) }),
  }));
  return [{ kind: 'heading', level: 3, text: say('paper.bars-title') }, { kind: 'bars', bars: rows }];
}

function worst(source: PaperSource, say: Say): Block[] {
  const { findings } = source;
  const heading: Block = { kind: 'heading', level: 3, text: say('paper.worst-title') };
  if (findings.length === 0) return [heading, { kind: 'paragraph', text: say(source.assessments.every(({ root }) => root !== undefined) ? 'paper.worst-not-kept' : 'paper.worst-none'), style: 'body' }];
  const rows = findings.slice(0, worstShown).map(({ finding, due }) => [say(`severity.${finding.severity}`), finding.number, oneLine(finding.statement, 23), oneLine(finding.subject.label, 9), due ?? say('paper.not-set')]);
  const columns = [
    { title: say('column.severity'), width: 8, align: 'left' as const },
    { title: say('column.number'), width: 17, align: 'left' as const },
    { title: say('column.statement'), width: 53, align: 'left' as const },
    { title: say('column.subject'), width: 22, align: 'left' as const },
    { title: say('column.due'), width: 15, align: 'left' as const },
  ];
  return [heading, { kind: 'table', columns, rows }];
}

// A line each, so that page 1 stays one page; the whole sentence stands among the findings.
function oneLine(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

function coverage(source: PaperSource, say: Say): Block[] {
  const notes = [say('paper.no-evidence'), ...(source.assessments.some((each) => each.trigger === 'replay' && each.root === undefined) ? [say('paper.replayed')] : []), say('paper.not-certified')];
  return [
    { kind: 'heading', level: 3, text: say('paper.coverage-title') },
    { kind: 'paragraph', text: coverageText(source, say), style: 'small' },
    { kind: 'paragraph', text: notes.join(''), style: 'note' },
  ];
}
