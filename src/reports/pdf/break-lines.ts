import type { Faces } from './faces.js';
import type { FontRole } from './find-fonts.js';

// Closing marks never begin a line, opening marks never end one.
const notFirst = /^[，。、；：？！）〕】》〉」』”’…—·％%,.;:?!)\]}]/u;
const notLast = /[（〔【《〈「『“‘([{]$/u;

/** Lines no wider than `width` points: Chinese breaks between characters, Latin words and numbers stay whole where they fit. */
export function breakLines(faces: Faces, text: string, role: FontRole, size: number, width: number): readonly string[] {
  return printableText(text)
    .split('\n')
    .flatMap((paragraph) => breakParagraph(faces, paragraph, role, size, width));
}

/** Control characters, direction marks and the like are not for paper. */
export function printableText(text: string): string {
   
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ');
}

function breakParagraph(faces: Faces, paragraph: string, role: FontRole, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(faces, paragraph, role, size, width)) {
    if (used + piece.width > width && line !== '' && !notFirst.test(piece.text)) {
      const held = notLast.exec(line)?.[0] ?? '';
      lines.push(line.slice(0, line.length - held.length).trimEnd());
      line = held;
      used = held === '' ? 0 : faces.width(held, role, size);
      if (piece.text === ' ') continue;
    }
    line += piece.text;
    used += piece.width;
  }
  return [...lines, line.trimEnd()];
}

interface Piece {
  readonly text: string;
  readonly width: number;
}

function pieces(faces: Faces, paragraph: string, role: FontRole, size: number, width: number): Piece[] {
  const words = paragraph.match(/[A-Za-z0-9_./:@#&+=~$*-]+|[^A-Za-z0-9_./:@#&+=~$*-]/gu) ?? [];
  return words.flatMap((word) => {
    const whole = { text: word, width: faces.width(word, role, size) };
    // A word that is wider than the line is cut where it must be.
    return whole.width <= width ? whole : [...word].map((character) => ({ text: character, width: faces.width(character, role, size) }));
  });
}
