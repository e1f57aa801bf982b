import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';

/** Who prepared, checked and answers for the paper; ink belongs here, not the tool. */
export function signatures(_source: PaperSource, say: Say): readonly Block[] {
  return [
    { kind: 'paragraph', text: say('paper.sign-note'), style: 'body' },
    { kind: 'signatures', lines: [say('paper.sign-prepared'), say('paper.sign-checked'), say('paper.sign-head')], date: say('paper.sign-date'), seal: say('paper.sign-seal') },
  ];
}
