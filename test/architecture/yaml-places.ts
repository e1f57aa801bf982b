import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { openChecklist } from '#catalog/open-checklist.js';
import { readYaml } from '#catalog/read-yaml.js';
import { AppError } from '#domain/app-error.js';
import { Section } from '#domain/checklist.js';
import { ParameterDeclarations } from '#domain/parameter.js';
import { RegisterTemplate } from '#domain/register.js';
import { ReportTemplate } from '#domain/report-template.js';
import { StatisticsForm } from '#domain/statistics.js';
import { YearPlan } from '#domain/year-plan.js';
import { DemoBooks } from '#workflows/demo-books.js';
import { DemoAnswers } from '#workflows/demo-office.js';
import { DemoRounds } from '#workflows/demo-rounds.js';
import { LedgerOrder } from '#workflows/ledger-forms.js';
import { ParameterFile } from '#workflows/import-parameters.js';

/** Where a YAML file may lie, and what opens it there; the first place that fits counts. */
const places: readonly (readonly [place: RegExp, open: (file: string) => unknown])[] = [
  [/^checklists\/parameters\.yaml$/, (file) => checkShape(readYaml(file), ParameterDeclarations)],
  [/^checklists\/[\w-]+\.yaml$/, (file) => openChecklist(file)],
  [/^checklists\/sections\/[\w-]+\.yaml$/, (file) => checkShape(readYaml(file), Section)],
  [/^templates\/registers\/[\w-]+\.yaml$/, (file) => checkShape(readYaml(file), RegisterTemplate)],
  [/^templates\/reports\/[\w-]+\.yaml$/, (file) => checkShape(readYaml(file), ReportTemplate)],
  [/^templates\/annexes\/[\w-]+\.yaml$/, (file) => checkShape(readYaml(file), RegisterTemplate)],
  [/^templates\/exchange\/[\w-]+\.yaml$/, (file) => checkShape(readYaml(file), RegisterTemplate)],
  [/^templates\/statistics\/[\w-]+\.yaml$/, (file) => checkShape(readYaml(file), StatisticsForm)],
  [/^templates\/calendar\.yaml$/, (file) => checkShape(readYaml(file), YearPlan)],
  [/^templates\/ledger\.yaml$/, (file) => checkShape(readYaml(file), LedgerOrder)],
  [/^templates\/demo\/parameters\.yaml$/, (file) => checkShape(readYaml(file), ParameterFile)],
  [/^templates\/demo\/books\.yaml$/, (file) => checkShape(readYaml(file), DemoBooks)],
  [/^templates\/demo\/rounds\.yaml$/, (file) => checkShape(readYaml(file), DemoRounds)],
  [/^templates\/demo\/answers\.yaml$/, (file) => checkShape(readYaml(file), DemoAnswers)],
];

/** YAML files that nothing opens, or that their opener refuses, as `path: why`. */
export function strayYaml(root: string, paths: Iterable<string>): readonly string[] {
  return [...paths].filter((path) => /^(checklists|templates)\/.*\.ya?ml$/.test(path)).flatMap((path) => refusals(root, path));
}

function refusals(root: string, path: string): readonly string[] {
  const open = places.find(([place]) => place.test(path))?.[1];
  if (open === undefined) return [`${path}: nothing opens a file here`];
  try {
    open(join(root, path));
    return [];
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return [`${path}: ${cause.code} ${JSON.stringify(cause.problems.slice(0, 3))}`];
  }
}
