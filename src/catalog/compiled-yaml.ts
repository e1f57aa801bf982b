import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readBytes } from './read-bytes.js';

const limitBytes = 256 * 1024;

/** What a build made of YAML files, and the digest of the very bytes it was made from. */
export interface CompiledYaml {
  readonly digest: string;
  readonly values: readonly unknown[];
}

/** The values that a build made of these files; undefined where one was changed, added or removed since, or nothing was built. */
export function compiledValues(compiled: string, files: readonly string[]): readonly unknown[] | undefined {
  if (!existsSync(compiled)) return undefined;
  const { digest, values } = JSON.parse(readFileSync(compiled, 'utf8')) as CompiledYaml;
  return digest === digestOfFiles(files) ? values : undefined;
}

/** Digest over names and bytes of files, in this order. */
export function digestOfFiles(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${basename(file)}\0`).update(readBytes(file, limitBytes)).update('\0');
  return hash.digest('hex');
}
