import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('has committed JSON Schemas that are fresh (npm run fixtures:schema)', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  expect(execFileSync('node_modules/.bin/tsx', ['scripts/fixture-schema.ts', '--check'], { cwd: root, encoding: 'utf8' })).toBe('');
});
