/**
 * However a reply is cut, a stream finds what the check of the whole finds, and releases nothing of a violation. A slice
 * of the fixtures here; all of them, at every place, with `npm run verify:stream` (`STREAM_FIXTURES=all`).
 */
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { createGuard, loadPolicyDocument } from '../../src/index.ts';
import type { Context, FailOn, Guard } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';
import { loadFixtures } from '../../src/testing/files.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { atRandom, byByte, byCodeUnit, expectFaithful, inTwo } from './split.ts';

const FULL = process.env['STREAM_FIXTURES'] === 'all';
/** One of so many fixtures is cut at every place. */
const EVERY = FULL ? 1 : 200;
/** One of so many is cut by code unit, by byte and at random. */
const OFTEN = FULL ? 1 : 10;
const RANDOM_CUTS = FULL ? 20 : 2;
const FAIL_ON: readonly FailOn[] = ['block', 'warn'];

const fixtures = loadFixtures(['.'], { root: fileURLToPath(new URL('../../fixtures', import.meta.url)) });
const reader = learnedReader();
const guards = new Map<string, Guard>();

function guardFor({ policy }: Fixture, second: boolean): Guard {
  const key = JSON.stringify([policy, second]);
  const guard = guards.get(key) ?? createGuard({ policy: loadPolicyDocument(policy), ...(second ? { reader } : {}) });
  guards.set(key, guard);
  return guard;
}

function hold(fixture: Fixture, second: boolean, cuts: (text: string) => readonly (readonly string[])[]): void {
  const { reply } = fixture;
  const context: Context = fixture.context;
  const guard = guardFor(fixture, second);
  const whole = guard.check(reply, context);
  for (const failOn of FAIL_ON) for (const pieces of cuts(reply)) expectFaithful(guard, reply, pieces, context, failOn, whole);
}

const everywhere = (text: string): string[][] => Array.from({ length: text.length + 1 }, (_, at) => inTwo(text, at));
const often = (text: string): string[][] => [byCodeUnit(text), byByte(text), ...Array.from({ length: RANDOM_CUTS }, (_, seed) => atRandom(text, seed))];

describe.each([
  ['the rules alone', false],
  ['with the second reader', true],
])('a stream, %s', (_name, second) => {
  it('is faithful to every fixture by code unit, by byte and cut at random', { timeout: 600_000 }, () => {
    fixtures.forEach((fixture, index) => {
      if (index % OFTEN === 0) hold(fixture, second, often);
    });
  });

  it('is faithful to fixtures cut in two at each place', { timeout: 3_600_000 }, () => {
    fixtures.forEach((fixture, index) => {
      if (index % EVERY === 0) hold(fixture, second, everywhere);
    });
  });
});
