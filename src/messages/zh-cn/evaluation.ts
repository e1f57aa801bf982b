/** zh-CN words: evaluation. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const evaluationWords = {
} as const;
