import type { findingsWords as zh } from '../zh-cn/findings.js';

/** English words: findings. */
export const findingsWords: Record<keyof typeof zh, string> = {
  'error.finding-unknown': 'There is no finding "{number}"',
  'error.finding-unknown.cure': 'See the numbers with zicha finding list.',
  'error.finding-wrong-state': 'Finding {number} is "{state}": cannot {action}',
  'error.finding-wrong-state.cure': 'Look at zicha finding show {number}; what a probe or a book found needs a re-check that passes before it can be verified.',
  'error.finding-verifier-is-owner': 'The verifier "{person}" is the owner of finding {number}, or the one who rectified it',
  'error.finding-verifier-is-owner.cure': 'Another person has to verify.',
  'error.finding-measure-missing': 'The measure is missing',
  'error.finding-measure-missing.cure': 'Say in one sentence what was done, with --measure.',
  'finding-action.rectified': 'be recorded as rectified',
  'finding-action.verified': 'be verified',
  'finding-action.rejected': 'be sent back',
  'finding-event.opened': 'found',
  'finding-event.seen-again': 'found again',
  'finding-event.recheck-passed': 're-check passed',
  'finding-event.assigned': 'assigned',
  'finding-event.rectified': 'rectified',
  'finding-event.verified': 'verified and closed',
  'finding-event.rejected': 'sent back',
  'finding-event.reopened': 'came back, reopened',
  'finding-event.deviated': 'deviation approved',
  'finding-event.deviation-expired': 'deviation expired',
  'finding-event.extended': 'extended',
  'finding-event.withdrawn': 'withdrawn',
};
