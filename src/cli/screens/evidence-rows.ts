import type { Evidence } from '#domain/evidence.js';
import type { Say } from '#messages/say.js';
import { dayOf } from '#workflows/door.js';
import type { EvidencePurge } from '#workflows/purge-evidence.js';
import type { EvidenceVerification } from '#workflows/verify-evidence.js';
import { sizeText } from '../size-text.js';
import { tableLines } from '../table.js';

/** The list of evidence, with the sum under it. */
export function evidenceRows(evidence: readonly Evidence[], say: Say, width: number): string[] {
  const total = say('evidence.total', { count: evidence.length, size: sizeText(evidence.reduce((sum, { bytes, purged }) => sum + (purged === undefined ? bytes : 0), 0)) });
  if (evidence.length === 0) return [total];
  const columns = [
    { title: say('column.number') },
    { title: say('column.kept-at') },
    { title: say('column.evidence-name'), wide: true },
    { title: say('column.size'), align: 'right' as const },
    { title: say('column.belongs-to') },
    { title: say('column.marking-check') },
    { title: say('column.state') },
  ];
  return [...tableLines(columns, evidence.map((each) => rowOf(each, say)), width), '', total];
}

function rowOf({ number, at, name, title, bytes, belongsTo, checked, purged }: Evidence, say: Say): string[] {
  const state = say(purged === undefined ? 'evidence-state.kept' : 'evidence-state.purged');
  return [number, dayOf(at), title ?? name, sizeText(bytes), firstOf(belongsTo), say(`evidence.checked-short.${checked}`), state];
}

// Numbers are typed again, so the first is whole and the others are counted.
function firstOf([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} +${more.length}`;
}

/** What a reading of every byte found. */
export function verifiedRows({ evidence, sound, wrong, purged }: EvidenceVerification, say: Say, width: number): string[] {
  const columns = [{ title: say('column.number') }, { title: say('column.evidence-name'), wide: true }, { title: say('column.size'), align: 'right' as const }, { title: say('column.state') }, { title: say('column.digest') }];
  const rows = evidence.map(({ number, name, bytes, state, digest }) => [number, name, sizeText(bytes), say(`evidence-state.${state}`), digest.slice(0, 12)]);
  const count = say('evidence.verified', { sound, wrong, purged });
  const table = evidence.length === 0 ? [] : [...tableLines(columns, rows, width), ''];
  return [...table, count, ...(wrong === 0 && sound > 0 ? [say('evidence.all-sound')] : [])];
}

/** What was purged or would be, and what stays with its reason. */
export function purgeRows({ before, purged, held, written, leftOver }: EvidencePurge, say: Say, width: number): string[] {
  const columns = [{ title: say('column.number') }, { title: say('column.kept-at') }, { title: say('column.evidence-name'), wide: true }];
  const cells = ({ number, at, name }: Evidence): string[] => [number, dayOf(at), name];
  const head = say(written ? 'evidence.purge-done' : 'evidence.purge-would', { before, count: purged.length });
  const kept = [...columns, { title: say('column.held-by') }];
  return [
    ...(purged.length === 0 ? [say('evidence.purge-none', { before })] : [head, ...tableLines(columns, purged.map(cells), width)]),
    ...(held.length === 0 ? [] : ['', say('evidence.purge-held', { count: held.length }), ...tableLines(kept, held.map(({ evidence, heldBy }) => [...cells(evidence), firstOf(heldBy)]), width)]),
    ...(leftOver.length === 0 ? [] : [say('evidence.purge-left', { numbers: leftOver.join(', ') })]),
    ...(written ? [say('evidence.purge-limit')] : []),
  ];
}
