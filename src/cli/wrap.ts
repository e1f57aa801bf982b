import stringWidth from 'string-width';

/** `text` in lines of at most `width` columns: words stay whole, Chinese breaks between characters but never before a closing mark. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && stringWidth(line + piece.trimEnd()) > width && !closing.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

const pieces = /[\x21-\x7e]+ *|\s+|./gu;
const closing = /^[，。、；：？！）】》”’]/u;
