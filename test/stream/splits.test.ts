/**
 * However a reply is cut, a stream finds what the check of the whole finds, and releases nothing of a violation. A slice
 * of the fixtures here; all of them, at every place, with `npm run verify:stream` (`STREAM_EVERY=1`).
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createGuard, loadPolicyDocument, protectStream } from '../../src/index.ts';
import type { Context, FailOn, Guard } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';
import { loadFixtures } from '../../src/testing/files.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { violationsOf } from '../../src/stream/violation.ts';
import { atRandom, byByte, byCodeUnit, expectationOf, expectFaithful, inTwo } from './split.ts';

/** One of so many fixtures is cut at every place. */
const EVERY = Number(process.env['STREAM_EVERY'] ?? 300);
/** One of so many is cut by code unit, by byte and at random. */
const OFTEN = Math.ceil(EVERY / 15);
const RANDOM_CUTS = EVERY === 1 ? 20 : 2;
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
  const expected = expectationOf(guard, reply, context);
  for (const failOn of FAIL_ON) for (const pieces of cuts(reply)) expectFaithful(guard, pieces, context, failOn, expected);
}

function expectProper(fixture: Fixture, second: boolean, failOn: FailOn, pieces: readonly string[]): void {
  const context: Context = fixture.context;
  const guard = guardFor(fixture, second);
  const stream = protectStream(guard, context, { failOn, maxHeld: Infinity });
  const sent = pieces.map((piece) => stream.push(piece)).join('');
  const { release, text, outcome, report } = stream.end();
  expect(sent + release).toBe(text);
  expect(outcome).toBe(violationsOf(guard.check(fixture.reply, context), failOn).length === 0 ? 'passed' : 'replaced');
  expect(report).toEqual(guard.check(fixture.reply, context));
  if (outcome === 'passed') expect(text).toBe(fixture.reply);
  expect(violationsOf(guard.check(text, context), failOn), text).toEqual([]);
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

  it('under replace sends in all what passes the check', { timeout: 600_000 }, () => {
    fixtures.forEach((fixture, index) => {
      if (index % OFTEN === 0) for (const failOn of FAIL_ON) expectProper(fixture, second, failOn, atRandom(fixture.reply, index));
    });
  });

  it('is faithful to fixtures cut in two at each place', { timeout: 3_600_000 }, () => {
    fixtures.forEach((fixture, index) => {
      if (index % EVERY === 0) hold(fixture, second, everywhere);
    });
  });
});
