import type { reportsWords as zh } from '../zh-cn/reports.js';

/** English words: reports. */
export const reportsWords: Record<keyof typeof zh, string> = {
};
