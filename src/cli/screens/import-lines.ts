import type { Say } from '#messages/say.js';
import type { ImportSummary } from '#workflows/import-register.js';
import { wrap } from '../wrap.js';
import { errorText } from '#workflows/error-text.js';

const shownProblems = 20;
const shownKeys = 10;

/** 新增、修改、未变、有误; each wrong place; what was left out and what the sheet does not name. */
export function importLines(summary: ImportSummary, say: Say, width: number): string[] {
  const { title, added, changed, unchanged, wrong, missing, dropped, ignored, unknownHeaders, skipped, otherSheets, written } = summary;
  const heading = written ? 'register.imported' : wrong > 0 ? 'register.refused' : 'register.checked';
  const more = (key: Parameters<Say>[0], names: readonly string[]): string[] => (names.length === 0 ? [] : wrap(say(key, { count: names.length, names: listed(names) }), width));
  return [
    say(heading, { register: title, added, changed, unchanged, wrong }),
    ...summary.problems.slice(0, shownProblems).flatMap((problem) => wrap(`  ${errorText(problem, say)}`, width)),
    ...(wrong > shownProblems ? [`  … +${String(wrong - shownProblems)}`] : []),
    ...(unknownHeaders.length === 0 ? [] : [say('register.map-hint')]),
    ...more('register.dropped', dropped),
    ...more('register.ignored', ignored),
    ...more('register.missing', missing),
    ...more('register.skipped', skipped.map(({ line, kind }) => `${String(line)} (${say(`skipped.${kind}`)})`)),
    ...more('register.other-sheets', otherSheets),
  ];
}

function listed(names: readonly string[]): string {
  return names.length > shownKeys ? `${names.slice(0, shownKeys).join(' ')} …` : names.join(' ');
}
