import type { factsWords as zh } from '../zh-cn/facts.js';

/** English words: facts. */
export const factsWords: Record<keyof typeof zh, string> = {
};
