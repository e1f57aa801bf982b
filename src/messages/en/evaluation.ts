import type { evaluationWords as zh } from '../zh-cn/evaluation.js';

/** English words: evaluation. */
export const evaluationWords: Record<keyof typeof zh, string> = {
};
