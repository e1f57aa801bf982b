/** An element has text or elements in it, never both: laying it out cannot change what it says. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, content: XmlElement['content'] = []): XmlElement {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { name, attributes: Object.fromEntries(given), content };
}

/** A document in UTF-8, two blanks an indent. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`;
}

function lines({ name, attributes, content }: XmlElement, indent: string): readonly string[] {
  const tag = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapedAttribute(value)}"`)].join(' ');
  if (typeof content === 'string') return [`${indent}<${tag}>${escaped(content)}</${name}>`];
  if (content.length === 0) return [`${indent}<${tag}/>`];
  return [`${indent}<${tag}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' };

function escaped(text: string): string {
  return legal(text).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}

// A parser turns a tab or a line break in an attribute into a blank, unless it is written as a number.
function escapedAttribute(text: string): string {
  return escaped(text).replace(/[\t\n]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** Without the characters that XML 1.0 cannot hold, escaped or not: controls, halves of pairs, U+FFFE and U+FFFF. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
