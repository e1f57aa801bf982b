import type { ScoreExplanation } from '#domain/score-explanation.js';
import type { Say } from '#messages/say.js';
import type { MessageKey } from '#messages/zh-cn.js';
import { percentText, pointsText } from '#messages/figure-text.js';

/** From points to the share, or the range that is still possible. */
export function shareLines({ split, aggravatingLoss, range, lowestPoints, highestPoints }: ScoreExplanation, say: Say): string[] {
  const { earned, lost, pending, total } = split;
  const sum = `  ${say('explain.split', { earned: pointsText(earned), lost: pointsText(lost), pending: pointsText(pending), total: pointsText(total) })}`;
  if (range === null) return [sum, `  ${say('explain.no-share')}`];
  const said = (key: MessageKey, points: number, percent: number): string => `  ${say(key, { points: pointsText(Math.max(0, points)), total: pointsText(total), percent: `${percentText(percent)}%` })}`;
  const aggravating = pointsText(aggravatingLoss);
  const highest = `    ${say('explain.sum-highest', { earned: pointsText(earned), pending: pointsText(pending), aggravating, points: pointsText(highestPoints) })}`;
  const isBelow = highestPoints < 0 || (lowestPoints ?? 0) < 0;
  const floor = isBelow ? [`    ${say('explain.floor')}`] : [];
  if (range.low === range.high && lowestPoints === highestPoints) return [sum, said('explain.exact', highestPoints, range.high), highest, ...floor];
  const lowest =
    lowestPoints === null
      ? [said('explain.lowest-unbounded', 0, range.low)]
      : [said('explain.lowest', lowestPoints, range.low), `    ${say('explain.sum-lowest', { earned: pointsText(earned), aggravating, open: pointsText(earned - aggravatingLoss - lowestPoints), points: pointsText(lowestPoints) })}`];
  return [sum, ...lowest, said('explain.highest', highestPoints, range.high), highest, ...floor];
}

/** The rule by which a grade is given, or why there is none. */
export function gradeLines({ grade, noGrade, veto }: ScoreExplanation, say: Say): string[] {
  if (grade === null) return [`  ${say(`paper.no-grade.${noGrade ?? 'not-scored'}`)}`];
  const word = say(`grade.${grade}`);
  return veto ? [`  ${say('explain.grade-veto', { grade: word })}`] : [`  ${say('explain.grade-rule')}`, `  ${say('explain.grade-certain', { grade: word })}`];
}
