import type { Say } from '#messages/say.js';
import type { InspectionPlan, InspectionView } from '#workflows/show-inspections.js';
import { liveOf } from '#workflows/show-inspections.js';
import { labelled } from '../labelled.js';
import { tableLines } from '../table.js';
import { wrap } from '../wrap.js';

/** The inspections of a year, and the departments that nobody has reached. */
export function inspectionPlanPage({ year, inspections, coverage, uncovered }: InspectionPlan, say: Say, width: number): string[] {
  if (inspections.length === 0) return [say('inspection.none', { year })];
  const columns = [
    { title: say('column.number') },
    { title: say('column.month') },
    { title: say('column.kind-of') },
    { title: say('column.departments'), wide: true },
    { title: say('column.scope'), wide: true },
    { title: say('column.findings'), align: 'right' as const },
    { title: say('column.state') },
  ];
  const joiner = say('paper.list-joiner');
  const rows = inspections.map((view) => [view.inspection.number, view.inspection.month, say(`inspection-kind.${view.inspection.kind}`), view.inspection.departments.join(joiner), view.inspection.scope, view.inspection.state === 'held' ? `${String(liveOf(view).length)}/${String(view.findings.length)}` : '-', view.overdue ? say('inspection.late') : say(`inspection-state.${view.inspection.state}`)]);
  return [
    ...tableLines(columns, rows, width),
    '',
    say('inspection.coverage', { year, covered: coverage.length - uncovered.length, all: coverage.length }),
    ...(uncovered.length === 0 ? [] : wrap(say('inspection.uncovered', { departments: uncovered.join(joiner) }), width)),
  ];
}

/** One inspection: what was planned, what was looked at, what was said. */
export function inspectionPage({ inspection, findings, overdue }: InspectionView, say: Say, width: number): string[] {
  const { record } = inspection;
  const joiner = say('paper.list-joiner');
  const rows = ([
    ['column.month', inspection.month],
    ['column.departments', inspection.departments.join(joiner)],
    ['column.scope', inspection.scope],
    ['column.date', record?.on],
    ['column.team', record?.team],
    ['column.methods', record?.methods.map((method) => say(`inspection-method.${method}`)).join(joiner)],
    ['column.good', record?.good],
    ['column.inspection-opinion', record?.opinion],
    ['column.due', record?.deadline],
    ['column.note', inspection.cancelled],
  ] as const).flatMap(([label, text]) => (text === undefined ? [] : [[say(label), text] as const]));
  return [
    `${inspection.number}  ${say(`inspection-kind.${inspection.kind}`)}  ${overdue ? say('inspection.late') : say(`inspection-state.${inspection.state}`)}`,
    ...labelled(rows, width),
    ...findings.map(({ finding }) => `  ${finding.number}  ${finding.statement}  ${say(`finding-state.${finding.state}`)}`),
  ];
}
