import type { storeWords as zh } from '../zh-cn/store.js';

/** English words: store. */
export const storeWords: Record<keyof typeof zh, string> = {
};
