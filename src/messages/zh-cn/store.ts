/** zh-CN words: store. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const storeWords = {
} as const;
