import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parse } from 'yaml';
import { files } from './shipped.js';
import { commandShapes, ErrorShape, fileShapes } from './json-shapes.js';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/schemas');

/** JSON Schemas that are published, by file name. A run with `-u` writes them anew. */
const published: readonly (readonly [name: string, shape: z.ZodType, io: 'input' | 'output', title: string])[] = [
  ...Object.entries(commandShapes).map(([id, shape]) => [id.replaceAll(':', '-'), shape, 'output', `zicha ${id.replaceAll(':', ' ')} --json`] as const),
  ['error', ErrorShape, 'output', 'zicha … --json, exit code not 0'] as const,
  ...Object.entries(fileShapes).map(([name, shape]) => [name, shape, 'input', name] as const),
];

function schemaText(shape: z.ZodType, io: 'input' | 'output', title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(shape, { io, target: 'draft-2020-12', reused: 'ref' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

function commandIds(path = ''): string[] {
  return readdirSync(join(root, 'src/commands', path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? commandIds(join(path, entry.name)) : [join(path, entry.name).replaceAll('/', ':').replace(/\.ts$/, '')],
  );
}

describe('the published JSON Schemas', () => {
  it('cover every command', () => {
    expect(Object.keys(commandShapes).sort()).toEqual(commandIds().sort());
  });

  it.each(published)('%s is fresh', async (name, shape, io, title) => {
    await expect(schemaText(shape, io, title)).toMatchFileSnapshot(join(folder, `${name}.schema.json`));
  });

  it('hold no file that nothing makes any more', () => {
    expect(readdirSync(folder).sort()).toEqual(published.map(([name]) => `${name}.schema.json`).sort());
  });

  it('accept every shipped checklist and register template, and refuse a misspelt key', () => {
    const validator = (name: string) => new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as object);
    const checklist = validator('checklist');
    const yaml = (path: string): Record<string, unknown> => parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
    const office = yaml('checklists/organisation.yaml');
    expect(files.filter((file) => !checklist(parse(readFileSync(file, 'utf8'))))).toEqual([]);
    const section = validator('checklist-section');
    expect(readdirSync(join(root, 'checklists/sections')).filter((name) => !section(yaml(`checklists/sections/${name}`)))).toEqual([]);
    expect(checklist({ ...office, pionts: 3 })).toBe(false);
    const form = validator('register-form');
    expect(form(parse(readFileSync(join(root, 'templates/registers/personnel.yaml'), 'utf8')))).toBe(true);
  });
});
