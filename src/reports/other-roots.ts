import type { Assessment } from '#domain/assessment.js';
import type { Say } from '#messages/say.js';

/** Root file systems that were judged in the place of this machine, each said to be that; undefined where there are none. */
export function otherRootsText(assessments: readonly Pick<Assessment, 'root'>[], say: Say): string | undefined {
  const roots = [...new Set(assessments.flatMap(({ root }) => (root === undefined ? [] : [root])))];
  return roots.length === 0 ? undefined : roots.map((root) => say('paper.other-root', { root })).join('');
}
