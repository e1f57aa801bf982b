import type { Say } from '#messages/say.js';
import type { FindingView } from '#workflows/view-findings.js';
import { tableLines } from '../table.js';

/** The list of findings, with the counts under it. */
export function findingRows(views: readonly FindingView[], say: Say, width: number): string[] {
  const overdue = views.filter((view) => view.overdue).length;
  const total = say('finding.total', { count: views.length, overdue });
  if (views.length === 0) return [total];
  const columns = [
    { title: say('column.number') },
    { title: say('column.severity') },
    { title: say('column.statement'), wide: true },
    { title: say('column.subject'), wide: true },
    { title: say('column.owner') },
    { title: say('column.due') },
    { title: say('column.state') },
  ];
  return [...tableLines(columns, views.map((view) => rowOf(view, say)), width), '', total];
}

function rowOf({ finding, due, overdue, daysLate }: FindingView, say: Say): string[] {
  const state = overdue ? say('finding.overdue-days', { days: daysLate }) : say(`finding-state.${finding.state}`);
  return [finding.number, say(`severity.${finding.severity}`), finding.statement, finding.subject.label, finding.owner ?? '-', due ?? say('finding.no-due'), state];
}
