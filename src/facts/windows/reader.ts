import { z } from 'zod';
import { UnavailableReason } from '#domain/fact.js';
import type { Host, WindowsLook } from '../host.js';
import { unseen } from '../probe.js';

type Shapes = Readonly<Record<string, z.ZodType>>;
type Values<P extends Shapes> = { readonly [K in keyof P]: z.infer<P[K]> };

/** A part that another one may stand in for: its value, or why there is none. */
export type Maybe<T> = { readonly value: T } | { readonly missed: UnavailableReason };
type Maybes<P extends Shapes> = { readonly [K in keyof P]: Maybe<z.infer<P[K]>> };

/** How one probe's question is answered on Windows, from parts of what the script gave. */
export interface WindowsReader {
  readonly id: string;
  /** Cmdlets, classes and registry keys that the script reads for it: staff are shown this list. */
  readonly sources: readonly string[];
  readonly parts: readonly string[];
  run(host: Host): Promise<Record<string, unknown>>;
}

interface Definition<P extends Shapes, M extends Shapes> {
  readonly id: string;
  readonly sources: readonly string[];
  /** Parts without which there is no answer. */
  readonly parts: P;
  readonly maybe?: M;
  readonly answer: (parts: Values<P> & Maybes<M>, host: Host) => Record<string, unknown>;
}

/** Keeps the types of the parts while the reader is written down. */
export function windowsReader<P extends Shapes, M extends Shapes = Record<never, never>>(definition: Definition<P, M>): WindowsReader {
  const { id, sources, parts, maybe = {} as M, answer } = definition;
  return {
    id,
    sources,
    parts: [...Object.keys(parts), ...Object.keys(maybe)],
    run: async (host) => {
      const given = partsOf(await host.windows());
      const values = Object.entries(parts).map(([name, shape]) => [name, present(partIn(given, name, shape), name)]);
      const perhaps = Object.entries(maybe).map(([name, shape]) => [name, partIn(given, name, shape)]);
      return answer(Object.fromEntries([...values, ...perhaps]) as Values<P> & Maybes<M>, host);
    },
  };
}

type Given = Extract<WindowsLook, { kind: 'parts' }>['parts'];

function partsOf(look: WindowsLook): Given {
  if (look.kind === 'parts') return look.parts;
  if (look.kind === 'denied') throw unseen('no-permission', look.detail);
  throw look.kind === 'failed' ? unseen('crashed', look.detail) : unseen(look.kind, 'powershell.exe');
}

const Part = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true), value: z.unknown() }), z.strictObject({ ok: z.literal(false), reason: UnavailableReason })]);

// A part that is there in another shape is never taken for a missing one.
function partIn(given: Given, name: string, shape: z.ZodType): Maybe<unknown> {
  const part = Part.safeParse(given[name]);
  if (!part.success) throw unseen('crashed', `${name} is missing or malformed`);
  if (!part.data.ok) return { missed: part.data.reason };
  const value = shape.safeParse(part.data.value);
  if (!value.success) throw unseen('crashed', `${name}.${value.error.issues[0]?.path.join('.') ?? ''}`);
  return { value: value.data };
}

function present(part: Maybe<unknown>, name: string): unknown {
  if ('missed' in part) throw unseen(part.missed, name);
  return part.value;
}
