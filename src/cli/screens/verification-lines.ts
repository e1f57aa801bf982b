import type { Say } from '#messages/say.js';
import type { StoreVerification } from '#workflows/verify-store.js';

/** What a verification of the records read, and every fault with its place. */
export function verificationLines(verification: StoreVerification, say: Say): string[] {
  const { frames, documents, evidence, unneeded, head, problems, deep, unfinished, setAside } = verification;
  const read = say(deep ? 'store.verified-deep' : 'store.verified', { frames, documents, evidence, head: head.slice(0, 16) });
  const aside = [...(unfinished > 0 ? [say('store.unfinished', { bytes: unfinished })] : []), ...(setAside > 0 ? [say('store.set-aside', { count: setAside })] : []), ...(unneeded > 0 ? [say('store.unneeded', { count: unneeded })] : [])];
  if (problems.length === 0) return [say('store.sound'), read, ...aside, say('store.limit')];
  return [say('store.problems', { count: problems.length }), ...problems.map((problem) => `  ${problem}`), read, ...aside];
}
