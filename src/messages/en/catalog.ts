import type { catalogWords as zh } from '../zh-cn/catalog.js';

/** English words: catalog. */
export const catalogWords: Record<keyof typeof zh, string> = {
};
