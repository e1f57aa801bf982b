import type { Score } from '#domain/score.js';
import type { Say } from '#messages/say.js';

/** A share of the points in words, the same on screen and on paper: one number, or the range that open items leave. */
export function shareText({ scoring, range }: Pick<Score, 'scoring' | 'range'>, say: Say): string {
  if (scoring === 'none') return say('score.none');
  if (range === null) return say('score.unavailable');
  const [low, high] = [percentText(range.low), percentText(range.high)];
  return range.low === range.high ? say('paper.score-exact', { share: low }) : say('paper.score-range', { low, high });
}

/** Hundredths of a point as points: 650 → 6.5. */
export function pointsText(hundredths: number): string {
  return String(hundredths / 100);
}

/** A percent with two decimals, cut, not rounded: 89.99 must not read as 90. The tiny addend undoes a binary fraction such as 28.999…. */
export function percentText(percent: number): string {
  return (Math.floor(percent * 100 + 1e-6) / 100).toFixed(2);
}
