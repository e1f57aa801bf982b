import { z } from 'zod';

/** Who did it. `claimed` = said at the keyboard, not proved. */
export const Actor = z.strictObject({
  person: z.string().min(1).max(60),
  role: z.enum(['officer', 'leader', 'staff', 'scheduler', 'tool']),
  proof: z.enum(['claimed', 'signed']),
});
export type Actor = z.infer<typeof Actor>;
