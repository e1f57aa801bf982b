import { basename } from 'node:path';
import type { Slot } from '#domain/slot.js';
import type { Say } from '#messages/say.js';
import type { LedgerLine } from '#workflows/show-ledger.js';
import { tableLines } from '../table.js';

/** The due ledger, newest first. */
export function ledgerRows(lines: readonly LedgerLine[], say: Say, width: number): string[] {
  if (lines.length === 0) return [say('ledger.none')];
  const columns = [{ title: say('column.due-at') }, { title: say('column.job'), wide: true }, { title: say('column.attempts'), align: 'right' as const }, { title: say('column.outcome') }];
  return tableLines(columns, lines.map((line) => rowOf(line, say)), width);
}

/** State of a slot in words, with its reason. */
export function slotText(slot: Pick<Slot, 'state' | 'late' | 'reason'>, say: Say): string {
  if (slot.state === 'done') return say(slot.late ? 'slot-state.late' : 'slot-state.on-time');
  const state = say(`agent.state.${slot.state}`);
  return slot.reason === undefined || slot.state === 'running' ? state : say('slot-state.with-reason', { state, reason: say(`agent.reason.${slot.reason}`) });
}

function rowOf({ slot, job, assessmentNumbers }: LedgerLine, say: Say): string[] {
  const backup = slot.backup === undefined ? [] : [basename(slot.backup)];
  const outcome = [slotText(slot, say), ...shortened(assessmentNumbers), ...(slot.reportNumber === undefined ? [] : [slot.reportNumber]), ...backup];
  // The slot is named by the job's own local time.
  return [slot.id.slice(slot.id.indexOf('@') + 1).replace('T', ' '), job ?? say('ledger.job-removed'), String(slot.attempts), outcome.join('  ')];
}

// A run of all checklists gives a row of numbers: the first and the last say which.
function shortened(numbers: readonly string[]): readonly string[] {
  const [first, ...more] = numbers;
  const last = more.at(-1);
  return first === undefined || last === undefined || numbers.length < 3 ? numbers : [`${first}…${last.slice(-4)}`];
}
