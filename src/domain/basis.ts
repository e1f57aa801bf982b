import { z } from 'zod';

/** What a demand rests on; `law` only where the article's own text states the duty. */
export const Basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('law'), law: z.string().min(2), article: z.int().positive() }),
  z.strictObject({ kind: z.literal('parameter'), parameter: z.string().min(2) }),
  z.strictObject({ kind: z.literal('practice') }),
]);
export type Basis = z.infer<typeof Basis>;
