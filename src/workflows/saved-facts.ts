import { writeFileSync } from 'node:fs';
import { AppError } from '#domain/app-error.js';
import { FactSet } from '#domain/fact.js';
import { readText } from '#catalog/read-yaml.js';
import { probes } from '#facts/probes/index.js';

const limitBytes = 8 * 1024 * 1024;

/** Facts saved by an earlier run; each is held against its probe's shape again. */
export function readSavedFacts(file: string): FactSet {
  const facts = parse(file);
  for (const probe of probes) {
    const fact = facts[probe.id];
    const checked = fact?.status === 'observed' ? probe.schema.safeParse(fact.value) : undefined;
    if (checked?.success === false) throw invalid(file, `${probe.id}.${checked.error.issues[0]?.path.join('.') ?? ''}`);
  }
  const unknown = Object.keys(facts).find((id) => !probes.some((probe) => probe.id === id));
  if (unknown !== undefined) throw invalid(file, unknown);
  return facts;
}

/** Writes facts for a later judgement; the file names what was seen, so only its owner may read it. */
export function saveFacts(file: string, facts: FactSet): void {
  try {
    writeFileSync(file, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  } catch (cause) {
    throw new AppError('output-not-writable', { file, detail: (cause as NodeJS.ErrnoException).code ?? '' }, { cause });
  }
}

function parse(file: string): FactSet {
  const text = readText(file, limitBytes);
  try {
    return FactSet.parse(JSON.parse(text));
  } catch (cause) {
    throw invalid(file, cause instanceof SyntaxError ? 'JSON' : 'facts', cause);
  }
}

function invalid(file: string, detail: string, cause?: unknown): AppError {
  return new AppError('facts-invalid', { file, detail }, { cause });
}
