/** zh-CN words: facts. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const factsWords = {
} as const;
