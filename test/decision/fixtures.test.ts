import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { createDecider, DECISION_ROWS, readCase } from '../../src/decision/index.ts';
import { loadPolicyDocument } from '../../src/policy/index.ts';

const folder = 'fixtures/decisions';

const fixtureSchema = z.strictObject({
  id: z.string(),
  note: z.optional(z.string()),
  policy: z.optional(z.unknown()),
  case: z.looseObject({}),
  expect: z.looseObject({}),
  because: z.optional(z.array(z.string())),
});

const files = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => ({
    file,
    fixtures: z.parse(z.array(fixtureSchema), parse(readFileSync(`${folder}/${file}`, 'utf8'))),
  }));
const all = files.flatMap(({ fixtures }) => fixtures);

/** Whether the wanted rules stand among the given ones in this order. */
function inOrder(wanted: readonly string[], given: readonly string[]): boolean {
  let from = 0;
  return wanted.every((rule) => {
    const place = given.indexOf(rule, from);
    from = place + 1;
    return place >= 0;
  });
}

for (const { file, fixtures } of files) {
  describe(`${folder}/${file}`, () => {
    it.each(fixtures.map((fixture) => [fixture.id, fixture] as const))('%s', (_id, fixture) => {
      const decide = createDecider({ policy: loadPolicyDocument(fixture.policy ?? 'default') });
      const decision = decide(readCase(fixture.case));
      expect(decision).toMatchObject(fixture.expect);
      const rules = decision.because.map(({ rule }) => rule);
      expect(inOrder(fixture.because ?? [], rules), `because: ${rules.join(', ')}`).toBe(true);
    });
  });
}

describe('the decision fixtures', () => {
  it('are at least 200, each with its own id and expectation', () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.every((fixture) => Object.keys(fixture.expect).length > 0)).toBe(true);
  });

  it('show every row of the table at work', () => {
    const shown = new Set(
      all.flatMap((fixture) => {
        const decide = createDecider({ policy: loadPolicyDocument(fixture.policy ?? 'default') });
        return decide(readCase(fixture.case)).because.map(({ rule }) => rule);
      }),
    );
    expect(DECISION_ROWS.filter(({ id }) => !shown.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
