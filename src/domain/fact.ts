import { z } from 'zod';
import { IsoInstant } from './primitives.js';

export const unavailableReasons = ['no-permission', 'tool-missing', 'timed-out', 'crashed', 'unsupported', 'not-found', 'not-collected', 'budget-spent', 'classified-machine'] as const;
export const UnavailableReason = z.enum(unavailableReasons);
export type UnavailableReason = z.infer<typeof UnavailableReason>;

/** One question put to the machine: seen, or the reason why not. Never an empty answer for a failed look. */
export const Fact = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('observed'), value: z.record(z.string(), z.unknown()), sources: z.array(z.string()), readAt: IsoInstant }),
  z.strictObject({ status: z.literal('unavailable'), reason: UnavailableReason, detail: z.string().max(300).optional(), sources: z.array(z.string()), readAt: IsoInstant }),
]);
export type Fact = z.infer<typeof Fact>;

/** Probe id → fact. */
export const FactSet = z.record(z.string(), Fact);
export type FactSet = z.infer<typeof FactSet>;

/** A list that could be read only in part ends with this element: it has no fields. */
export const partlyReadable = Object.freeze({});
