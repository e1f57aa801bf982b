/** zh-CN words: findings. `error.<code>` says what happened, `error.<code>.cure` what to do. */
export const findingsWords = {
} as const;
