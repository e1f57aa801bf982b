/** zh-CN words: cli. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const cliWords = {
} as const;
