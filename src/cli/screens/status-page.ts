import stringWidth from 'string-width';
import type { Say } from '#messages/say.js';
import type { Status } from '#workflows/show-status.js';
import { minuteOf } from '#workflows/door.js';
import { cut } from '../table.js';

/** One screen: unit, assessments, findings, registers, parameters. */
export function statusPage(status: Status, say: Say, width: number): string[] {
  const { identity, findings, parameters } = status;
  const head = [identity.unit, say(`mode.${identity.mode}`), say(`network.${identity.network}`), status.today, ...(identity.demo ? [say('demo.mark')] : [])].join('  ');
  const assessments = status.assessments.map((entry) => assessmentLine(entry, say));
  const kept = status.registers.filter((book) => (status.rows[book.register] ?? 0) > 0 || book.state !== 'unconfirmed');
  const unsure = kept.filter((book) => book.state === 'unconfirmed');
  const books = [
    say('status.register-counts', { kept: kept.length, rows: kept.reduce((sum, book) => sum + (status.rows[book.register] ?? 0), 0), unsure: unsure.length }),
    ...unsure.slice(0, 5).map((book) => `${book.title} ${String(status.rows[book.register] ?? 0)} ${say('register-state.unconfirmed')}`),
  ];
  const rows: [string, string[]][] = [
    [say('status.assessments'), assessments.length === 0 ? [say('assessment.none')] : assessments],
    [say('status.findings'), [say('status.finding-counts', { open: findings.open, overdue: findings.overdue, awaiting: findings.awaiting, recurring: findings.recurring })]],
    ['', findings.next.map(({ finding }) => `${finding.number} ${say(`severity.${finding.severity}`)} ${finding.statement}`)],
    [say('status.rounds'), status.rounds.slice(0, 2).map((round) => roundLine(round, say))],
    [say('status.ahead'), status.ahead.map(({ from, to, what }) => `${from === to ? to : `${from.slice(5)}…${to.slice(5)}`}  ${what}`)],
    [say('status.registers'), books],
    [say('status.parameters'), [say('status.parameter-counts', parameters)]],
  ];
  const label = Math.max(...rows.map(([name]) => stringWidth(name)));
  return [head, ...rows.flatMap(([name, lines]) => lines.map((line, index) => cut(`${padded(index === 0 ? name : '', label)}  ${line}`, width)))];
}

function roundLine({ number, checklistId, in: handed, of, deadline, overdue }: Status['rounds'][number], say: Say): string {
  const late = overdue ? say('status.round-overdue', { count: of - handed }) : '';
  return [number, checklistId, say('status.round-counts', { in: handed, of }), deadline ?? '', late].filter((part) => part !== '').join('  ');
}

function assessmentLine(entry: Status['assessments'][number], say: Say): string {
  const count = (...names: readonly string[]): number => names.reduce((sum, name) => sum + (entry.counts[name] ?? 0), 0);
  const counts = say('status.assessment-counts', { pass: count('pass', 'fixed'), fail: count('fail'), open: count('error', 'unknown', 'notchecked') });
  return `${entry.checklistTitle}  ${minuteOf(entry.at)}  ${counts}`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
