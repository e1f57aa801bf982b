import { isMap, isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import type { Tree } from './tree.js';

/** Full title of a law → the edition in force and how many articles it has. */
export type LawBook = Readonly<Record<string, { readonly edition: string; readonly articles: number }>>;

/** Each `law:` of the checklists and templates is a law in force, by its full title, and has the cited article. */
export function falseCitations(tree: Tree, book: LawBook): readonly string[] {
  return citations(tree).flatMap(({ place, law, article }) => {
    const known = typeof law === 'string' && Object.hasOwn(book, law) ? book[law] : undefined;
    if (known === undefined) return [`${place}: no law in force is called ${String(law)}`];
    const exists = typeof article === 'number' && Number.isInteger(article) && article >= 1 && article <= known.articles;
    return exists ? [] : [`${place}: ${String(law)} (${known.edition}) has no article ${String(article)}`];
  });
}

/** How many laws are cited at all, so that a reader who finds none is noticed. */
export function countCitations(tree: Tree): number {
  return citations(tree).length;
}

function citations(tree: Tree): readonly { readonly place: string; readonly law: unknown; readonly article: unknown }[] {
  return [...tree]
    .filter(([path]) => /^(checklists|templates)\/.*\.yaml$/.test(path))
    .flatMap(([path, text]) =>
      mapsWithLaw(text).map(({ map, line }) => ({ place: `${path}:${line}`, law: map.get('law'), article: map.get('article') })),
    );
}

function mapsWithLaw(text: string): readonly { readonly map: YAMLMap; readonly line: number }[] {
  const lineCounter = new LineCounter();
  const found: { map: YAMLMap; line: number }[] = [];
  visit(parseDocument(text, { lineCounter, uniqueKeys: false }), {
    Map: (_key, map) => {
      const cites = isMap(map) && map.items.some(({ key }) => isScalar(key) && key.value === 'law');
      if (cites) found.push({ map, line: lineCounter.linePos(map.range?.[0] ?? 0).line });
    },
  });
  return found;
}
