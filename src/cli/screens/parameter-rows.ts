import type { Say } from '#messages/say.js';
import type { ParameterLine } from '#workflows/list-parameters.js';
import { kindText, parameterText } from '#reports/value-text.js';
import { tableLines } from '../table.js';

/** Local rules: what is filled in, by whom approved, and what is still blank. */
export function parameterRows(lines: readonly ParameterLine[], say: Say, width: number): string[] {
  const columns = [{ title: say('column.id') }, { title: say('column.title'), wide: true }, { title: say('column.value'), wide: true }];
  const rows = lines.map((line) => [line.declaration.id, line.declaration.title, valueText(line, say)]);
  const blank = lines.filter((line) => line.parameter === undefined).length;
  return [...tableLines(columns, rows, width), '', say('parameter.total', { total: lines.length, blank })];
}

function valueText({ declaration, parameter }: ParameterLine, say: Say): string {
  const given = parameterText(parameter?.value, declaration.unit ?? '', say);
  const value = parameter?.value;
  if (typeof value !== 'object') return given;
  const missing = (declaration.by ?? []).filter((kind) => !Object.hasOwn(value, kind)).map((kind) => `${kindText(kind, say)} ${say('parameter.blank')}`);
  return [given, ...missing].join(say('paper.list-joiner'));
}
