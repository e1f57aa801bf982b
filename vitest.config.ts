import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^#(.+)\.js$/, replacement: `${import.meta.dirname}/src/$1.ts` }] },
  test: {
    include: ['test/**/*.test.ts'],
    // Most tests wait for programs or the disk: two at a time, also where the machine has two cores only.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
});
