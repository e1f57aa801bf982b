import type { z } from 'zod';
import { AppError, type ErrorCode, type Problem } from '#domain/app-error.js';
import type { YamlSource } from './read-yaml.js';

/** The value in the shape the schema demands; else every deviation with its line, under one error. */
export function checkShape<S extends z.ZodType>(source: YamlSource, schema: S, code: ErrorCode = 'yaml-invalid'): z.infer<S> {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => describe(issue, source, schema));
  throw new AppError(code, { file: source.file, count: problems.length }, { problems: problems.slice(0, 50) });
}

function describe(issue: z.core.$ZodIssue, source: YamlSource, schema: z.ZodType): Problem[] {
  const place = { line: source.lineOf(issue.path), at: placeName(source.value, issue.path) };
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, issue.path).join(', ');
    return issue.keys.map((key) => ({
      code: 'shape-unknown-key',
      params: { ...place, line: source.lineOf([...issue.path, key]), key, allowed },
    }));
  }
  const actual = valueAt(source.value, issue.path);
  if (actual === undefined) return [{ code: 'shape-missing-key', params: { ...place, key: String(issue.path.at(-1) ?? '') } }];
  if (issue.code === 'invalid_value') return [{ code: 'shape-not-allowed', params: { ...place, allowed: issue.values.map(String).join(', ') } }];
  if (issue.code === 'invalid_type') return [{ code: 'shape-wrong-type', params: { ...place, expected: issue.expected, actual: nameOf(actual) } }];
  return [{ code: 'shape-invalid', params: { ...place, detail: issue.message } }];
}

function nameOf(value: unknown): string {
  if (value === null || Number.isNaN(value)) return String(value);
  return Array.isArray(value) ? 'array' : typeof value;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), root);
}

// A person knows items by id, not by position.
function placeName(root: unknown, path: readonly PropertyKey[]): string {
  const names = path.map((key, index) => {
    const value = valueAt(root, path.slice(0, index + 1));
    const id = typeof key === 'number' && typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
    return typeof id === 'string' ? id : String(key);
  });
  return names.length === 0 ? '/' : names.join('/');
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inner = path.reduce<z.ZodType | undefined>((current, key) => (current === undefined ? undefined : step(unwrap(current), key)), schema);
  const known = inner === undefined ? undefined : (unwrap(inner) as unknown as Inner);
  const shapes = [known?.shape, ...(known?.options ?? []).map((option) => (option as unknown as Inner).shape)];
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape ?? {})))];
}

interface Inner {
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  /** Of a union: its possible shapes. */
  readonly options?: readonly z.ZodType[];
}

function step(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const inner = schema as unknown as Inner;
  if (typeof key === 'number') return inner.element;
  return inner.shape?.[String(key)] ?? inner.valueType;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const inner = (schema._zod.def as unknown as { innerType?: z.ZodType }).innerType;
  return inner === undefined ? schema : unwrap(inner);
}
