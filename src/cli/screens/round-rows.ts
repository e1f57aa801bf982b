import { periodText } from '#messages/period-text.js';
import type { Say } from '#messages/say.js';
import type { RoundView } from '#workflows/show-rounds.js';
import { tableLines } from '../table.js';

/** The list of rounds: who has handed in, how much is answered, what is overdue. */
export function roundRows(views: readonly RoundView[], say: Say, width: number): string[] {
  if (views.length === 0) return [say('round.none')];
  const columns = [
    { title: say('column.number') },
    { title: say('column.checklist'), wide: true },
    { title: say('column.period') },
    { title: say('round.column-in'), align: 'right' as const },
    { title: say('round.column-answered'), align: 'right' as const },
    { title: say('column.due') },
    { title: say('column.state') },
  ];
  return tableLines(columns, views.map((view) => rowOf(view, say)), width);
}

function rowOf({ round, title, asked, answered, handedIn, overdue }: RoundView, say: Say): string[] {
  const state = overdue > 0 ? say('round.overdue-count', { count: overdue }) : say(`round-state.${round.state}`);
  const period = round.merges === true ? say('round.merged-period', { period: periodText(round.period, say) }) : periodText(round.period, say);
  return [round.number, title, round.occasion ?? period, `${String(handedIn)}/${String(round.subjects.length)}`, `${String(answered)}/${String(asked)}`, round.deadline ?? '-', state];
}
