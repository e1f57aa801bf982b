import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments, visit, type Document, type Node } from 'yaml';
import { AppError, type Problem } from '#domain/app-error.js';
import { readBytes } from './read-bytes.js';

const limitBytes = 256 * 1024;
const limitDepth = 32;

/** A YAML file that obeyed the caps: its plain value and the line of each place in it. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Line (from 1) of the node at `path`, or of its nearest parent. */
  lineOf(path: readonly PropertyKey[]): number;
  /** File of that node, where parts of the value come from other files. */
  fileOf?(path: readonly PropertyKey[]): string;
}

/** Opens one YAML file: ≤ 256 KB, UTF-8, one document, no aliases, tags or duplicate keys, depth ≤ 32. */
export function readYaml(file: string): YamlSource {
  return parseYaml(readText(file, limitBytes), file);
}

/** The same from text; `file` only names the place in errors. */
export function parseYaml(text: string, file: string): YamlSource {
  if (Buffer.byteLength(text) > limitBytes) {
    throw new AppError('file-too-large', { file, bytes: Buffer.byteLength(text), limit: limitBytes });
  }
  refuseDeepBrackets(text, file);
  refuseDeepBlocks(text, file);
  const lines = new LineCounter();
  const document = onlyDocument(text, file, lines);
  refuseDepth(document.contents, file, 0);
  const problems = [...syntaxProblems(document, lines), ...structureProblems(document, lines)];
  if (problems.length > 0) throw new AppError('yaml-invalid', { file, count: problems.length }, { problems });
  return { file, value: document.toJS({ maxAliasCount: 0 }) as unknown, lineOf: (path) => lineAt(document, lines, path) };
}

/** A regular text file in strict UTF-8, at most `limit` bytes; never a device or a pipe. */
export function readText(file: string, limit: number): string {
  const bytes = readBytes(file, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('file-not-utf8', { file }, { cause });
  }
}

// The parser recurses: a cheap count keeps a hostile file from exhausting the stack.
function refuseDeepBrackets(text: string, file: string): void {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > limitDepth * 4) throw new AppError('yaml-too-deep', { file, limit: limitDepth });
  }
}

// The same for blocks: a level begins where a line begins, or after `- `, `? ` or `: ` on it. Near the end of the stack the engine dies instead of throwing.
function refuseDeepBlocks(text: string, file: string): void {
  const columns: number[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    for (const opening of line.matchAll(/^[ \t]*(?=\S)|[-?:][ \t]+(?=\S)/g)) {
      const column = opening.index + opening[0].length;
      while ((columns.at(-1) ?? -1) >= column) columns.pop();
      columns.push(column);
      if (columns.length > limitDepth * 8) throw new AppError('yaml-too-deep', { file, limit: limitDepth });
    }
  }
}

function onlyDocument(text: string, file: string, lineCounter: LineCounter): Document {
  let documents;
  try {
    documents = parseAllDocuments(text, { version: '1.2', schema: 'core', uniqueKeys: false, lineCounter, logLevel: 'silent', prettyErrors: false });
  } catch (cause) {
    if (cause instanceof RangeError) throw new AppError('yaml-too-deep', { file, limit: limitDepth }, { cause });
    throw cause;
  }
  if (!Array.isArray(documents) || documents.length > 1) throw new AppError('yaml-several-documents', { file });
  const [document] = documents;
  if (document === undefined) throw new AppError('yaml-invalid', { file, count: 1 }, { problems: [{ code: 'yaml-syntax', params: { line: 1, detail: 'empty' } }] });
  return document;
}

function syntaxProblems(document: Document, lines: LineCounter): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => ({
    code: error.code === 'TAG_RESOLVE_FAILED' ? 'yaml-tag' : 'yaml-syntax',
    params: { line: lines.linePos(error.pos[0]).line, detail: error.code },
  }));
}

// The library notes these on every collection, written or not; on a scalar it notes only what was written.
const impliedTags: readonly string[] = ['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq'];

function structureProblems(document: Document, lines: LineCounter): Problem[] {
  const problems: Problem[] = [];
  const line = (node: Node): number => lines.linePos(node.range?.[0] ?? 0).line;
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || ('anchor' in node && node.anchor)) problems.push({ code: 'yaml-alias', params: { line: line(node) } });
      else if (node.tag !== undefined && !impliedTags.includes(node.tag)) problems.push({ code: 'yaml-tag', params: { line: line(node) } });
    },
    Map: (_key, map) => {
      const seen = new Map<string, number>();
      for (const pair of map.items) {
        if (!isScalar(pair.key)) continue;
        const name = String(pair.key.value);
        const at = line(pair.key);
        const first = seen.get(name);
        if (first === undefined) seen.set(name, at);
        else problems.push({ code: 'yaml-duplicate-key', params: { line: at, key: name, first } });
      }
    },
  });
  return problems;
}

function refuseDepth(node: unknown, file: string, depth: number): void {
  if (depth > limitDepth) throw new AppError('yaml-too-deep', { file, limit: limitDepth });
  if (isMap(node)) for (const pair of node.items) refuseDepth(pair.value, file, depth + 1);
  if (isSeq(node)) for (const item of node.items) refuseDepth(item, file, depth + 1);
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(keyOffset(document, path.slice(0, length)) ?? node.range[0]).line;
  }
  return 1;
}

// The key's own line is where a person looks; the value may begin on the next one.
function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const last = path.at(-1);
  if (typeof last !== 'string') return undefined;
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === last);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
