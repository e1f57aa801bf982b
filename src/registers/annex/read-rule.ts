import type { Deduction } from '#domain/checklist.js';
import { annexPatterns, annexWords } from '#messages/annex-spellings.js';

/** Ways to lose points as a scoring rule names them; not understood = one range that the assessor chooses from. */
export interface ReadRule {
  readonly deductions: readonly Deduction[];
  readonly understood: boolean;
}

/** Most that one item can lose where its sheet gives it no points of its own. */
const most = 100;

/** Reads 未…的，扣1分；…扣0.5—1分；每起扣4分. One clause that is not understood makes the whole rule a range from 0 to the points. */
export function readRule(itemId: string, rule: string, points: number | null): ReadRule {
  const clauses = clausesOf(rule);
  const read = clauses.map((clause) => readClause(clause, points));
  const isUsable = clauses.length > 0 && clauses.length <= 20 && read.every((each) => each !== undefined);
  if (!isUsable) return { deductions: [{ id: `${itemId}.1`, when: rule.length < 2 ? annexWords.byRule : rule, points: [0, points ?? most], per: 'item' }], understood: false };
  return { deductions: read.map((each, index) => ({ id: `${itemId}.${String(index + 1)}`, ...each })), understood: true };
}

function clausesOf(rule: string): string[] {
  return rule
    .split(annexPatterns.between)
    .map((clause) => clause.trim().replace(annexPatterns.leading, '').replace(annexPatterns.cap, '').trim())
    .filter((clause) => clause !== '');
}

function readClause(clause: string, points: number | null): Omit<Deduction, 'id'> | undefined {
  const lost = annexPatterns.allLost.exec(clause);
  if (lost !== null) return points === null ? undefined : { when: named(lost[1], clause), points, per: 'item' };
  const [, when, occurrence, low, high] = annexPatterns.clause.exec(clause) ?? [];
  const loss = lossIn(low, high);
  return loss === undefined ? undefined : { when: named(when, occurrence ?? clause), points: loss, per: occurrence === undefined ? 'item' : 'occurrence' };
}

function lossIn(low: string | undefined, high: string | undefined): Deduction['points'] | undefined {
  if (low === undefined) return undefined;
  if (high === undefined) return Number(low);
  return Number(low) < Number(high) ? [Number(low), Number(high)] : undefined;
}

// A clause of nothing but points is named by itself.
function named(when: string | undefined, otherwise: string): string {
  const text = when?.trim() ?? '';
  return text.length < 2 ? otherwise : text;
}
