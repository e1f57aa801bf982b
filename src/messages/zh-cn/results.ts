/** zh-CN words: results. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const resultsWords = {
} as const;
