import { defineConfig } from 'vitest/config';

/** Examples import the library by its name; tests of them read the sources. */
const sources = { 'replyguard/audit': new URL('./src/audit/index.ts', import.meta.url).pathname };

export default defineConfig({
  resolve: { alias: sources },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './scripts/count-reporter.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
