import stringWidth from 'string-width';
import type { Say } from '#messages/say.js';
import type { Status } from '#workflows/show-status.js';
import { minuteOf } from '#workflows/door.js';
import { cureTexts } from '#reports/cure-texts.js';
import { cut } from '../table.js';
import { clockText } from './leak-rows.js';

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
    [say('status.cure'), cureLines(status, say)],
    [say('status.supervisions'), status.supervisions.slice(0, 3).map(({ supervision, opinions, done, reportOverdue }) => `${supervision.number}  ${supervision.body}  ${say('supervision.progress', { all: opinions.length, done })}${reportOverdue ? `  ${say('supervision.report-overdue', { day: supervision.reportDue ?? '' })}` : ''}`)],
    [say('status.leaks'), status.leaks.map((view) => `${view.event.number}  ${clockText(view, say)}`)],
    [say('status.rounds'), status.rounds.slice(0, 2).map((round) => roundLine(round, say))],
    [say('status.ahead'), status.ahead.map(({ from, to, what }) => `${from === to ? to : `${from.slice(5)}…${to.slice(5)}`}  ${what}`)],
    [say('status.registers'), books],
    [say('status.parameters'), [say('status.parameter-counts', parameters)]],
  ];
  const label = Math.max(...rows.map(([name]) => stringWidth(name)));
  return [head, ...rows.flatMap(([name, lines]) => lines.map((line, index) => cut(`${padded(index === 0 ? name : '', label)}  ${line}`, width)))];
}

// The departments with most to do, so that it is seen who has to move.
function cureLines({ management: { all, byDepartment } }: Status, say: Say): string[] {
  if (all.total === 0) return [];
  const busiest = byDepartment.filter(({ name, total, closed }) => name !== null && total > closed).slice(0, 3);
  return [say('status.cure-figures', { ...cureTexts(all, say), overdue: all.overdue, recurring: all.recurring }), ...busiest.map((group) => say('status.cure-department', { name: group.name ?? '', closed: group.closed, total: group.total, overdue: group.overdue }))];
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
