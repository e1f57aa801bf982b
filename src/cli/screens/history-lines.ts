import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import type { Revision } from '#workflows/row-history.js';
import { wrap } from '../wrap.js';

/** Who changed what when, newest first; personal details stay masked. */
export function historyLines(revisions: readonly Revision[], say: Say, width: number): string[] {
  if (revisions.length === 0) return [say('register.no-history')];
  return revisions.flatMap((revision) => {
    const marks = [revision.retired ? say('register.is-retired') : '', revision.late ? say('register.late') : '', revision.reason ?? ''].filter((text) => text !== '');
    const head = [minuteOf(revision.at), revision.key, say('register.revision', { revision: revision.revision }), revision.by.person, ...marks].join('  ');
    return [...wrap(head, width), ...revision.cells.flatMap((cell) => wrap(`  ${cell.title}: ${cell.before === '' ? '-' : cell.before} → ${cell.after === '' ? '-' : cell.after}`, width))];
  });
}
