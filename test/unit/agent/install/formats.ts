/** Small readers of the formats, written from their specifications and not from the writers. */

/** The words of an ExecStart line, as systemd takes it apart: quotes, C escapes, then %% and $$. The program's `$` is literal. */
export function systemdWords(line: string): string[] {
  const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, inner = '']) => inner.replace(/\\x([0-9a-f]{2})|\\(.)/gs, (_all, code: string | undefined, plain: string) => (code === undefined ? plain : String.fromCharCode(Number.parseInt(code, 16)))));
  return words.map((word, index) => (index === 0 ? specifiers(word) : variables(specifiers(word))));
}

/** The paths of ReadWritePaths: either kind of quotes, backslashes literal. */
export function systemdPaths(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => specifiers(double ?? single ?? ''));
}

function specifiers(word: string): string {
  return word.replace(/%(.?)/gs, (all, next: string) => {
    if (next !== '%') throw new Error(`a specifier: ${all}`);
    return '%';
  });
}

function variables(word: string): string {
  return word.replace(/\$(.?)/gs, (all, next: string) => {
    if (next !== '$') throw new Error(`a variable: ${all}`);
    return '$';
  });
}

/** The words of a desktop entry's Exec: first the escapes of all values, then the quoting of Exec, then the field codes. */
export function desktopWords(value: string): string[] {
  const plain = value.replace(/\\(.)/gs, (_all, next: string) => ({ s: ' ', n: '\n', t: '\t', r: '\r' })[next] ?? next);
  const words = [...plain.matchAll(/"((?:[^"\\`$]|\\["`$\\])*)"/gs)].map(([, inner = '']) => inner.replace(/\\(.)/gs, '$1'));
  return words.map(specifiers);
}

/** The value of a key; a line that is not `key=value` would be a broken file. */
export function valueOf(text: string, key: string): string {
  const found = text.split('\n').filter((line) => line.startsWith(`${key}=`));
  if (found.length !== 1) throw new Error(`${String(found.length)} lines of ${key}`);
  return (found[0] ?? '').slice(key.length + 1);
}

/** Text of the only element of that name, entities undone. */
export function xmlText(text: string, name: string): string {
  const [, inner = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text) ?? [];
  return inner.replace(/&(amp|lt|gt|quot);/g, (_all, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[entity] ?? '');
}

/** A command line as Windows programs take it apart. */
export function windowsWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0) {
      const isBeforeQuote = line[at + slashes] === '"';
      word = (word ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(slashes / 2) : slashes);
      at += slashes - 1;
      if (isBeforeQuote && slashes % 2 === 1) {
        word += '"';
        at += 1;
      }
    } else if (line[at] === '"') {
      isQuoted = !isQuoted;
      word ??= '';
    } else if (line[at] === ' ' && !isQuoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + (line[at] ?? '');
  }
  return word === undefined ? words : [...words, word];
}

/** A single-quoted word of the shell, with `'\''` for a quote. */
export function shellText(word: string): string {
  if (!/^'(?:[^']|'\\'')*'$/s.test(word)) throw new Error(`not one word: ${word}`);
  return word.slice(1, -1).replaceAll(`'\\''`, "'");
}
