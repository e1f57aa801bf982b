import type { Evidence } from '#domain/evidence.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import type { KeptEvidence } from '#workflows/keep-evidence.js';
import { labelled } from '../labelled.js';
import { sizeText } from '../size-text.js';
import { wrap } from '../wrap.js';

/** What became of a file that was to be kept, and what was looked at. */
export function keptLines({ evidence, outcome }: KeptEvidence, say: Say, width: number): string[] {
  const { number, name, bytes, digest, belongsTo, checked } = evidence;
  return [
    ...wrap(say(`evidence.${outcome}`, { number, name, size: sizeText(bytes), digest: digest.slice(0, 16) }), width),
    ...(belongsTo.length === 0 ? [] : wrap(say('evidence.belongs-to', { numbers: belongsTo.join(' ') }), width)),
    ...wrap(say(`evidence.checked.${checked}`), width),
  ];
}

/** Everything on record about one piece of evidence; nothing of its content. */
export function evidencePage(evidence: Evidence, say: Say, width: number): string[] {
  const { number, name, title, on, digest, bytes, checked, by, at, belongsTo, purged } = evidence;
  const rows: (readonly [Parameters<Say>[0], string | undefined])[] = [
    ['column.evidence-name', name],
    ['column.title', title],
    ['column.evidence-on', on],
    ['column.size', sizeText(bytes)],
    ['column.belongs-to', belongsTo.join(' ')],
    ['column.person', by.person],
    ['column.kept-at', minuteOf(at)],
    ['column.marking-check', say(`evidence.checked.${checked}`)],
    ['column.digest', digest],
  ];
  const shown = rows.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [[say(label), text] as const]));
  const gone = purged === undefined ? [] : wrap(say('evidence.purged-line', { at: minuteOf(purged.at), by: purged.by.person, reason: purged.reason }), width);
  return [`${number}  ${say(purged === undefined ? 'evidence-state.kept' : 'evidence-state.purged')}`, ...labelled(shown, width), ...gone];
}
