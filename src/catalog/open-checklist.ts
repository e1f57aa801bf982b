import { basename } from 'node:path';
import type { Problem } from '#domain/app-error.js';
import { Checklist, type Item, type Section } from '#domain/checklist.js';
import { checkShape } from './check-shape.js';
import { withIncluded } from './included-sections.js';
import { readYaml, type YamlSource } from './read-yaml.js';
import { placeIn, refuseFile } from './yaml-place.js';

/** A checklist whose shape, ids and sums are right; its expressions are not checked yet. */
export interface OpenedChecklist {
  readonly checklist: Checklist;
  readonly source: YamlSource;
}

/** Opens one checklist file and the sections it includes; every fault is named with its file and line. */
export function openChecklist(file: string): OpenedChecklist {
  return checkedChecklist(withIncluded(readYaml(file)));
}

/** The same from text that is already at hand. */
export function checkedChecklist(source: YamlSource): OpenedChecklist {
  const checklist = checkShape(source, Checklist, 'checklist-invalid');
  const problems = [...nameProblems(checklist, source), ...duplicateIds(checklist, source), ...sumProblems(checklist, source), ...itemProblems(checklist, source)];
  if (problems.length > 0) throw refuseFile(problems, source);
  return { checklist, source };
}

function nameProblems(checklist: Checklist, source: YamlSource): Problem[] {
  const name = basename(source.file).replace(/\.ya?ml$/, '');
  return name === checklist.id ? [] : [{ code: 'catalog-wrong-name', params: { line: source.lineOf(['id']), id: checklist.id, file: basename(source.file) } }];
}

function duplicateIds(checklist: Checklist, source: YamlSource): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const note = (id: string, path: readonly PropertyKey[]): void => {
    if (seen.has(id)) problems.push({ code: 'checklist-duplicate-id', params: { ...placeIn(source, path), id } });
    seen.add(id);
  };
  checklist.sections.forEach((section, s) => {
    note(section.id, ['sections', s, 'id']);
    section.items.forEach((item, i) => {
      note(item.id, ['sections', s, 'items', i, 'id']);
      item.deductions?.forEach((deduction, d) => {
        note(deduction.id, ['sections', s, 'items', i, 'deductions', d, 'id']);
      });
    });
  });
  return problems;
}

function sumProblems(checklist: Checklist, source: YamlSource): Problem[] {
  const problem = (at: string, path: readonly PropertyKey[], sum: number, declared: number): Problem => ({
    code: 'checklist-points-sum',
    params: { ...placeIn(source, path), at, sum: sum / 100, declared },
  });
  const differs = (sum: number, declared: number | undefined): declared is number => declared !== undefined && Math.round(declared * 100) !== sum;
  const sections = checklist.sections.flatMap((section, s) =>
    differs(pointsOf(section), section.points) ? [problem(section.id, ['sections', s, 'points'], pointsOf(section), section.points)] : [],
  );
  const total = checklist.sections.reduce((sum, section) => sum + pointsOf(section), 0);
  return differs(total, checklist.points) ? [...sections, problem(checklist.id, ['points'], total, checklist.points)] : sections;
}

function pointsOf(section: Section): number {
  return section.items.reduce((sum, item) => sum + (item.kind === 'scored' ? Math.round((item.points ?? 0) * 100) : 0), 0);
}

function itemProblems(checklist: Checklist, source: YamlSource): Problem[] {
  return checklist.sections.flatMap((section, s) =>
    section.items.flatMap((item, i) => {
      const place = { ...placeIn(source, ['sections', s, 'items', i, 'id']), at: item.id };
      const wrong = methodFault(item);
      const problems: Problem[] = wrong === undefined ? [] : [{ code: 'checklist-method-keys', params: { ...place, method: item.method, problem: wrong } }];
      if (item.method !== 'manual' && item.finding === undefined) problems.push({ code: 'checklist-missing-finding', params: place });
      return problems;
    }),
  );
}

function methodFault(item: Item): string | undefined {
  return faults[item.method].find(([applies]) => applies(item))?.[1];
}

type Fault = readonly [applies: (item: Item) => boolean, words: string];

// What a method cannot use would be read as if it had been obeyed.
const judged: readonly Fault[] = [
  [(item) => item.expect === undefined, '- expect'],
  [(item) => item.where !== undefined && item.each === undefined, '+ where - each'],
  [(item) => item.deductions !== undefined, '+ deductions'],
];
const faults: Readonly<Record<Item['method'], readonly Fault[]>> = {
  manual: [
    [(item) => item.expect !== undefined || item.each !== undefined, '+ expect/each'],
    [(item) => item.where !== undefined || item.observe !== undefined, '+ where/observe'],
    [(item) => item.validFor === undefined || item.guidance === undefined, '- validFor/guidance'],
  ],
  register: judged,
  automated: [...judged, [(item) => item.each !== undefined, '+ each']],
};
