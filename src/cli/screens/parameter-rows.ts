import type { Say } from '#messages/say.js';
import type { ParameterLine } from '#workflows/list-parameters.js';
import { tableLines } from '../table.js';

/** Local rules: what is filled in, by whom approved, and what is still blank. */
export function parameterRows(lines: readonly ParameterLine[], say: Say, width: number): string[] {
  const columns = [{ title: say('column.id') }, { title: say('column.title'), wide: true }, { title: say('column.value'), wide: true }, { title: say('column.source'), wide: true }];
  const rows = lines.map((line) => [line.declaration.id, line.declaration.title, valueText(line, say), line.parameter?.source ?? '']);
  const blank = lines.filter((line) => line.parameter === undefined).length;
  return [...tableLines(columns, rows, width), '', say('parameter.total', { total: lines.length, blank })];
}

function valueText({ declaration, parameter }: ParameterLine, say: Say): string {
  if (parameter === undefined) return say('parameter.blank');
  const unit = declaration.unit ?? '';
  if (typeof parameter.value !== 'object') return `${String(parameter.value)}${unit}`;
  const filled = Object.entries(parameter.value).map(([key, value]) => `${key} ${String(value)}${unit}`);
  const missing = (declaration.by ?? []).filter((key) => !Object.hasOwn(parameter.value as object, key)).map((key) => `${key} ${say('parameter.blank')}`);
  return [...filled, ...missing].join('; ');
}
