import { AppError, type Problem } from '#domain/app-error.js';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { listJoiner } from '#messages/spellings.js';
import { columnNamed } from './match-header.js';
import { readGiven, type ReadRow } from './sheet-row.js';

type Typed = Readonly<Record<string, string>>;

/** One whole row typed as `column=value` pairs, by key or title. */
export function readTypedRow(given: Typed, template: RegisterTemplate): ReadRow {
  return sound(readGiven(namedCells(given, template), 1, template));
}

/** The same for some cells of a row that is there: what is not given is not asked for. */
export function readTypedCells(given: Typed, template: RegisterTemplate): ReadRow {
  const { row, problems } = readGiven(namedCells(given, template), 1, template);
  return sound({ row, problems: problems.filter((problem) => problem.code !== 'cell-required') });
}

function namedCells(given: Typed, template: RegisterTemplate): { readonly column: Column; readonly raw: string }[] {
  return Object.entries(given).map(([name, raw]) => {
    const column = columnNamed(name, template);
    if (column === undefined) {
      const allowed = template.columns.filter((each) => each.computed === undefined).map((each) => `${each.key} ${each.title.zh}`);
      throw new AppError('column-unknown', { register: template.id, column: name, allowed: allowed.join(listJoiner) });
    }
    if (column.computed !== undefined) throw new AppError('column-reckoned', { column: column.title.zh });
    return { column, raw };
  });
}

function sound({ row, problems }: { readonly row: ReadRow; readonly problems: readonly Problem[] }): ReadRow {
  if (problems.length > 0) throw new AppError('register-file-invalid', { file: '--set', count: problems.length }, { problems });
  return row;
}
