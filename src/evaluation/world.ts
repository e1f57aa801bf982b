import type { z } from 'zod';
import type { Answer } from '#domain/answer.js';
import type { FactSet } from '#domain/fact.js';
import type { MachineMode, NetworkClass } from '#domain/identity.js';
import type { Occurrence } from '#domain/occurrence.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import type { RegisterFact } from '#domain/register-fact.js';
import type { Subject } from '#domain/subject.js';

/** The kinds of secrecy business a unit may have; `applies:` asks for them as `unit.hasPlaces`. */
export const unitTraits = ['hasPersonnel', 'hasPlaces', 'hasClassifiedComputers', 'hasCryptography', 'hasProcurement'] as const;
export type UnitTrait = (typeof unitTraits)[number];

/** What expressions may name; a misspelt field fails when the checklist is loaded. */
export interface WorldSchemas {
  /** Probe id → shape of its fact. */
  readonly facts: Readonly<Record<string, z.ZodObject>>;
  /** Register id → shape of a row. */
  readonly registers: Readonly<Record<string, z.ZodObject>>;
  readonly parameters: readonly ParameterDeclaration[];
  /** Register id → columns with personal details: they may be judged, but never shown as observed. */
  readonly personal?: Readonly<Record<string, readonly string[]>>;
}

/** What is known at the moment of judging. Days are ISO text; blank parameters are absent. */
export interface World {
  readonly subject: Subject;
  readonly facts: FactSet;
  readonly registers: Readonly<Record<string, RegisterFact>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly machine: { readonly network: NetworkClass; readonly mode: z.infer<typeof MachineMode> };
  readonly unit: Readonly<Record<UnitTrait, boolean>>;
  readonly answers: readonly Answer[];
  /** Day at which answers must still be valid; null = they were given for this very check. Absent = today. */
  readonly answersValidOn?: string | null;
  /** Events of the period that items deduct for one by one. */
  readonly occurrences?: readonly Occurrence[];
  /** Day of the assessment. */
  readonly today: string;
}
