import { AppError } from '#domain/app-error.js';
import type { Parameter, ParameterDeclaration } from '#domain/parameter.js';
import { openStore, type Store } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { loadParameters } from './load-catalog.js';

/** One value the unit gives itself, and the rule it comes from. */
export interface ParameterEntry {
  readonly id: string;
  readonly value: string | number | boolean;
  /** Level, network class or severity, where the parameter is given by kind. */
  readonly key?: string;
  readonly source: string;
  readonly approvedBy: string;
  readonly since?: string;
}

/** Records parameters, all or none; values by kind are added to what is already on file. */
export async function setParameters(desk: Desk, entries: readonly ParameterEntry[], by?: string): Promise<readonly Parameter[]> {
  const declarations = loadParameters(desk.program);
  const checked = entries.map((entry) => checkEntry(entry, declarations));
  const store = await openStore(desk.folder);
  try {
    return await record(store, desk, checked, by);
  } finally {
    await store.close();
  }
}

async function record(store: Store, desk: Desk, entries: readonly ParameterEntry[], by: string | undefined): Promise<readonly Parameter[]> {
  const at = desk.door.now();
  const actor = claimed(by ?? store.identity.officer ?? desk.say('actor.unnamed'));
  return store.transact({ actor, at }, (snapshot) => {
    const merged = new Map<string, Parameter>();
    for (const entry of entries) merged.set(entry.id, merge(entry, merged.get(entry.id) ?? snapshot.parameters[entry.id], at));
    const parameters = [...merged.values()];
    return { kind: 'parameter.set', changes: parameters.map((value) => ({ collection: 'parameters' as const, id: value.id, value })), result: parameters };
  });
}

function merge(entry: ParameterEntry, before: Parameter | undefined, at: string): Parameter {
  const old = typeof before?.value === 'object' ? before.value : {};
  const value = entry.key === undefined ? entry.value : { ...old, [entry.key]: entry.value };
  return { id: entry.id, value, source: entry.source, approvedBy: entry.approvedBy, since: entry.since ?? dayOf(at), setAt: at };
}

function checkEntry(entry: ParameterEntry, declarations: readonly ParameterDeclaration[]): ParameterEntry {
  const declaration = declarations.find((each) => each.id === entry.id);
  if (declaration === undefined) throw new AppError('parameter-unknown', { id: entry.id });
  const keys = declaration.by ?? [];
  const wrongKey = declaration.by === undefined ? entry.key !== undefined : !keys.includes(entry.key ?? '');
  if (wrongKey) throw new AppError('parameter-key-unknown', { id: entry.id, key: entry.key ?? '', allowed: keys.join(', ') });
  const value = typed(declaration, entry.value);
  if (value === undefined) throw new AppError('parameter-type', { id: entry.id, value: String(entry.value), type: declaration.type });
  return { ...entry, value };
}

const readers: Readonly<Record<ParameterDeclaration['type'], (text: string) => string | number | boolean | undefined>> = {
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
  text: (text) => (text.length > 0 && text.length <= 200 ? text : undefined),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  date: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined),
};

function typed(declaration: ParameterDeclaration, value: ParameterEntry['value']): string | number | boolean | undefined {
  return readers[declaration.type](String(value).trim());
}
