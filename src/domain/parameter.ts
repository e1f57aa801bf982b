import { z } from 'zod';
import { IsoDay, IsoInstant } from './primitives.js';

const Scalar = z.union([z.number(), z.string().max(200), z.boolean()]);

/** A declared local rule (本单位制度参数) of `checklists/parameters.yaml`. */
export const ParameterDeclaration = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{1,40}$/),
  title: z.string().min(2),
  unit: z.string().optional(),
  type: z.enum(['number', 'text', 'boolean', 'date']),
  /** The keys a value is given for (levels, network classes, severities); absent = one value. */
  by: z.array(z.string().min(1)).min(1).optional(),
  note: z.string().optional(),
});
export const ParameterDeclarations = z.strictObject({ parameters: z.array(ParameterDeclaration).min(1) });

/** What the unit filled in; a blank key is simply absent. */
export const Parameter = z.strictObject({
  id: z.string(),
  value: z.union([Scalar, z.record(z.string(), Scalar)]),
  source: z.string().min(1).max(200),
  approvedBy: z.string().min(1).max(60),
  since: IsoDay,
  setAt: IsoInstant,
});
export type ParameterDeclaration = z.infer<typeof ParameterDeclaration>;
export type Parameter = z.infer<typeof Parameter>;
