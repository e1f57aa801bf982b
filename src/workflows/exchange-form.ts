import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { readYaml } from '#catalog/read-yaml.js';
import { RegisterTemplate } from '#domain/register.js';
import type { Program } from './desk.js';

export const exchangeForms = ['findings', 'opinions', 'opinions-reply', 'inspection', 'inspection-problems', 'leak-form', 'readiness-gaps'] as const;

/** A sheet or form that is no book: `templates/exchange/<name>.yaml`. */
export function exchangeForm({ root }: Program, name: (typeof exchangeForms)[number]): RegisterTemplate {
  return checkShape(readYaml(join(root, 'templates', 'exchange', `${name}.yaml`)), RegisterTemplate);
}
