import type { Block, ReportDocument } from '#domain/report-document.js';
import type { StatisticsSheet } from '#domain/statistics.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import { paperFrame, type SignedHead } from '../paper-frame.js';
import { formHead } from './form-head.js';

/** Whose table it is; a blank one has neither number nor day. */
export interface StatisticsPaper extends SignedHead {
  readonly sheet: StatisticsSheet;
  readonly isBlank: boolean;
}

/** A statistical table becomes a form of blocks: head, table, notes, signatures. */
export function buildStatistics(paper: StatisticsPaper, say: Say): ReportDocument {
  const { sheet, isBlank, unit, by, day } = paper;
  const columns = sheet.columns.map(({ title, width, align }) => ({ title, width, align }));
  const rows = sheet.rows.map((row) => row.map(String));
  const form = sheet.form === '' ? sheet.title : say('form.id', { form: sheet.form });
  return {
    ...paperFrame(paper, { template: `stats:${sheet.id}`, title: sheet.title }, say),
    footer: say(isBlank ? 'form.footer-blank' : 'form.footer', { form }),
    blocks: [
      formHead({ title: sheet.title, unit, second: [bookWords.by, isBlank ? say('form.room-short') : by], day: isBlank ? '' : day }, say),
      { kind: 'form-table', bands: [{ columns, rows }], rowHeight: isBlank ? 8 : 6.5, keep: 24 + 6 * sheet.notes.length },
      ...(sheet.notes.length === 0 ? [] : [{ kind: 'paragraph', text: ' ', style: 'small' } as const]),
      ...sheet.notes.map((text) => ({ kind: 'paragraph', text, style: 'small' }) as const),
      ...signers(sheet.signatures, say),
    ],
  };
}

// Whoever answers for the sheet signs on a line of his own, beside the day: there is room for the seal.
function signers(names: readonly string[], say: Say): readonly Block[] {
  const texts = names.map((name) => `${name}${bookWords.colon}`);
  const lines = [texts.slice(0, -1), texts.slice(-1)].filter((line) => line.length > 0);
  return lines.map((line, index) => ({ kind: 'form-signatures', signers: line, date: index === lines.length - 1 ? say('form.date-room') : '' }));
}
