import type { Say } from '#messages/say.js';
import type { RepairOutcome } from '#store/repair-records.js';

/** What a repair kept, what was lost, and where the pieces are. */
export function repairPage({ last, file, byte, records, frames, bytes, documents, evidence = [], setAside, copy }: RepairOutcome, say: Say): string[] {
  return [
    say('repair.done', { last, file, byte }),
    ...(bytes === 0 && records === 0 ? [] : [say('repair.lost', { records, frames, bytes })]),
    ...(documents.length === 0 ? [] : [say('repair.documents', { count: documents.length }), ...documents.map((digest) => `  ${digest}`)]),
    ...(evidence.length === 0 ? [] : [say('repair.evidence', { count: evidence.length }), ...evidence.map((digest) => `  ${digest}`)]),
    ...(setAside.length === 0 ? [] : [say('repair.set-aside', { names: setAside.join(', ') })]),
    say('repair.copy', { path: copy }),
  ];
}
