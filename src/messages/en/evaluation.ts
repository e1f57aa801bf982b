import type { evaluationWords as zh } from '../zh-cn/evaluation.js';

/** English words: expressions of checklists. */
export const evaluationWords: Record<keyof typeof zh, string> = {
  'error.expression-syntax': 'Line {line}, {at}: the expression cannot be parsed ({detail})',
  'error.expression-syntax.cure': 'Check brackets, quotes and operators; see docs/expressions.md.',
  'error.expression-too-long': 'Line {line}, {at}: the expression is too long or too deep',
  'error.expression-too-long.cure': 'Split it into several items, one judgement each.',
  'error.expression-unknown-name': 'Line {line}, {at}: unknown name "{name}"',
  'error.expression-unknown-name.cure': 'Names that exist: {allowed}.',
  'error.expression-unknown-field': 'Line {line}, {at}: "{name}" is no column, fact field or parameter',
  'error.expression-unknown-field.cure': 'Check the spelling; fields are listed in docs/schemas/ and in the register templates.',
  'error.expression-types': 'Line {line}, {at}: the two sides do not match ({detail})',
  'error.expression-types.cure': 'Compare text with text and numbers with numbers; days are text such as "2026-03-05".',
  'error.expression-not-bool': 'Line {line}, {at}: the result should be true or false, it is {actual}',
  'error.expression-not-bool.cure': 'Write a comparison, e.g. size(…) == 0.',
  'error.expression-call-refused': 'Line {line}, {at}: the function "{name}" is not allowed',
  'error.expression-call-refused.cure': 'Functions that exist: {allowed}.',
  'error.expression-enum-value': 'Line {line}, {at}: "{value}" is not a value of column "{name}"',
  'error.expression-enum-value.cure': 'Allowed values: {allowed}.',
  'error.expression-integer-division': 'Line {line}, {at}: dividing two whole numbers drops the fraction',
  'error.expression-integer-division.cure': 'Use percent(part, whole).',
  'error.expression-nested-register': 'Line {line}, {at}: a whole register cannot be walked inside another walk',
  'error.expression-nested-register.cure': 'Declare a link in the register template and use row.linkname.',
  'error.expression-has-misuse': 'Line {line}, {at}: has() is for register columns only',
  'error.expression-has-misuse.cure': 'Missing evidence is unknown by itself; has() is not needed.',
  'error.expression-not-a-register': 'Line {line}, {at}: each must be a register, e.g. register.personnel',
  'error.expression-not-a-register.cure': 'Registers: {allowed}.',
};
