import type { Block } from '#domain/report-document.js';
import { chineseNumber } from '#messages/chinese-number.js';

type Official = Extract<Block, { kind: 'official' }>;

/** A part of the body of an official paper. */
export function official(style: Official['style'], text: string): Block {
  return { kind: 'official', style, text };
}

/** 一、…: the first level of headings. */
export function firstHeading(number: number, text: string): Block {
  return official('h1', `${chineseNumber(number)}、${text}`);
}

/** （一）…: the second level. */
export function secondHeading(number: number, text: string): Block {
  return official('h2', `（${chineseNumber(number)}）${text}`);
}
