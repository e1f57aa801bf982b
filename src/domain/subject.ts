import { z } from 'zod';

/** What an item was judged on. `key` is stable; `label` is masked for print. */
export const Subject = z.strictObject({
  kind: z.enum(['unit', 'department', 'person', 'terminal', 'place', 'row']),
  key: z.string().min(1),
  label: z.string(),
});
export type Subject = z.infer<typeof Subject>;
