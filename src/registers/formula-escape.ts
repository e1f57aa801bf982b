/** First characters with which a spreadsheet takes a cell for a formula, and the mark that prevents it. */
const startsFormula = /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20']/;
const mark = "'";

/** A cell that begins with the mark gets a second one, so that reading gives back what was written. */
export function withEscape(text: string): string {
  return text.startsWith(mark) ? `${mark}${text}` : text;
}

/** A cell as it was before a spreadsheet-safe writer put the mark in front. */
export function withoutEscape(text: string): string {
  return startsFormula.test(text) ? text.slice(1) : text;
}
