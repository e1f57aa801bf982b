import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import ts from 'typescript';

/** Paths from the root of the repository, with `/`, and their texts: what a law is held against. */
export type Tree = ReadonlyMap<string, string>;

export const root = dirname(dirname(import.meta.dirname));

const folders = ['src', 'bin', 'bench', 'test', 'checklists', 'templates', 'docs', '.ci'];
const texts = ['', '.ts', '.js', '.json', '.yaml', '.yml', '.md', '.csv', '.txt', '.cmd', '.service', '.timer', '.desktop', '.sh', '.ps1'];

/** The repository as it stands, without what is installed, generated or drawn. */
export const repository: Tree = new Map(
  [...rootFiles(), ...folders.flatMap(filesBelow)].map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

/** A small tree for a planted violation. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files));
}

/** The TypeScript files under a folder, parsed. */
export function sourcesIn(tree: Tree, folder: string): readonly ts.SourceFile[] {
  const paths = [...tree.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.ts'));
  return paths.map((path) => ts.createSourceFile(path, tree.get(path) ?? '', ts.ScriptTarget.ES2023, true));
}

/** Every node of a file for which the question has an answer, as `file:line: answer`. */
export function complaints(file: ts.SourceFile, ask: (node: ts.Node) => string | undefined): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const answer = ask(node);
    if (answer !== undefined) found.push(`${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${answer}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function rootFiles(): readonly string[] {
  return readdirSync(root).filter(
    (name) => isText(name) && name !== 'package-lock.json' && name !== 'oclif.manifest.json' && statSync(join(root, name)).isFile(),
  );
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && isText(entry.name));
  return files.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  );
}

function isText(name: string): boolean {
  return texts.includes(extname(name));
}
