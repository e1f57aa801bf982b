/** zh-CN words: catalog. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const catalogWords = {
} as const;
