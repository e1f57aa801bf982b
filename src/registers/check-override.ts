import type { Problem } from '#domain/app-error.js';
import type { RegisterTemplate, TemplateOverride } from '#domain/register.js';
import { targetIds } from './resolve-references.js';

/** What is wrong with a unit's changes to a template; each names its place in the file. */
export function overrideProblems(override: TemplateOverride, template: RegisterTemplate, books: readonly string[]): readonly Problem[] {
  return [...unknownColumns(override, template), ...hiddenNeeded(override, template), ...wrongLists(override, template), ...wrongAdditions(override, books), ...titlesTwice(override, template)];
}

function unknownColumns({ rename, hide, allow }: TemplateOverride, template: RegisterTemplate): Problem[] {
  const known = template.columns.map((column) => column.key);
  const named = [...Object.keys(rename).map((key) => ['rename', key]), ...hide.map((key) => ['hide', key]), ...Object.keys(allow).map((key) => ['allow', key])];
  return named.flatMap(([part = '', key = '']): Problem[] => (known.includes(key) ? [] : [{ code: 'override-column-unknown', params: { part, column: key, allowed: known.join(', ') } }]));
}

// Rows are told apart by their key, and named by their label.
function hiddenNeeded({ hide }: TemplateOverride, template: RegisterTemplate): Problem[] {
  const needed = new Set([...template.key, template.label, ...(template.parent === undefined ? [] : [template.parent.by])]);
  return hide.filter((key) => needed.has(key)).map((column) => ({ code: 'override-column-needed', params: { column } }));
}

function wrongLists({ allow }: TemplateOverride, template: RegisterTemplate): Problem[] {
  return Object.keys(allow).flatMap((key): Problem[] => {
    const column = template.columns.find((each) => each.key === key);
    return column === undefined || column.values !== undefined ? [] : [{ code: 'override-column-no-list', params: { column: key } }];
  });
}

function wrongAdditions({ add }: TemplateOverride, books: readonly string[]): Problem[] {
  return add.flatMap((column): Problem[] => {
    const listed = column.type === 'enum' || column.type === 'multi';
    const params = { column: column.key };
    if (listed !== (column.values !== undefined)) return [{ code: 'override-values', params }];
    if (column.computed !== undefined) return [{ code: 'override-computed', params }];
    if (add.filter((other) => other.key === column.key).length > 1) return [{ code: 'override-column-twice', params }];
    const targets = targetIds(column);
    const leadsNowhere = column.type === 'ref' && (targets.length === 0 || targets.some((id) => !books.includes(id)));
    return leadsNowhere ? [{ code: 'override-reference', params: { ...params, allowed: books.join(', ') } }] : [];
  });
}

// Two columns of one title could not be told apart in a sheet.
function titlesTwice({ rename, hide, add }: TemplateOverride, template: RegisterTemplate): Problem[] {
  const kept = template.columns.filter((column) => !hide.includes(column.key)).map((column) => rename[column.key]?.zh ?? column.title.zh);
  const titles = [...kept, ...add.map((column) => column.title.zh)];
  return [...new Set(titles.filter((title, index) => titles.indexOf(title) !== index))].map((title) => ({ code: 'override-title-twice', params: { title } }));
}
