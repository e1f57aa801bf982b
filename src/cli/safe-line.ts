// Control characters and direction marks of file names or cells must not reach a terminal.
 
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The line with unsafe characters made visible as `\u202e`. */
export function safeLine(line: string): string {
  return line.replace(unsafe, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
