import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';

/** How to trust the paper, and how far. */
export function verification({ assessments, toolVersion }: PaperSource, say: Say): readonly Block[] {
  return [
    {
      kind: 'verification',
      code: say('paper.verify-code'),
      digest: say('paper.verify-digest'),
      rows: [
        [say('paper.verify-assessments'), assessments.map((assessment) => assessment.number).join(say('paper.list-joiner'))],
        [say('paper.verify-tool'), `Zicha ${toolVersion}`],
      ],
    },
    { kind: 'paragraph', text: say('paper.verify-how'), style: 'body' },
    { kind: 'paragraph', text: say('paper.verify-limit'), style: 'note' },
  ];
}
