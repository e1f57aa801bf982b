import { AppError, type ErrorParams, type Problem } from '#domain/app-error.js';
import type { YamlSource } from './read-yaml.js';

/** Line of a place, and its file where that is not the source's own. */
export function placeIn(source: YamlSource, path: readonly PropertyKey[]): ErrorParams & { readonly line: number } {
  const file = source.fileOf?.(path) ?? source.file;
  return { line: source.lineOf(path), ...(file === source.file ? {} : { inFile: file }) };
}

/** The refusal of a checklist: lines are of one file, so those of the first file at fault come first, alone. */
export function refuseFile(problems: readonly Problem[], source: YamlSource): AppError {
  const fileOf = ({ params }: Problem): string => String(params['inFile'] ?? source.file);
  const file = problems[0] === undefined ? source.file : fileOf(problems[0]);
  const own = problems.filter((problem) => fileOf(problem) === file);
  return new AppError('checklist-invalid', { file, count: own.length }, { problems: own });
}
