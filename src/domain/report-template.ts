import { z } from 'zod';
import { Slug } from './primitives.js';

/** A paper: which sections it has, in which order, under which titles. */
export const ReportTemplate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  title: z.string().min(2).max(60),
  /** Checklists the paper is about; absent = all. */
  checklists: z.array(Slug).min(1).optional(),
  sections: z
    .array(z.strictObject({ section: z.string().regex(/^[a-z][a-z-]{1,40}$/), title: z.string().max(60).optional(), newPage: z.boolean().default(false) }))
    .min(1),
});
export type ReportTemplate = z.infer<typeof ReportTemplate>;
