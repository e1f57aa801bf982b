import type { screensWords as zh } from '../zh-cn/screens.js';

/** English words: what commands print on the screen. */
export const screensWords: Record<keyof typeof zh, string> = {
  'actor.scheduler': 'scheduler',
};
