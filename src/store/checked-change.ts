import type { z } from 'zod';
import { AppError } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import { collectionSchemas } from '#domain/working-set.js';

/** The change, if its record has the shape of its collection. */
export function checkedChange({ collection, id, value }: Change): Change {
  if (value === null) return { collection, id, value } as Change;
  const checked = collectionSchemas[collection].safeParse(value);
  if (checked.success) return { collection, id, value: checked.data } as Change;
  const [wrong] = checked.error.issues;
  throw (wrong === undefined ? undefined : textRefusal(wrong)) ?? new AppError('store-invalid-change', { collection, id, detail: wrong?.path.join('.') ?? '' }, { cause: checked.error });
}

// A text of a length that has no room is for the person to mend; anything else is a fault of the program.
function textRefusal(wrong: z.core.$ZodIssue): AppError | undefined {
  if ((wrong.code !== 'too_big' && wrong.code !== 'too_small') || wrong.origin !== 'string') return undefined;
  // `departments.0` is told by the list it stands in.
  const field = wrong.path.findLast((part) => typeof part === 'string') ?? '';
  return wrong.code === 'too_big' ? new AppError('text-too-long', { field, limit: Number(wrong.maximum) }) : new AppError('text-missing', { field });
}
