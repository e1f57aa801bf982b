import type { Score } from '#domain/score.js';
import { percentText } from '#messages/figure-text.js';
import type { Say } from '#messages/say.js';

/** A share of the points in words, the same on screen and on paper: one number, or the range that open items leave. */
export function shareText({ scoring, range }: Pick<Score, 'scoring' | 'range'>, say: Say): string {
  if (scoring === 'none') return say('score.none');
  if (range === null) return say('score.unavailable');
  const [low, high] = [percentText(range.low), percentText(range.high)];
  return range.low === range.high ? say('paper.score-exact', { share: low }) : say('paper.score-range', { low, high });
}
