import { AppError, type Problem } from '#domain/app-error.js';
import type { Say } from '#messages/say.js';
import type { Cells } from '#registers/sheet-row.js';
import { errorText } from './error-text.js';

/** A cell as text; blank = absent. */
export function cellOf(cells: Cells, key: string): string | undefined {
  const cell = cells[key];
  return cell === undefined || cell === '' ? undefined : String(cell);
}

/** What is wrong with a line, in words; anything but a refusal is thrown on. */
export function lineProblem(line: number, cause: unknown, say: Say): Problem {
  if (!(cause instanceof AppError)) throw cause;
  return { code: 'finding-row', params: { line, why: errorText(cause, say) } };
}
