import { sourcesIn, type Tree } from './tree.js';

/** Keys of the catalogue that no source says, whole or as the beginning of a composed key. */
export function unsaidKeys(tree: Tree): readonly string[] {
  const keys = keysIn(tree);
  const code = sourcesIn(tree, 'src/').filter((file) => !/^src\/messages\/(zh-cn|en)(\/|\.ts)/.test(file.fileName)).map((file) => file.text).join('\n');
  const beginnings = [...code.matchAll(/`([a-z-]+\.[^`$]*)\$\{/g)].map((match) => match[1] ?? '');
  const isSaid = (key: string): boolean => code.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning));
  return keys.filter((key) => !/^(error|command|flag|arg|topic|example)\./.test(key) && !isSaid(key));
}

/** Keys that stand in more than one place. */
export function doubledKeys(tree: Tree): readonly string[] {
  const keys = keysIn(tree);
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];
}

function keysIn(tree: Tree): readonly string[] {
  return sourcesIn(tree, 'src/messages/zh-cn/').flatMap((file) => [...file.text.matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1] ?? ''));
}
