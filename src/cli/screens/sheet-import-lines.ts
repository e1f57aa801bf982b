import type { Say } from '#messages/say.js';
import type { SheetImportSummary } from '#workflows/import-round-sheets.js';
import { wrap } from '../wrap.js';
import { errorText } from '#workflows/error-text.js';

const shown = 20;

/** What was or would be recorded; each wrong place with its file, each conflict with both sides. */
export function sheetImportLines(summary: SheetImportSummary, say: Say, width: number): string[] {
  const { round, files, recorded, unchanged, kept, conflicts, problems, written, marked = [] } = summary;
  const isRefused = problems.length + conflicts.length > 0;
  return [
    say(written ? 'sheet.imported' : isRefused ? 'sheet.refused' : 'sheet.checked', { round, files, recorded, unchanged, kept, conflicts: conflicts.length, wrong: problems.length }),
    ...problems.slice(0, shown).flatMap((problem) => wrap(`  ${problem.file}  ${errorText(problem, say)}`, width)),
    ...conflicts.slice(0, shown).flatMap((conflict) => conflictLines(conflict, say, width)),
    ...marked.map((path) => say('sheet.marked', { path })),
    ...(conflicts.length > 0 ? wrap(say('sheet.decide'), width) : []),
  ];
}

function conflictLines({ subjectKey, itemId, sides }: SheetImportSummary['conflicts'][number], say: Say, width: number): string[] {
  const texts = sides.map(({ file, row, saying }) => {
    const value = saying.value === undefined ? '' : say(`result.${saying.value}`);
    return [file === undefined ? say('sheet.on-file') : `${file}:${String(row ?? '')}`, value, saying.fact ?? '', saying.by ?? '', saying.on ?? ''].filter((part) => part !== '').join('  ');
  });
  return [`  ${say('sheet.conflict', { subject: subjectKey, item: itemId })}`, ...texts.flatMap((text) => wrap(`    ${text}`, width))];
}
