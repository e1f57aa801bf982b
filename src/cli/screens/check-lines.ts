import type { Language, Say } from '#messages/say.js';
import type { BookFault, BooksCheck } from '#workflows/check-registers.js';
import { wrap } from '../wrap.js';

/** What is wrong in the books, book by book, and what could not be judged. */
export function checkLines({ books, rows, faults, open }: BooksCheck, language: Language, say: Say, width: number): string[] {
  const titles = [...new Set(faults.map((fault) => fault.title))];
  const faulty = titles.flatMap((title) => {
    const own = faults.filter((fault) => fault.title === title);
    return ['', `${title}  ${say('check.count', { faults: own.length })}`, ...grouped(own, language, say).flatMap((line) => wrap(`  ${line}`, width))];
  });
  const hidden = open.filter((rule) => rule.reasons.every((reason) => reason === 'column-hidden'));
  const unsure = open.filter((rule) => !hidden.includes(rule)).map((rule) => `  ${language === 'en' ? rule.rule.en : rule.rule.zh} (${String(rule.rows)}): ${rule.reasons.map((reason) => say(`reason.${reason}`)).join('; ')}`);
  return [
    say('check.total', { books, rows, faults: faults.length, open: open.length }),
    ...faulty,
    ...(unsure.length === 0 ? [] : ['', say('check.open'), ...unsure.flatMap((line) => wrap(line, width))]),
    ...(hidden.length === 0 ? [] : ['', ...wrap(say('check.hidden', { rules: hidden.length }), width)]),
  ];
}

const shownRows = 8;

// Rows with the same fault stand in one line: a book of 300 rows must still fit a screen.
function grouped(faults: readonly BookFault[], language: Language, say: Say): string[] {
  const byText = new Map<string, string[]>();
  for (const fault of faults) {
    const text = faultText(fault, language, say);
    byText.set(text, [...(byText.get(text) ?? []), fault.row]);
  }
  return [...byText].map(([text, rows]) => `${text} (${String(rows.length)}): ${rows.slice(0, shownRows).join(', ')}${rows.length > shownRows ? ' …' : ''}`);
}

function faultText({ kind, column = '', other = '', rule }: BookFault, language: Language, say: Say): string {
  if (rule !== undefined) return language === 'en' ? rule.en : rule.zh;
  return say(`check.${kind}`, { column, other });
}
