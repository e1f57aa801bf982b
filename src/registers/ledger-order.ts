import { registerGroups, type RegisterTemplate } from '#domain/register.js';

/** Books in the order of the yearly ledger: by family and form, details right below the book they belong to. */
export function inLedgerOrder(templates: readonly RegisterTemplate[]): readonly RegisterTemplate[] {
  const byId = new Map(templates.map((template) => [template.id, template]));
  const place = (template: RegisterTemplate): string => {
    const parent = byId.get(template.parent?.register ?? '');
    const family = String(registerGroups.indexOf(template.group)).padStart(2, '0');
    return `${family} ${parent?.form ?? template.form ?? ''} ${parent?.id ?? template.id} ${parent === undefined ? '' : template.id}`;
  };
  return [...templates].sort((left, right) => (place(left) < place(right) ? -1 : 1));
}
