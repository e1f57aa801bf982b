import type { MachineMode } from '#domain/identity.js';
import type { Column, Computed, RegisterTemplate, RowFilter, TemplateOverride } from '#domain/register.js';

/** What decides how much of a book this machine may hold. */
export interface Footing {
  readonly mode: MachineMode;
  readonly overrides: Readonly<Record<string, TemplateOverride>>;
  /** Books allowed in their numbers-only form. */
  readonly allowances: Readonly<Record<string, unknown>>;
}

/** `open`: rows may be kept. `undecided`: only after the 定密责任人 decided. `paper-only`: never kept, only printed blank. */
export type Standing = 'open' | 'undecided' | 'paper-only';

/** A book as this unit and this machine may hold it. */
export interface FittedBook {
  readonly template: RegisterTemplate;
  readonly standing: Standing;
  /** Columns of the shipped template that are left out here. */
  readonly hidden: readonly string[];
  /** Those among them that this machine must not hold, as a sheet may still name them. */
  readonly left: readonly Column[];
  /** True where only codes, days, yes or no and counts remain. */
  readonly isNumbersOnly: boolean;
}

/** All books as they may be held here: the unit's own wording and columns, then what the machine's mode leaves of them. */
export function fitTemplates(templates: readonly RegisterTemplate[], footing: Footing): readonly FittedBook[] {
  const fitted = templates.map((template) => fitOne(template, footing));
  // Nothing follows from a book that is not kept here: its emptiness is no evidence.
  const kept = fitted.filter((book) => book.standing === 'open');
  const held = new Map(kept.map(({ template }) => [template.id, new Set(template.columns.map((column) => column.key))]));
  return fitted.map((book) => withoutUnfounded(book, held));
}

function fitOne(shipped: RegisterTemplate, { mode, overrides, allowances }: Footing): FittedBook {
  const own = withOverride(shipped, overrides[shipped.id]);
  const isNumbersOnly = own.classified && mode === 'non-classified';
  const stays = (column: Column): boolean => {
    if (mode === 'classified') return true;
    return !column.maybeSecret && (!isNumbersOnly || own.numbersOnly.includes(column.key));
  };
  const columns = own.columns.filter(stays);
  const undecided = isNumbersOnly && allowances[shipped.id] === undefined;
  return {
    template: { ...own, columns },
    standing: own.paperOnly ? 'paper-only' : undecided ? 'undecided' : 'open',
    hidden: hiddenIn(shipped, columns),
    left: own.columns.filter((column) => !stays(column)),
    isNumbersOnly,
  };
}

// A figure reckoned from columns that are not held here would be wrong without looking so.
function withoutUnfounded(book: FittedBook, held: ReadonlyMap<string, ReadonlySet<string>>): FittedBook {
  const { template } = book;
  if (book.standing !== 'open') return book;
  const columns = template.columns.filter((column) => column.computed === undefined || sourcesOf(column.computed, template).every(({ register, column: key }) => held.get(register)?.has(key) === true));
  if (columns.length === template.columns.length) return book;
  const gone = template.columns.filter((column) => !columns.includes(column)).map((column) => column.key);
  return { ...book, template: { ...template, columns }, hidden: [...book.hidden, ...gone] };
}

/** The columns that a reckoned one is made from. */
export function sourcesOf(computed: Computed, template: RegisterTemplate): readonly { readonly register: string; readonly column: string }[] {
  const own = (column: string): { register: string; column: string } => ({ register: template.id, column });
  if ('reached' in computed) return [own(computed.reached), own(computed.target)];
  if ('lookup' in computed) {
    const reference = template.columns.find((column) => column.key === computed.lookup);
    return [own(computed.lookup), ...[reference?.register ?? []].flat().map((register) => ({ register, column: computed.take }))];
  }
  return computed.total.flatMap((part) => {
    const link = template.links['count' in part ? part.count : part.sum];
    if (link === undefined) return [];
    const columns = [link.by, ...('sum' in part ? [part.of] : []), ...Object.keys(part.where)];
    return [own(link.of ?? template.key[0] ?? ''), ...columns.map((column) => ({ register: link.register, column })), ...yearColumns(part.where).map(own)];
  });
}

function yearColumns(filter: RowFilter): string[] {
  return Object.values(filter).flatMap((wanted) => (!Array.isArray(wanted) && 'year' in wanted && wanted.year !== 'this' ? [wanted.year.of] : []));
}

function hiddenIn(shipped: RegisterTemplate, columns: readonly Column[]): string[] {
  return shipped.columns.map((column) => column.key).filter((key) => !columns.some((column) => column.key === key));
}

/** The shipped templates in the unit's own words and with its own columns. */
export function withOverrides(templates: readonly RegisterTemplate[], overrides: Footing['overrides']): readonly RegisterTemplate[] {
  return templates.map((template) => {
    const override = overrides[template.id];
    const own = withOverride(template, override);
    // What is hidden stays known by name, so that an item which reads it is open, not broken.
    return override === undefined ? template : { ...own, columns: [...own.columns, ...template.columns.filter((column) => override.hide.includes(column.key))] };
  });
}

function withOverride(template: RegisterTemplate, override: TemplateOverride | undefined): RegisterTemplate {
  if (override === undefined) return template;
  const columns = template.columns.filter((column) => !override.hide.includes(column.key)).map((column) => withWords(column, override));
  return { ...template, title: override.title ?? template.title, columns: [...columns, ...override.add] };
}

// Sheets with the old header go on being read.
function withWords(column: Column, { rename, allow }: TemplateOverride): Column {
  const title = rename[column.key];
  const more = allow[column.key];
  return {
    ...column,
    ...(title === undefined ? {} : { title, synonyms: [...column.synonyms, column.title.zh] }),
    ...(more === undefined ? {} : { values: [...new Set([...(column.values ?? []), ...more])] }),
  };
}
