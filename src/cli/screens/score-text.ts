import type { Score } from '#domain/score.js';
import type { Say } from '#messages/say.js';
import { shareText } from '#reports/share-text.js';

/** A score in words: share or range, and the grade where there is one. */
export function scoreText(score: Pick<Score, 'scoring' | 'range' | 'grade'>, say: Say): string {
  return score.grade === null ? shareText(score, say) : `${shareText(score, say)} ${say(`grade.${score.grade}`)}`;
}
