import type { Say } from '#messages/say.js';
import type { StoreVerification } from '#workflows/verify-store.js';

/** What a verification of the records read, and every fault with its place. */
export function verificationLines(verification: StoreVerification, say: Say): string[] {
  const { frames, documents, head, problems, deep } = verification;
  const read = say(deep ? 'store.verified-deep' : 'store.verified', { frames, documents, head: head.slice(0, 16) });
  if (problems.length === 0) return [say('store.sound'), read, say('store.limit')];
  return [say('store.problems', { count: problems.length }), ...problems.map((problem) => `  ${problem}`), read];
}
