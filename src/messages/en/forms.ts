import type { formsWords as zh } from '../zh-cn/forms.js';

/** English words: forms on paper (used where a form's words reach the screen). */
export const formsWords: Record<keyof typeof zh, string> = {
  'form.id': 'Form {form}',
  'form.footer': '{form}  ·  report {number}  ·  code {code}  ·  page {page} of {pages}',
  'form.footer-blank': '{form}  ·  blank form  ·  page {page} of {pages}',
  'form.yes-no': 'Yes□  No□',
  'form.yes': 'Yes☑  No□',
  'form.no': 'Yes□  No☑',
  'form.choice': '□{value}',
  'form.sign-here': 'Signed:                    Date:            ',
  'form.room': '                      ',
  'form.room-short': '          ',
  'form.date': '{year}-{month}-{day}',
  'form.date-room': 'Date:            ',
  'form.no-rows': 'This book has no rows.',
  'form.written': '{title} written, {pages} pages, {rows} records, code {code} ({number})\n{path}',
  'form.written-blank': '{title} (blank form) written, {pages} pages\n{path}',
  'layer-note.score-none': 'no score to compute again',
  'error.report-is-blank-form': '{file} is a blank form, without number and check code',
  'error.report-is-blank-form.cure': 'A blank form needs no verification; zicha report list shows the papers that can be verified.',
  'error.form-rows-out-of-range': '--rows {rows}: the number of rows is 1 to {most}',
  'error.form-rows-out-of-range.cure': 'For more blank rows print several times, or copy the sheet.',
  'command.report:form': 'Print a register as a form: blank, or filled in from the book (PDF)',
  'example.report:form': 'report form personnel --blank --rows 20\nreport form personnel\nreport form destructions --key XH-2026-0001 --output destruction.pdf',
  'flag.blank': 'print a blank form (no records needed)',
  'flag.rows': 'rows of the blank form, or sheets where one record is a sheet (1 to 500)',
};
