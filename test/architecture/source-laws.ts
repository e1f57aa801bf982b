import { basename, dirname, posix } from 'node:path';
import ts from 'typescript';
import { complaints, sourcesIn, type Tree } from './tree.js';

/** A law of the sources: what breaks it, as `file:line: what`. */
export type Law = (tree: Tree) => readonly string[];

const han = /\p{Script=Han}/u;
const wordHomes = 'src/messages/';
const lists = ['src/facts/probes/index.ts', 'src/reports/sections/index.ts'];
const lineLimit = 250;

/** Words for people are in the catalogues, where they have two languages. */
export const noChineseOutsideMessages: Law = (tree) =>
  outside(tree, wordHomes).flatMap((file) =>
    complaints(file, (node) =>
      isWritten(node) && han.test(node.getText(file)) ? `Chinese in a literal: ${node.getText(file).slice(0, 30)}` : undefined,
    ),
  );

/** Nothing builds code from text or starts a shell. */
export const nothingRunsText: Law = (tree) =>
  [...sourcesIn(tree, 'src/'), ...scriptsOf(tree)].flatMap((file) =>
    complaints(file, (node) => runsText(node) ?? startsShell(node) ?? callsOut(node)),
  );

/** Imports name the file that holds the thing, so nothing passes through a third file. */
export const noBarrels: Law = (tree) =>
  sourcesIn(tree, 'src/').flatMap((file) => [
    ...(basename(file.fileName) === 'index.ts' && !lists.includes(file.fileName)
      ? [`${file.fileName}:1: an index that is not one of the two lists`]
      : []),
    ...complaints(file, (node) => (ts.isExportDeclaration(node) && node.moduleSpecifier ? 'passes another file on' : undefined)),
  ]);

/** `./` and `../` inside a layer, `#layer/` from one layer to another. */
export const importsShowTheBorder: Law = (tree) =>
  sourcesIn(tree, 'src/').flatMap((file) =>
    complaints(file, (node) => {
      const wanted = specifierOf(node);
      return wanted !== undefined && crossesWrongly(file.fileName, wanted)
        ? `'${wanted}' hides or fakes a border between layers`
        : undefined;
    }),
  );

/** A file that does not fit on a few screens holds two ideas. */
export const filesAreShort: Law = (tree) =>
  sourcesIn(tree, 'src/')
    .filter((file) => file.getLineStarts().length - 1 > lineLimit)
    .map((file) => `${file.fileName}:${lineLimit + 1}: more than ${lineLimit} lines`);

/** Probes and report sections run because a list names them. */
export const listsAreComplete: Law = (tree) =>
  lists
    .filter((list) => [...tree.keys()].some((path) => dirname(path) === dirname(list)))
    .flatMap((list) => {
      const siblings = [...tree.keys()].filter((path) => dirname(path) === dirname(list) && path !== list && path.endsWith('.ts'));
      const missing = siblings.filter((path) => !(tree.get(list) ?? '').includes(`'./${basename(path, '.ts')}.js'`));
      return missing.map((path) => `${path}:1: is not in ${list}`);
    });

function outside(tree: Tree, folder: string): readonly ts.SourceFile[] {
  return sourcesIn(tree, 'src/').filter((file) => !file.fileName.startsWith(folder));
}

function scriptsOf(tree: Tree): readonly ts.SourceFile[] {
  const scripts = [...tree].filter(([path]) => path.startsWith('bin/') && path.endsWith('.js'));
  return scripts.map(([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true));
}

function isWritten(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}

function runsText(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const callee = node.expression.getText();
  return /^(globalThis\.)?(eval|Function)$/.test(callee) ? `${callee}(…) runs text` : undefined;
}

function startsShell(node: ts.Node): string | undefined {
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'shell' && node.initializer.kind !== ts.SyntaxKind.FalseKeyword)
    return 'a child with a shell';
  if (!ts.isImportDeclaration(node) || !/^(node:)?child_process$/.test(specifierOf(node) ?? '')) return undefined;
  const names = node.importClause?.namedBindings;
  if (names === undefined || !ts.isNamedImports(names)) return 'child_process is imported by name only, so that a shell is seen';
  const shells = names.elements.map((element) => (element.propertyName ?? element.name).text).filter((name) => /^exec(Sync)?$/.test(name));
  return shells.length > 0 ? `${shells.join(', ')} starts a shell` : undefined;
}

function callsOut(node: ts.Node): string | undefined {
  const callee = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression.getText() : '';
  return /^(globalThis\.)?(fetch|WebSocket|EventSource|XMLHttpRequest)$/.test(callee) ? `${callee}(…) opens a connection` : undefined;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const [first] = isDynamic ? node.arguments : [];
  return first && ts.isStringLiteral(first) ? first.text : undefined;
}

function crossesWrongly(path: string, wanted: string): boolean {
  const layer = path.split('/').slice(0, 2).join('/');
  if (wanted.startsWith('#')) return `src/${wanted.slice(1)}`.startsWith(`${layer}/`);
  return wanted.startsWith('.') && !posix.join(dirname(path), wanted).startsWith(`${layer}/`);
}
