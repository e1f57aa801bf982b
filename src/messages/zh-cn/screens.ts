/** zh-CN words: what commands print on the screen. */
export const screensWords = {
  'actor.scheduler': '定时任务',
} as const;
