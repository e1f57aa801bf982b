import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^#(.+)\.js$/, replacement: `${import.meta.dirname}/src/$1.ts` }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    disableConsoleIntercept: true,
  },
});
