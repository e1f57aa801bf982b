import type { registersWords as zh } from '../zh-cn/registers.js';

/** English words: registers. */
export const registersWords: Record<keyof typeof zh, string> = {
};
