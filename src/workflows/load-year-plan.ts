import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { readYaml } from '#catalog/read-yaml.js';
import { YearPlan } from '#domain/year-plan.js';
import type { Desk } from './desk.js';

/** The duties of the year as shipped, or the unit's own in `<records>/calendar.yaml`. */
export function loadYearPlan({ program, folder }: Pick<Desk, 'program' | 'folder'>): { readonly plan: YearPlan; readonly origin: 'program' | 'office' } {
  const own = join(folder, 'calendar.yaml');
  const isOwn = existsSync(own);
  return { plan: checkShape(readYaml(isOwn ? own : join(program.root, 'templates', 'calendar.yaml')), YearPlan), origin: isOwn ? 'office' : 'program' };
}
