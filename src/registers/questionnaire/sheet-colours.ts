import { questionnaireWords as words } from '#messages/questionnaire-words.js';
import { letters } from '../sheet-explanation.js';
import type { CellStyle, WriteSheet } from '../spreadsheet.js';

const colour = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } });

/** Yellow where nothing was answered, red where it does not comply, orange where a fact or reason is missing. */
export function colours(keys: readonly string[], first: number, last: number): NonNullable<WriteSheet['conditionalRules']> {
  const value = letters(keys.indexOf('value') + 1);
  const fact = letters(keys.indexOf('fact') + 1);
  const cell = `$${value}${first}`;
  const { fail, partial, notapplicable } = words.conclusions;
  const saysNo = `OR(${cell}="${fail}",${cell}="${partial}")`;
  const values = `${value}${first}:${value}${last}`;
  return [
    { type: 'expression', priority: 1, range: `${fact}${first}:${fact}${last}`, formula: `AND(OR(${saysNo},${cell}="${notapplicable}"),TRIM($${fact}${first})="")`, style: colour('FFD8A8') },
    { type: 'expression', priority: 2, range: values, formula: saysNo, style: colour('FFC7CE') },
    { type: 'expression', priority: 3, range: values, formula: `TRIM(${cell})=""`, style: colour('FFF9C4') },
  ];
}
