import type { Say } from '#messages/say.js';
import type { SupervisionView } from '#workflows/show-supervisions.js';
import { tableLines } from '../table.js';

/** Outside inspections: whose, when, how many opinions are done. */
export function supervisionRows(views: readonly SupervisionView[], say: Say, width: number): string[] {
  if (views.length === 0) return [say('supervision.none')];
  const columns = [
    { title: say('column.number') },
    { title: say('column.kind-of') },
    { title: say('column.date') },
    { title: say('column.body'), wide: true },
    { title: say('column.opinions'), align: 'right' as const },
    { title: say('column.report-due') },
    { title: say('column.state') },
  ];
  return tableLines(columns, views.map(({ supervision, opinions, done }) => [supervision.number, say(`supervision-kind.${supervision.kind}`), supervision.on, supervision.body, `${String(done)}/${String(opinions.length)}`, supervision.reportDue ?? '-', say(`supervision-state.${supervision.state}`)]), width);
}
