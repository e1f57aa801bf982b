import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';

/** The office's own small checklist, which is right; tests break it. */
export const good = readFileSync(join(import.meta.dirname, '../../fixtures/checklists/small-office.yaml'), 'utf8');

/** A folder of its own for files that a test writes. */
export function scratchFolder(): { readonly path: string; file(name: string, content: string | Uint8Array): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'zicha-yaml-'));
  return {
    path,
    file: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The text with one passage replaced; a passage that is not there is a mistake of the test. */
export function broken(from: string, to: string): string {
  if (!good.includes(from)) throw new Error(`not in the checklist: ${from}`);
  return good.replace(from, to);
}

/** Line (from 1) on which `passage` begins. */
export function lineOf(text: string, passage: string): number {
  const at = text.indexOf(passage);
  if (at < 0) throw new Error(`not in the text: ${passage}`);
  return text.slice(0, at).split('\n').length;
}

/** How the work was refused. */
export function refusalOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
