import stringWidth from 'string-width';
import { wrap } from './wrap.js';

/** Labels in one column, texts in another, long texts over several lines. */
export function labelled(rows: readonly (readonly [label: string, text: string])[], screen: number, indent = ''): string[] {
  const width = Math.max(...rows.map(([label]) => stringWidth(label)));
  const margin = ' '.repeat(width + 2);
  return rows.flatMap(([label, text]) => {
    const [first = '', ...more] = wrap(text, screen - indent.length - width - 2);
    return [`${indent}${label}${' '.repeat(width - stringWidth(label) + 2)}${first}`.trimEnd(), ...more.map((line) => `${indent}${margin}${line}`)];
  });
}
