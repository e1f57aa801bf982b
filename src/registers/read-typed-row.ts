import { AppError } from '#domain/app-error.js';
import type { RegisterTemplate } from '#domain/register.js';
import { listJoiner } from '#messages/spellings.js';
import { columnNamed } from './match-header.js';
import { readGiven, type ReadRow } from './read-csv.js';

/** One row typed as `column=value` pairs, by key or title. */
export function readTypedRow(given: Readonly<Record<string, string>>, template: RegisterTemplate): ReadRow {
  const named = Object.entries(given).map(([name, raw]) => {
    const column = columnNamed(name, template);
    if (column === undefined || column.maybeSecret) {
      const allowed = template.columns.filter((each) => !each.maybeSecret).map((each) => `${each.key} ${each.title.zh}`);
      throw new AppError('column-unknown', { register: template.id, column: name, allowed: allowed.join(listJoiner) });
    }
    return { column, raw };
  });
  const { row, problems } = readGiven(named, 1, template);
  if (problems.length > 0) throw new AppError('register-file-invalid', { file: '--set', count: problems.length }, { problems });
  return row;
}
