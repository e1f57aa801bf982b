import type { Section } from '../paper-source.js';
import { atAGlance } from '../annex/at-a-glance.js';
import { evidenceList } from '../annex/evidence-list.js';
import { rectificationLedger } from '../annex/rectification-ledger.js';
import { scoreRows } from '../annex/score-rows.js';
import { technicalSummary } from '../annex/technical-summary.js';
import { letterBasics } from '../letter/basics.js';
import { letterClosing } from '../letter/closing.js';
import { letterOpening } from '../letter/opening.js';
import { letterOrganised } from '../letter/organised.js';
import { letterProblems } from '../letter/problems.js';
import { letterRectification } from '../letter/rectification.js';
import { letterScore } from '../letter/score-result.js';
import { letterSubjects } from '../letter/subjects.js';
import { books } from './books.js';
import { conclusion } from './conclusion.js';
import { cureProgress } from './cure-progress.js';
import { findings } from './findings.js';
import { itemConclusions } from './item-conclusions.js';
import { readings } from './readings.js';
import { results } from './results.js';
import { scoreSheet } from './score-sheet.js';
import { sheetHead } from './sheet-head.js';
import { sheetSignatures } from './sheet-signatures.js';
import { signatures } from './signatures.js';
import { verification } from './verification.js';

/** Name in a report template → the section. Listed, never discovered. */
export const sections: Readonly<Record<string, Section>> = {
  'at-a-glance': atAGlance,
  books,
  conclusion,
  'cure-progress': cureProgress,
  'evidence-list': evidenceList,
  findings,
  'item-conclusions': itemConclusions,
  'letter-basics': letterBasics,
  'letter-closing': letterClosing,
  'letter-opening': letterOpening,
  'letter-organised': letterOrganised,
  'letter-problems': letterProblems,
  'letter-rectification': letterRectification,
  'letter-score': letterScore,
  'letter-subjects': letterSubjects,
  readings,
  'rectification-ledger': rectificationLedger,
  results,
  'score-rows': scoreRows,
  'score-sheet': scoreSheet,
  'sheet-head': sheetHead,
  'sheet-signatures': sheetSignatures,
  signatures,
  'technical-summary': technicalSummary,
  verification,
};
