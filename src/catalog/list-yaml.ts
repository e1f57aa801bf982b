import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';

/** The YAML files of a folder, sorted by name; a folder that cannot be listed is an error, never an empty list. */
export function listYaml(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new AppError('file-not-found', { file: folder }, { cause });
  }
}
