import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const source = join(import.meta.dirname, '../../../src');

/** The example of vitest on the source of this library, as it would run on the built package. */
export default defineConfig({
  root: join(import.meta.dirname, '../../../examples/vitest'),
  resolve: { alias: { 'replyguard/vitest/register': join(source, 'adapters/vitest/register.ts') } },
  test: { include: ['*.test.ts'], reporters: ['json'], maxWorkers: 1 },
});
