import { AppError } from '#domain/app-error.js';
import { Checklist } from '#domain/checklist.js';
import type { ItemResult } from '#domain/item-result.js';
import type { RegisterTemplate, RowCheck } from '#domain/register.js';
import { compileChecklist, type CompiledChecklist } from '#evaluation/compile-checklist.js';
import type { JudgingEnvironment } from '#evaluation/environment.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { saidName } from '#evaluation/register-names.js';
import type { World } from '#evaluation/world.js';

/** A rule of a template and what came of it on each row. */
export interface RuleResult {
  readonly template: RegisterTemplate;
  readonly check: RowCheck;
  readonly result: ItemResult;
}

interface Rule {
  readonly itemId: string;
  readonly template: RegisterTemplate;
  readonly check: RowCheck;
}

/** The `checks` of templates as a checklist: the same language, the same ways of not knowing. */
export function compileRules(templates: readonly RegisterTemplate[], environment: JudgingEnvironment): { readonly compiled: CompiledChecklist; readonly rules: readonly Rule[] } {
  const rules = templates.flatMap((template) => template.checks.map((check) => ({ template, check }))).map((rule, index) => ({ ...rule, itemId: itemId(index) }));
  const checklist = Checklist.parse({
    id: 'register-checks', title: 'register-checks', edition: '1', origin: 'templates/registers', level: 'unit', scoring: 'none',
    sections: sectionsOf(rules),
  });
  const { compiled, problems } = compileChecklist(checklist, environment);
  const placed = problems.map(({ itemId: id, path, problem }) => {
    const rule = rules.find((each) => each.itemId === id);
    return { code: problem.code, params: { ...problem.params, line: 0, at: `${rule?.template.id ?? ''}/checks/${rule?.check.id ?? ''}/${String(path.at(-1))}` } };
  });
  if (placed.length > 0) throw new AppError('checklist-invalid', { file: 'templates/registers', count: placed.length }, { problems: placed });
  return { compiled, rules };
}

export function judgeRules(templates: readonly RegisterTemplate[], environment: JudgingEnvironment, world: World): readonly RuleResult[] {
  const { compiled, rules } = compileRules(templates, environment);
  const { results } = evaluateChecklist(compiled, world);
  return results.flatMap((result) => {
    const rule = rules.find((each) => each.itemId === result.itemId);
    return rule === undefined ? [] : [{ template: rule.template, check: rule.check, result }];
  });
}

// A section of a checklist holds two hundred items at most.
function sectionsOf(rules: readonly Rule[]): unknown[] {
  const starts = rules.flatMap((_, index) => (index % 200 === 0 ? [index] : []));
  return starts.map((start, index) => ({ id: `rows-${String(index + 1)}`, title: 'rows', items: rules.slice(start, start + 200).map(itemOf) }));
}

// The words of a rule are the template's; the item only carries its expressions.
function itemOf({ itemId: id, template, check }: Rule): unknown {
  const { where, expect, what } = check;
  return { id, objective: `${template.id} ${check.id}`, finding: `${template.id} ${what.en}`.slice(0, 200), basis: [{ kind: 'practice' }], confidence: 'own', severity: 'medium', method: 'register', each: `register.${saidName(template.id)}`, expect, ...(where === undefined ? {} : { where }) };
}

// Item ids have at most three digits: the hundreds go into the letters.
function itemId(index: number): string {
  return `REG${String.fromCharCode(65 + Math.floor(index / 900))}-${String((index % 900) + 100)}`;
}
