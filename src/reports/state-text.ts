import type { Say } from '#messages/say.js';
import type { PaperFinding } from './paper-source.js';

/** How a problem stands, late or not, back again or not, and what allows it to stay. */
export function stateText({ finding, overdue }: PaperFinding, say: Say): string {
  const { state, recurrences, deviation } = finding;
  const allowed = state === 'deviation-approved' && deviation !== undefined ? say('paper.deviation-until', { document: deviation.document, until: deviation.until }) : '';
  return [say(`finding-state.${state}`), overdue ? say('paper.overdue') : '', recurrences > 0 ? say('paper.finding-recurrences', { count: recurrences }) : '', allowed].filter((each) => each !== '').join(say('paper.list-joiner'));
}
