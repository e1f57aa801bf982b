import { dirname, join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { IncludedSection, Section } from '#domain/checklist.js';
import { checkShape } from './check-shape.js';
import { readYaml, type YamlSource } from './read-yaml.js';

/**
 * The checklist with each `- include: NAME` among its sections replaced by the section of `sections/NAME.yaml` beside it,
 * under the title given there, if any. A section includes nothing itself. Faults of a section name its own file.
 */
export function withIncluded(source: YamlSource): YamlSource {
  const sections: unknown = (source.value as { sections?: unknown } | null)?.sections;
  if (!Array.isArray(sections) || !sections.some(isInclusion)) return source;
  const parts = sections.map((section: unknown, index) => (isInclusion(section) ? included(source, index, section) : undefined));
  const partAt = ([root, index]: readonly PropertyKey[]): YamlSource | undefined => (root === 'sections' && typeof index === 'number' ? parts[index] : undefined);
  return {
    file: source.file,
    value: { ...(source.value as object), sections: sections.map((section: unknown, index) => parts[index]?.value ?? section) },
    lineOf: (path) => partAt(path)?.lineOf(path.slice(2)) ?? source.lineOf(path),
    fileOf: (path) => partAt(path)?.file ?? source.file,
  };
}

function isInclusion(section: unknown): boolean {
  return typeof section === 'object' && section !== null && 'include' in section;
}

function included(source: YamlSource, index: number, value: unknown): YamlSource {
  const order: YamlSource = { file: source.file, value, lineOf: (path) => source.lineOf(['sections', index, ...path]) };
  const { include, title } = checkShape(order, IncludedSection, 'checklist-invalid');
  const part = readYaml(join(dirname(source.file), 'sections', `${include}.yaml`));
  const section = checkShape(part, Section, 'checklist-invalid');
  if (section.id !== include) {
    const problems = [{ code: 'catalog-wrong-name' as const, params: { line: part.lineOf(['id']), id: section.id, file: `${include}.yaml` } }];
    throw new AppError('checklist-invalid', { file: part.file, count: 1 }, { problems });
  }
  return { ...part, value: { ...(part.value as object), ...(title === undefined ? {} : { title }) } };
}
