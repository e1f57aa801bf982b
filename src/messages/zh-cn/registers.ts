/** zh-CN words: registers. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const registersWords = {
} as const;
