import type { findingsWords as zh } from '../zh-cn/findings.js';

/** English words: findings. */
export const findingsWords: Record<keyof typeof zh, string> = {
};
