import type { Section } from '../paper-source.js';
import { books } from './books.js';
import { conclusion } from './conclusion.js';
import { findings } from './findings.js';
import { itemConclusions } from './item-conclusions.js';
import { readings } from './readings.js';
import { results } from './results.js';
import { scoreSheet } from './score-sheet.js';
import { signatures } from './signatures.js';
import { verification } from './verification.js';

/** Name in a report template → the section. Listed, never discovered. */
export const sections: Readonly<Record<string, Section>> = {
  books,
  conclusion,
  findings,
  'item-conclusions': itemConclusions,
  readings,
  results,
  'score-sheet': scoreSheet,
  signatures,
  verification,
};
