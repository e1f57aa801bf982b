import { basename } from 'node:path';
import ts from 'typescript';
import type { Law } from './source-laws.js';
import { sourcesIn } from './tree.js';

/** Words that say nothing about what a thing is. */
const emptyWords = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'managers',
  'service',
  'services',
  'handler',
  'handlers',
  'info',
  'process',
]);

/** Names in which such a word is the office's or the machine's own term. */
const ownTerms: Readonly<Record<string, string>> = {
  'legacy-services': 'network services of the machine that is inspected',
  legacyServices: 'the same, as the probe that looks for them',
};

/** File names and exported names say what they hold. */
export const namesSaySomething: Law = (tree) =>
  sourcesIn(tree, 'src/').flatMap((file) => [
    ...[basename(file.fileName, '.ts')].filter(isEmptyName).map((name) => `${file.fileName}:1: the file name '${name}' says nothing`),
    ...exportedNames(file)
      .filter(isEmptyName)
      .map((name) => `${file.fileName}: the exported name '${name}' says nothing`),
  ]);

function isEmptyName(name: string): boolean {
  const words = name.split(/(?=[A-Z])|[-_]/).map((word) => word.toLowerCase());
  return !(name in ownTerms) && (name.toLowerCase() === 'data' || words.some((word) => emptyWords.has(word)));
}

function exportedNames(file: ts.SourceFile): readonly string[] {
  return file.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    const named = statement as ts.Statement & { readonly name?: ts.Identifier };
    return named.name ? [named.name.text] : [];
  });
}
