import type { resultsWords as zh } from '../zh-cn/results.js';

/** English words: results. */
export const resultsWords: Record<keyof typeof zh, string> = {
};
