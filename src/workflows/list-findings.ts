import { readBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { viewFindings, type FindingView } from './view-findings.js';

/** All findings as they stand today, open ones first, worst first, then oldest. */
export function listFindings(desk: Desk): Promise<readonly FindingView[]> {
  return readBooks(desk, ({ snapshot, today }) => viewFindings(snapshot, today));
}
