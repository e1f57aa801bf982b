import type { Say } from '#messages/say.js';
import type { BlankForm } from '#workflows/blank-form.js';

/** What a column takes, in words: its values, the book whose numbers it holds, or its type. */
export function columnTakes({ values, register, type }: BlankForm['columns'][number], say: Say, joiner: string): string {
  if (values !== undefined) return values.join(joiner);
  return register === undefined ? say(`column-type.${type}`) : say('column-type.of', { registers: [register].flat().join(', ') });
}
