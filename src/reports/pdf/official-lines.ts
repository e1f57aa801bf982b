import type { Block } from '#domain/report-document.js';
import type { Canvas, Style } from './canvas.js';
import { em, gap, officialLooks, type GridLine } from './official-grid.js';
import { titleLines } from './title-lines.js';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
/** Blocks that stand on the grid. */
export type GridBlock = Of<'official' | 'attachment-list' | 'sign-off'>;

const indent = '\u3000\u3000';
const looks: Readonly<Record<Of<'official'>['style'], Style>> = {
  title: officialLooks.title,
  to: officialLooks.text,
  h1: officialLooks.strong,
  h2: officialLooks.kai,
  h3: officialLooks.text,
  text: officialLooks.text,
};

/** The lines of blocks that follow one another, with what must stay together. */
export function linesOfRun(to: Canvas, blocks: readonly GridBlock[]): readonly GridLine[] {
  const lines: GridLine[] = [];
  let list: number | undefined;
  for (const block of blocks) {
    if (block.kind === 'attachment-list') list = lines.length;
    const start = lines.length;
    lines.push(...(block.kind === 'official' ? officialLines(to, block) : block.kind === 'sign-off' ? signOffLines(to, block) : listLines(to, block)));
    if (block.kind === 'sign-off') keepClosing(lines, list ?? start, start);
  }
  return lines;
}

/** Centred lines of a title; a very long one is broken as it comes. */
export function centredTitle(to: Canvas, text: string, style: Style = officialLooks.title): readonly GridLine[] {
  const { content } = to.sheet;
  const lines = titleLines(text, content, (part) => to.widthOf(part, style)) ?? to.lines(text, style, content);
  return lines.map((line) => ({ text: line, style, x: (content - to.widthOf(line, style)) / 2, keep: true }));
}

function officialLines(to: Canvas, { style, text }: Of<'official'>): readonly GridLine[] {
  if (style === 'title') return [...centredTitle(to, text), { ...gap(true), isGap: false }];
  const look = looks[style];
  const isHeading = style !== 'text';
  const first = style === 'to' ? '' : indent;
  return text.split('\n').flatMap((paragraph) => to.lines(`${first}${paragraph}`, look, to.sheet.content).map((line) => ({ text: line, style: look, x: 0, keep: isHeading })));
}

// Names stand below one another, turned lines too.
function listLines(to: Canvas, { label, titles }: Of<'attachment-list'>): readonly GridLine[] {
  const style = officialLooks.text;
  const left = 2 * em;
  const start = left + to.widthOf(label, style);
  const numbers = titles.length === 1 ? [''] : titles.map((_, index) => `${String(index + 1)}.`);
  const names = start + Math.max(...numbers.map((number) => to.widthOf(number, style)));
  const all = titles.flatMap((title, index): GridLine[] => {
    const [first = '', ...turned] = to.lines(title.replace(/\u3002$/, ''), style, to.sheet.content - names);
    const number = numbers[index] ?? '';
    const head = index === 0 ? { text: `${label}${number}`, x: left } : { text: number, x: start };
    return [{ ...head, style, keep: false, then: { text: first, x: names } }, ...turned.map((text) => ({ text, style, x: names, keep: false }))];
  });
  return [gap(true), ...all];
}

const seal = { above: 2, below: 1 };

// The date ends four characters before the edge; the unit's name stands in the middle above it, where it has room for that.
function signOffLines(to: Canvas, { unit, date }: Of<'sign-off'>): readonly GridLine[] {
  const style = officialLooks.text;
  const { content } = to.sheet;
  const dateWidth = to.widthOf(date, style);
  const middle = content - 4 * em - dateWidth / 2;
  const names = to.lines(unit, style, content - 4 * em).map((text) => ({ text, width: to.widthOf(text, style) }));
  return [
    ...Array.from({ length: seal.above }, () => ({ ...gap(true), isGap: false })),
    ...names.map(({ text, width }) => ({ text, style, x: Math.min(middle - width / 2, content - 2 * em - width), keep: true })),
    { text: date, style, x: middle - dateWidth / 2, keep: true },
    ...Array.from({ length: seal.below }, () => gap(false)),
  ];
}

/** Lists longer than this may go over to another page. */
const longList = 12;

// Seal and date never stand alone: two lines of the body go with them.
function keepClosing(lines: readonly GridLine[], list: number, signOff: number): void {
  const from = signOff - list > longList ? signOff : list;
  for (const line of lines.slice(Math.max(0, from - 2), -1)) line.keep = true;
}
