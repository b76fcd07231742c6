import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fixtureJsonSchema } from '../../src/testing/schema.ts';

it('has a committed JSON Schema that is fresh (npm run fixtures:schema)', () => {
  const committed: unknown = JSON.parse(readFileSync(new URL('../../schemas/fixtures.schema.json', import.meta.url), 'utf8'));
  expect(committed).toEqual(fixtureJsonSchema());
});
