import { z } from 'zod';
import { Basis } from './basis.js';
import { NetworkClass } from './identity.js';
import { Slug } from './primitives.js';
import { Severity } from './result-value.js';

const Expression = z.string().min(1).max(2000);
const Points = z.number().min(0).max(100).multipleOf(0.01);
export const ItemId = z.string().regex(/^[A-Z][A-Z0-9]{1,9}-\d{2,3}$/);

/**
 * How sure the source of an item is. 直 引 旧 未 of the item bank; the tool's own; for texts known only from public reprints:
 * several that agree, one only, a part, a guess from a similar form, nothing; and the official annex that the unit imported.
 */
export const confidences = ['direct', 'derived', 'superseded', 'unverified', 'own', 'quoted', 'single-source', 'partial', 'probable', 'unknown', 'annex'] as const;
const Confidence = z.enum(confidences);

/** One way to lose points: flat, a range the assessor chooses from, or per occurrence. */
export const Deduction = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]{1,9}-\d{2,3}\.\d{1,2}$/),
  when: z.string().min(2),
  points: z.union([Points, z.tuple([Points, Points])]),
  per: z.enum(['item', 'occurrence']).default('item'),
});

export const Guidance = z.strictObject({
  how: z.string().optional(),
  evidence: z.string().optional(),
  note: z.string().optional(),
});

export const Item = z.strictObject({
  id: ItemId,
  /** Short name in our own words; printed in place of an objective that is withheld. */
  title: z.string().min(2).max(40).optional(),
  objective: z.string().min(4).max(2000),
  /** The wording comes from an annex the unit imported: shown on this machine, never printed, embedded or exported. */
  withheld: z.boolean().optional(),
  /** The sentence of a failure, stating what was found. */
  finding: z.string().min(4).max(200).optional(),
  basis: z.array(Basis).min(1).max(8),
  confidence: Confidence,
  severity: Severity,
  points: Points.nullable().optional(),
  kind: z.enum(['scored', 'aggravating', 'veto', 'information']).default('scored'),
  method: z.enum(['automated', 'register', 'manual']),
  applies: Expression.optional(),
  each: Expression.optional(),
  where: Expression.optional(),
  expect: Expression.optional(),
  /** Label in Chinese → expression: the facts shown with the result. */
  observe: z.record(z.string().min(1).max(40), Expression).optional(),
  deduct: z.strictObject({ perSubject: Points }).optional(),
  deductions: z.array(Deduction).max(20).optional(),
  validFor: z.string().regex(/^(1|[2-9]|1[0-2]) months?$/).optional(),
  guidance: Guidance.optional(),
  remediation: z.string().min(4).optional(),
});

export const Section = z.strictObject({
  id: Slug,
  title: z.string().min(2),
  /** Subject of 实施条例 art. 58, 1–13. */
  subject: z.int().min(1).max(13).optional(),
  points: Points.optional(),
  items: z.array(Item).min(1).max(200),
  /** Empty tables of the visit sheet, e.g. entries of a log to be held against the video. */
  samples: z
    .array(z.strictObject({ title: z.string().min(2).max(80), columns: z.array(z.string().min(1)).min(1).max(8), rows: z.int().min(1).max(20) }))
    .max(4)
    .optional(),
});

export const Checklist = z.strictObject({
  id: Slug,
  title: z.string().min(2),
  edition: z.string().min(1),
  origin: z.string().min(4),
  level: z.enum(['unit', 'department', 'staff', 'terminal']),
  /** Only for machines of this class of network. */
  network: NetworkClass.optional(),
  scoring: z.enum(['none', 'points']),
  /** Answered by people in rounds only; a run over “all” leaves it out. */
  roundsOnly: z.boolean().optional(),
  /** Only a complete official annex may give grades. */
  grades: z.boolean().default(false),
  points: z.number().positive().optional(),
  sections: z.array(Section).min(1).max(40),
});

/** In the place of a section: that of `sections/<include>.yaml` beside the checklist, under a title of the checklist's own. */
export const IncludedSection = z.strictObject({ include: Slug, title: z.string().min(2).optional() });

/** What a checklist file may hold; opened, its included sections stand in place. */
export const ChecklistText = Checklist.extend({ sections: z.array(z.union([Section, IncludedSection])).min(1).max(40) });

export type Deduction = z.infer<typeof Deduction>;
export type Item = z.infer<typeof Item>;
export type Section = z.infer<typeof Section>;
export type Checklist = z.infer<typeof Checklist>;
