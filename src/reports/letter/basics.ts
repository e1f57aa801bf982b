import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';
import { firstHeading, official } from './official.js';

/** 二、基本情况: the figures of the yearly data sheet as the books say them; a blank has its reason. */
export function letterBasics({ office }: PaperSource, say: Say): readonly Block[] {
  const figures = office?.figures ?? [];
  const reasons = [...new Set(figures.flatMap(({ why }) => (why === undefined ? [] : [why])))];
  const note = (why: string | undefined): string => (why === undefined ? '' : say('letter.note-mark', { number: reasons.indexOf(why) + 1 }));
  const columns = [
    { title: say('letter.column.group'), width: 24, align: 'left' as const },
    { title: say('letter.column.figure'), width: 40, align: 'left' as const },
    { title: say('letter.column.value'), width: 22, align: 'center' as const },
  ];
  const rows = figures.map(({ group, title, value, why }, index) => [figures[index - 1]?.group === group ? '' : group, title, value ?? note(why)]);
  return [
    firstHeading(2, say('letter.heading.basics')),
    official('text', say('letter.basics', { year: office?.year ?? '' })),
    ...(rows.length === 0 ? [] : [{ kind: 'table', columns, rows, size: 'large' } as const]),
    ...reasons.map((why, index) => ({ kind: 'paragraph', text: `${say('letter.note-mark', { number: index + 1 })} ${why}`, style: 'note' }) as const),
  ];
}
