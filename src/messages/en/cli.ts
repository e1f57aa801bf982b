import type { cliWords as zh } from '../zh-cn/cli.js';

/** English words: cli. */
export const cliWords: Record<keyof typeof zh, string> = {
};
