import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { readYaml } from '#catalog/read-yaml.js';
import { StatisticsForm, type StatisticsCell } from '#domain/statistics.js';
import type { Program } from './desk.js';

export const statisticsIds = ['classification', 'annual', 'trend'] as const;
export type StatisticsId = (typeof statisticsIds)[number];

/** A statistical form that the program ships. */
export function loadStatistics({ root }: Program, id: StatisticsId): StatisticsForm {
  return checkShape(readYaml(join(root, 'templates', 'statistics', `${id}.yaml`)), StatisticsForm);
}

export function cellsOf(form: StatisticsForm): readonly StatisticsCell[] {
  return form.groups.flatMap(({ cells }) => cells);
}
