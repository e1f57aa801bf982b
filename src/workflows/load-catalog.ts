import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { listYaml } from '#catalog/list-yaml.js';
import { readYaml } from '#catalog/read-yaml.js';
import { ParameterDeclarations, type ParameterDeclaration } from '#domain/parameter.js';
import { RegisterTemplate } from '#domain/register.js';
import { judgingEnvironment, type JudgingEnvironment } from '#evaluation/environment.js';
import { probes } from '#facts/probes/index.js';
import { registerSchemas } from '#registers/register-schemas.js';
import type { Program } from './desk.js';

/** What the program ships besides checklists: register templates and parameter declarations. */
export interface Catalog {
  readonly templates: readonly RegisterTemplate[];
  readonly parameters: readonly ParameterDeclaration[];
  readonly environment: JudgingEnvironment;
}

/** Opens templates and declarations and composes the names that expressions may use. */
export function loadCatalog(program: Program): Catalog {
  const templates = loadTemplates(program);
  const parameters = loadParameters(program);
  const facts = Object.fromEntries(probes.map((probe) => [probe.id, probe.schema]));
  const personal = Object.fromEntries(templates.map((template) => [template.id, template.columns.filter((column) => column.personal).map((column) => column.key)]));
  return { templates, parameters, environment: judgingEnvironment({ facts, registers: registerSchemas(templates), parameters, personal }) };
}

export function loadTemplates(program: Program): readonly RegisterTemplate[] {
  return listYaml(join(program.root, 'templates', 'registers')).map((file) => checkShape(readYaml(file), RegisterTemplate));
}

export function loadParameters(program: Program): readonly ParameterDeclaration[] {
  return checkShape(readYaml(join(program.root, 'checklists', 'parameters.yaml')), ParameterDeclarations).parameters;
}
