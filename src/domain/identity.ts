import { z } from 'zod';
import { IsoInstant, Uuid } from './primitives.js';

export const networkClasses = ['internet', 'internal', 'standalone'] as const;
export const NetworkClass = z.enum(networkClasses);
export const MachineMode = z.enum(['non-classified', 'classified']);

/** Body of the genesis frame: whose store this is. Written once. */
export const StoreIdentity = z.strictObject({
  storeId: Uuid,
  deviceId: Uuid,
  unit: z.string().min(2).max(60),
  unitCode: z.string().max(40).optional(),
  mode: MachineMode,
  network: NetworkClass,
  scope: z.enum(['unit', 'department', 'machine']),
  officer: z.string().max(60).optional(),
  /** Kinds of secrecy business the unit has: they decide 实有项目. */
  has: z.record(z.string(), z.boolean()),
  demo: z.boolean(),
  format: z.literal(1),
  toolVersion: z.string(),
  createdAt: IsoInstant,
});
export type NetworkClass = z.infer<typeof NetworkClass>;
export type MachineMode = z.infer<typeof MachineMode>;
export type StoreIdentity = z.infer<typeof StoreIdentity>;
