import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { compiledValues, digestOfFiles, type CompiledYaml } from '#catalog/compiled-yaml.js';
import { listYaml } from '#catalog/list-yaml.js';
import { readYaml } from '#catalog/read-yaml.js';
import { reckonedFacts } from '#domain/reckoned-facts.js';
import { ParameterDeclarations, type ParameterDeclaration } from '#domain/parameter.js';
import { RegisterTemplate, type TemplateOverride } from '#domain/register.js';
import { judgingEnvironment, type JudgingEnvironment } from '#evaluation/environment.js';
import { probes } from '#facts/probes/index.js';
import { withOverrides } from '#registers/fit-template.js';
import { inLedgerOrder } from '#registers/ledger-order.js';
import { registerSchemas } from '#registers/register-schemas.js';
import type { Program } from './desk.js';

/** What the program ships besides checklists: register templates and parameter declarations. */
export interface Catalog {
  readonly templates: readonly RegisterTemplate[];
  readonly parameters: readonly ParameterDeclaration[];
  readonly environment: JudgingEnvironment;
}

/** Opens templates and declarations and composes the names that expressions may use, columns of the unit's own included. */
export function loadCatalog(program: Program, overrides: Readonly<Record<string, TemplateOverride>> = {}): Catalog {
  const templates = loadTemplates(program);
  const named = withOverrides(templates, overrides);
  const parameters = loadParameters(program);
  const facts = { ...Object.fromEntries(probes.map((probe) => [probe.id, probe.schema])), ...Object.fromEntries(reckonedFacts.map(({ id, schema }) => [id, schema])) };
  const personal = Object.fromEntries(named.map((template) => [template.id, template.columns.filter((column) => column.personal).map((column) => column.key)]));
  return { templates, parameters, environment: judgingEnvironment({ facts, registers: registerSchemas(named), parameters, personal }) };
}

/** All register templates; opened once, for they are part of the program. What the build made of them counts while no file differs from what it saw. */
export function loadTemplates({ root }: Program): readonly RegisterTemplate[] {
  const known = opened.get(root) ?? (compiledValues(join(root, compiledTemplates), templateFiles(root)) as readonly RegisterTemplate[] | undefined) ?? openTemplates(root);
  opened.set(root, known);
  return known;
}

/** What the build keeps of the templates, beside the compiled sources. */
export function compileTemplates(root: string): CompiledYaml {
  return { digest: digestOfFiles(templateFiles(root)), values: openTemplates(root) };
}

export const compiledTemplates = 'dist/register-templates.json';

function openTemplates(root: string): readonly RegisterTemplate[] {
  return inLedgerOrder(templateFiles(root).map((file) => checkShape(readYaml(file), RegisterTemplate)));
}

function templateFiles(root: string): readonly string[] {
  return listYaml(join(root, 'templates', 'registers'));
}

const opened = new Map<string, readonly RegisterTemplate[]>();

export function loadParameters(program: Program): readonly ParameterDeclaration[] {
  return checkShape(readYaml(join(program.root, 'checklists', 'parameters.yaml')), ParameterDeclarations).parameters;
}
