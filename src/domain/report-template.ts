import { z } from 'zod';
import { Slug } from './primitives.js';

/** A paper: which sections it has, in which order, under which titles. */
export const ReportTemplate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  title: z.string().min(2).max(60),
  /** Checklists the paper is about; absent = all. */
  checklists: z.array(Slug).min(1).optional(),
  /** Only assessments of this level, e.g. of terminals. */
  level: z.enum(['unit', 'department', 'staff', 'terminal']).optional(),
  /** About the office's year too: its books are counted, its rounds, answers and problems named. */
  year: z.boolean().optional(),
  /** Wide sheets stand crosswise. */
  landscape: z.boolean().optional(),
  /** The body of a 公文: GB/T 9704. */
  geometry: z.literal('official').optional(),
  sections: z
    .array(z.strictObject({ section: z.string().regex(/^[a-z][a-z-]{1,40}$/), title: z.string().max(60).optional(), newPage: z.boolean().default(false), /** A page of its own behind the body, numbered and named below it. */ attachment: z.enum(['upright', 'crosswise']).optional() }))
    .min(1),
});
export type ReportTemplate = z.infer<typeof ReportTemplate>;
