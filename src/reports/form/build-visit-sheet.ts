import type { Checklist, Item, Section } from '#domain/checklist.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import { paperFrame, type PaperHead } from '../paper-frame.js';
import { formHead } from './form-head.js';

/** Where a visit sheet is filled in. */
export interface Visit extends Omit<PaperHead, 'number'> {
  /** Code of the room or the like that is visited; blank = written by hand. */
  readonly place: string;
}

/** Points; a sheet lies crosswise. */
const widths = { id: 56, objective: 214, how: 260, conclusion: 88, note: 123 } as const;
const crosswise = 741;

/** The questions of a checklist that are answered on the spot, with room for conclusion and notes, and its samplings as empty tables. */
export function buildVisitSheet(checklist: Checklist, visit: Visit, say: Say): ReportDocument {
  const title = say('visit.title', { checklist: checklist.title });
  const asked = checklist.sections.filter((section) => section.items.some(isAsked));
  return {
    ...paperFrame({ ...visit, number: '' }, { template: `visit:${checklist.id}`, title }, say),
    landscape: true,
    footer: say('form.footer-blank', { form: checklist.title }),
    blocks: [formHead({ title, unit: visit.unit, second: [say('visit.place'), visit.place || say('form.room')], day: '' }, say), ...asked.flatMap((section) => [questions(section, say), ...samplings(section)]), { kind: 'form-signatures', signers: [...bookWords.signers], date: say('form.date-room') }],
  };
}

function isAsked(item: Item): boolean {
  return item.method === 'manual';
}

function questions(section: Section, say: Say): Block {
  const columns = [
    { title: say('paper.column-item'), width: widths.id, align: 'center' as const },
    { title: say('paper.column-objective'), width: widths.objective, align: 'left' as const },
    { title: say('visit.how'), width: widths.how, align: 'left' as const },
    { title: say('paper.column-conclusion'), width: widths.conclusion, align: 'center' as const },
    { title: say('visit.note'), width: widths.note, align: 'left' as const },
  ];
  const rows = section.items.filter(isAsked).map((item) => [item.id, printableObjective(item), item.guidance?.how ?? '', say('visit.choices'), '']);
  return { kind: 'form-table', title: section.title, bands: [{ columns, rows }], rowHeight: 12, keep: 0 };
}

function samplings({ samples = [] }: Section): Block[] {
  return samples.map(({ title, columns, rows }): Block => {
    const width = (crosswise - widths.id) / columns.length;
    const laid = [{ title: bookWords.runningNumber, width: widths.id, align: 'center' as const }, ...columns.map((name) => ({ title: name, width, align: 'left' as const }))];
    const lines = Array.from({ length: rows }, (_, row) => [String(row + 1), ...columns.map(() => '')]);
    return { kind: 'form-table', title, bands: [{ columns: laid, rows: lines }], rowHeight: 10, keep: 0 };
  });
}
