import type { Score } from '#domain/score.js';
import type { Say } from '#messages/say.js';

/** A score in words: grade, share or range; never a number that open items could change. */
export function scoreText(score: Pick<Score, 'scoring' | 'range' | 'grade' | 'veto'>, say: Say): string {
  if (score.scoring === 'none') return say('score.none');
  if (score.range === null) return say('score.unavailable');
  const { low, high } = score.range;
  const share = low === high ? `${percent(low)}%` : `${percent(low)}%–${percent(high)}%`;
  return score.grade === null ? share : `${share} ${say(`grade.${score.grade}`)}`;
}

// Cut, not rounded: 89.99 % must not read as 90 %.
function percent(value: number): string {
  return (Math.floor(value * 10) / 10).toFixed(1);
}
