/** zh-CN words: reports. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const reportsWords = {
} as const;
