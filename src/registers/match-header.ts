import type { Column, RegisterTemplate } from '#domain/register.js';
import { headerHint, idleHeaders } from '#messages/spellings.js';
import { plain } from './normalise-cell.js';

/** What a header says: a column to read, one whose cells are passed over, or one that this machine may not hold. */
export type HeaderMeaning =
  | { readonly kind: 'column'; readonly column: Column }
  | { readonly kind: 'idle' }
  | { readonly kind: 'withheld'; readonly column: Column };

/** What the names in headers mean for one book. */
export interface HeaderWords {
  meaningOf(name: string): HeaderMeaning | undefined;
}

/** What was learnt beside the template: headers of the unit's own sheets (normalised name → column key, '' = pass over), and columns left out here. */
export interface HeaderKnowledge {
  readonly headers?: Readonly<Record<string, string>>;
  readonly left?: readonly Column[];
}

/** Title, English title, key or synonym; then what was remembered; never the position. */
export function headerWords(template: RegisterTemplate, { headers = {}, left = [] }: HeaderKnowledge = {}): HeaderWords {
  const own = columnNames(template);
  const meanings = new Map<string, HeaderMeaning>([
    ...idleHeaders.map((name) => [headerName(name), { kind: 'idle' }] as const),
    ...[...namesOf(left)].map(([name, column]) => [name, { kind: 'withheld', column }] as const),
    ...Object.entries(headers).flatMap(([name, key]) => remembered(name, key, template)),
    ...[...own].map(([name, column]) => [name, column.computed === undefined ? { kind: 'column' as const, column } : { kind: 'idle' as const }] as const),
  ]);
  return { meaningOf: (name) => meanings.get(headerName(name)) ?? meanings.get(headerName(name).replace(headerHint, '')) };
}

function remembered(name: string, key: string, template: RegisterTemplate): (readonly [string, HeaderMeaning])[] {
  if (key === '') return [[headerName(name), { kind: 'idle' }]];
  const column = template.columns.find((each) => each.key === key);
  return column === undefined ? [] : [[headerName(name), { kind: 'column', column }]];
}

/** The column that a person calls `name`, if there is one. */
export function columnNamed(name: string, template: RegisterTemplate): Column | undefined {
  return columnNames(template).get(headerName(name));
}

function columnNames(template: RegisterTemplate): ReadonlyMap<string, Column> {
  return namesOf(template.columns);
}

// A title outranks another column's synonym, so synonyms come first and are overwritten.
function namesOf(columns: readonly Column[]): ReadonlyMap<string, Column> {
  const synonyms = columns.flatMap((column) => column.synonyms.map((name) => [headerName(name), column] as const));
  const titles = columns.flatMap((column) => [column.key, column.title.en, column.title.zh].map((name) => [headerName(name), column] as const));
  return new Map([...synonyms, ...titles]);
}

/** A header in the form in which it is compared and remembered: plain letters, no blanks, no star. */
export function headerName(name: string): string {
  return plain(name).toLowerCase().replace(/[\s*]/g, '').replace(/:$/, '');
}
