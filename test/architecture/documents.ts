import { dirname, posix } from 'node:path';
import type { Layers } from './import-law.js';
import { sourcesIn, type Tree } from './tree.js';

/** The cells of a Markdown table whose header row begins with these titles. */
function tableUnder(text: string, titles: readonly string[]): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const header = lines.findIndex((line) => titles.every((title, index) => cellsOf(line)[index] === title));
  if (header < 0) return [];
  const rows = lines.slice(header + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? undefined : end).map(cellsOf);
}

/** Rows in which the document and layers.json differ. */
export function staleLayers(text: string, { layers }: Layers): readonly string[] {
  const law = layers.map(({ level, folder, reason }) => `${level} ${folder}: ${reason}`);
  const written = tableUnder(text, ['level', 'folder']).map(([level, folder, reason]) => `${level} ${folder}: ${reason}`);
  return [
    ...law.filter((row) => !written.includes(row)).map((row) => `missing: ${row}`),
    ...written.filter((row) => !law.includes(row)).map((row) => `stale: ${row}`),
  ];
}

/** Code names of the glossary that the sources do not know. */
export function lostWords(glossary: string, tree: Tree): readonly string[] {
  const known = new Set(sourcesIn(tree, 'src/').flatMap((file) => file.text.match(/[A-Za-z][\w-]*/g) ?? []));
  const names = tableUnder(glossary, ['English', '中文', 'code']).map(([, , code]) => (code ?? '').replaceAll('`', ''));
  return names.filter((name) => !known.has(name));
}

/** Paths in backticks and relative links that lead nowhere, as `document: path`. */
export function lostPaths(tree: Tree): readonly string[] {
  const isThere = (path: string): boolean =>
    tree.has(path) || [...tree.keys()].some((known) => known.startsWith(`${path.replace(/\/$/, '')}/`));
  return [...tree]
    .filter(([path]) => path.endsWith('.md') && !path.startsWith('test/'))
    .flatMap(([document, text]) =>
      [...writtenPaths(text), ...linkedPaths(document, text)].filter((path) => !isThere(path)).map((path) => `${document}: ${path}`),
    );
}

function writtenPaths(text: string): readonly string[] {
  const written = text.matchAll(/`((?:src|bin|bench|test|checklists|templates|docs|\.ci)\/[\w./-]*)`/g);
  return [...written].map((match) => match[1] ?? '');
}

function linkedPaths(document: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)];
  return links.map((match) => posix.join(dirname(document), match[1] ?? ''));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
