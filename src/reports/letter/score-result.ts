import type { Block } from '#domain/report-document.js';
import { withoutNumber } from '#messages/chinese-number.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';
import { pointsText } from '#messages/figure-text.js';
import { shareText } from '../share-text.js';
import { firstHeading, official } from './official.js';
import { principal } from './subjects.js';

/** 四、自评得分: points by subject, the share or its range, and a grade only where the complete official annex allows one. */
export function letterScore({ assessments }: PaperSource, say: Say): readonly Block[] {
  const heading = firstHeading(4, say('letter.heading.score'));
  const main = principal(assessments);
  if (main === undefined || main.score.scoring === 'none') return [heading, official('text', say('paper.no-grade.not-scored'))];
  const { score, checklist } = main;
  const points = { earned: pointsText(score.split.earned), lost: pointsText(score.split.lost), pending: pointsText(score.split.pending), total: pointsText(score.split.total) };
  const columns = [
    { title: say('letter.column.subject'), width: 42, align: 'left' as const },
    ...(['total', 'earned', 'lost', 'pending'] as const).map((key) => ({ title: say(`letter.column.${key}`), width: 14, align: 'center' as const })),
  ];
  const scored = score.sections.filter(({ split }) => split.total > 0);
  const rows = [...scored.map(({ title, split }) => [withoutNumber(title), split.total, split.earned, split.lost, split.pending] as const), [say('paper.total'), score.split.total, score.split.earned, score.split.lost, score.split.pending] as const];
  const result = [
    say('letter.score', { checklist: checklist.title, ...points, share: shareText(score, say) }),
    score.aggravating > 0 ? say('letter.aggravating', { points: pointsText(score.aggravating) }) : '',
    score.veto ? say('letter.veto') : '',
    score.grade === null ? say(`paper.no-grade.${score.noGrade ?? 'own-profile'}`) : say('letter.grade', { grade: say(`grade.${score.grade}`) }),
  ];
  return [heading, official('text', result.join('')), { kind: 'table', columns, rows: rows.map(([title, ...values]) => [title, ...values.map(pointsText)]), size: 'large', emphasis: [rows.length - 1] }];
}
