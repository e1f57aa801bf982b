import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listYaml } from '#catalog/list-yaml.js';
import type { Cell, Column } from '#domain/register.js';
import { openBook, readBook } from '#registers/read-book.js';
import { plain } from '#registers/normalise-cell.js';
import { writeCsv } from '#registers/write-csv.js';
import { targetIds } from '#registers/resolve-references.js';
import { rowSchema } from '#registers/register-schemas.js';
import { virtualBookTitles } from '#messages/spellings.js';
import { catalog, compiledItems, root } from './shipped.js';

const { templates } = catalog;
const names = listYaml(join(root, 'templates/registers')).map((file) => basename(file, '.yaml'));
const byId = new Map(templates.map((template) => [template.id, template]));
const every = templates.map((template) => [template.id, template] as const);
const spelt = (name: string): string => plain(name).toLowerCase().replace(/[\s*]/g, '');
const twice = (list: readonly string[]): string[] => list.filter((each, index) => list.indexOf(each) !== index);

const samples: Readonly<Record<Column['type'], Cell>> = {
  string: 'X-01', text: '已核对', ref: 'P01', idno: '110101199003070011', phone: '13800000000', serial: 'SN00012345', signature: '已签字 2026年3月5日',
  int: 3, number: 1.5, date: '2026-03-05', datetime: '2026-03-05 09:30', month: '2026-03', year: '2026', bool: false, enum: '', multi: [],
};

function sampleOf({ type, values = [] }: Column): Cell {
  if (type === 'multi') return [...values];
  return type === 'enum' ? (values.at(-1) ?? '') : samples[type];
}

describe('the registers that come with the program', () => {
  it('each file is named after its register, and no register has the name of a virtual book', () => {
    expect(names.toSorted()).toEqual(templates.map((template) => template.id).toSorted());
    expect(templates.filter((template) => template.id in virtualBookTitles)).toEqual([]);
  });
});

describe.each(every)('%s', (_id, template) => {
  const keys = template.columns.map((column) => column.key);

  it('no column has the key of another', () => {
    expect(twice(keys)).toEqual([]);
  });

  it('no column can be taken for another: titles and English titles are told apart', () => {
    expect(twice(template.columns.map((column) => spelt(column.title.zh)))).toEqual([]);
    expect(twice(template.columns.map((column) => spelt(column.title.en)))).toEqual([]);
  });

  it('no synonym belongs to two columns, or is the title of another', () => {
    const synonyms = template.columns.flatMap((column) => column.synonyms.map((name) => ({ column: column.key, name: spelt(name) })));
    expect(twice(synonyms.map(({ name }) => name))).toEqual([]);
    const stolen = synonyms.filter(({ column, name }) => template.columns.some((other) => other.key !== column && [other.key, other.title.zh, other.title.en].map(spelt).includes(name)));
    expect(stolen).toEqual([]);
  });

  it('the columns that identify a row exist, are required, and so does the one that names it', () => {
    const required = new Set(template.columns.filter((column) => column.required).map((column) => column.key));
    expect(template.key.filter((key) => !required.has(key))).toEqual([]);
    expect(keys).toContain(template.label);
  });

  it('a list of values stands exactly where the type asks for one, and its values are told apart', () => {
    const lists = template.columns.filter((column) => column.type === 'enum' || column.type === 'multi');
    expect(lists.filter((column) => column.values === undefined).map((column) => column.key)).toEqual([]);
    expect(template.columns.filter((column) => column.values !== undefined && !lists.includes(column)).map((column) => column.key)).toEqual([]);
    expect(lists.flatMap((column) => twice((column.values ?? []).map(spelt)))).toEqual([]);
  });

  it('no value of a cell with several holds the sign between them', () => {
    expect(template.columns.filter((column) => column.type === 'multi').flatMap((column) => (column.values ?? []).filter((value) => /[;；、,，]/.test(value)))).toEqual([]);
  });

  it('a reference points into a register with one key column', () => {
    const references = template.columns.filter((column) => column.type === 'ref');
    expect(references.filter((column) => targetIds(column).length === 0 || targetIds(column).some((id) => byId.get(id)?.key.length !== 1)).map((column) => column.key)).toEqual([]);
    expect(template.columns.filter((column) => column.register !== undefined && column.type !== 'ref')).toEqual([]);
  });

  it('a link leads to a column of a register, from a column here, and takes no column\'s name', () => {
    for (const [name, link] of Object.entries(template.links)) {
      expect(byId.get(link.register)?.columns.map((column) => column.key)).toContain(link.by);
      if (link.of !== undefined) expect(keys).toContain(link.of);
      expect(keys).not.toContain(name);
    }
  });

  it('names of people and their numbers are personal', () => {
    const revealing = template.columns.filter((column) => (['idno', 'phone'].includes(column.type) || /姓名|负责人$/.test(column.title.zh)) && !column.personal);
    expect(revealing.map((column) => column.key)).toEqual([]);
  });

  it('an empty book can be written, filled in and read again', async () => {
    const readAgain = async (rows: readonly Readonly<Record<string, Cell>>[]): Promise<unknown> => {
      const read = readBook(await openBook(Buffer.from(writeCsv(rows, template)), `${template.id}.csv`), template);
      return { cells: read.rows.map((row) => row.cells), problems: read.problems, unknown: read.unknownHeaders };
    };
    const full = Object.fromEntries(template.columns.filter((column) => column.computed === undefined).map((column) => [column.key, sampleOf(column)]));
    expect(await readAgain([])).toEqual({ cells: [], problems: [], unknown: [] });
    expect(await readAgain([full])).toEqual({ cells: [full], problems: [], unknown: [] });
    expect(rowSchema(template).safeParse(full).success).toBe(true);
    expect(rowSchema(template).safeParse({}).success).toBe(!template.columns.some((column) => column.required));
  });
});

describe('a value that an item demands', () => {
  const demands = compiledItems.flatMap(({ item }) => [...(item.expect ?? '').matchAll(/row\.(\w+) (?:==|in) (?:"([^"]+)"|\[([^\]]+)\])/g)].map((match) => ({ item: item.id, each: item.each?.replace('register.', '') ?? '', column: match[1] ?? '', wanted: match[2] === undefined ? [...(match[3] ?? '').matchAll(/"([^"]+)"/g)].map((each) => each[1]) : [match[2]] })));

  it('is not the only one the column admits: the book can say that something is wrong', () => {
    expect(demands.length).toBeGreaterThan(3);
    const rigid = demands.filter(({ each, column, wanted }) => {
      const values = byId.get(each)?.columns.find((other) => other.key === column)?.values;
      return values !== undefined && values.every((value) => wanted.includes(value));
    });
    expect(rigid).toEqual([]);
  });

  it('every column that a checklist reads exists, links included', () => {
    const unknown = compiledItems.flatMap(({ item, reads }) => reads.columns.filter((use) => byId.has(use.register)).filter((use) => {
      const template = byId.get(use.register);
      return !template?.columns.some((column) => column.key === use.column) && !(use.column in (template?.links ?? {}));
    }).map((use) => `${item.id} ${use.register}.${use.column}`));
    expect(unknown).toEqual([]);
  });
});
