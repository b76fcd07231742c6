/** Holds streams of all fixtures to the check of the whole; a slice of them, unless `STREAM_EVERY` says otherwise. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createGuard, loadPolicyDocument, protectStream } from '../../src/index.ts';
import type { Context, FailOn, Guard, SecondReader } from '../../src/index.ts';
import { violationsOf } from '../../src/stream/violation.ts';
import { loadFixtures } from '../../src/testing/files.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { atRandom, byByte, byCodeUnit, expectationOf, expectFaithful, inTwo } from './split.ts';

/** One of so many fixtures is cut at every place. */
const EVERY = Number(process.env['STREAM_EVERY'] ?? 300);
/** One of so many is cut by code unit, by byte and at random. */
const OFTEN = Math.ceil(EVERY / 15);
const RANDOM_CUTS = EVERY === 1 ? 20 : 2;
const FAIL_ON: readonly FailOn[] = ['block', 'warn'];

/**
 * Describes the fidelity of guards.
 *
 * @param options What guards are made with, beside the policy.
 * @param both Whether each place is cut for both `failOn`, or for one in turn.
 */
export function describeFidelity(name: string, options: { readonly reader?: SecondReader }, both: boolean): void {
  const fixtures = loadFixtures(['.'], { root: fileURLToPath(new URL('../../fixtures', import.meta.url)), each: false });
  const guards = new Map<string, Guard>();
  const guardFor = ({ policy }: Fixture): Guard => {
    const key = JSON.stringify(policy);
    const guard = guards.get(key) ?? createGuard({ policy: loadPolicyDocument(policy), ...options });
    guards.set(key, guard);
    return guard;
  };
  const each = (every: number, test: (guard: Guard, reply: string, context: Context, index: number) => void): void => {
    fixtures.forEach((fixture, index) => {
      if (index % every === 0) test(guardFor(fixture), fixture.reply, fixture.context, index);
    });
  };

  describe(name, () => {
    it('is faithful to fixtures by code unit, by byte and cut at random', { timeout: 900_000 }, () => {
      each(OFTEN, (guard, reply, context) => {
        const expected = expectationOf(guard, reply, context);
        for (const pieces of often(reply)) for (const failOn of FAIL_ON) expectFaithful(guard, pieces, context, failOn, expected);
      });
    });

    it('is faithful to fixtures cut in two at each place', { timeout: 3_600_000 }, () => {
      each(EVERY, (guard, reply, context) => {
        const expected = expectationOf(guard, reply, context);
        for (let at = 0; at <= reply.length; at++) {
          FAIL_ON.forEach((failOn, turn) => {
            if (both || at % FAIL_ON.length === turn) expectFaithful(guard, inTwo(reply, at), context, failOn, expected);
          });
        }
      });
    });

    it('under replace sends in all what passes the check', { timeout: 900_000 }, () => {
      each(OFTEN, (guard, reply, context, index) => {
        for (const failOn of FAIL_ON) expectProper(guard, reply, context, failOn, atRandom(reply, index));
      });
    });
  });
}

function often(text: string): string[][] {
  return [byCodeUnit(text), byByte(text), ...Array.from({ length: RANDOM_CUTS }, (_, seed) => atRandom(text, seed))];
}

function expectProper(guard: Guard, reply: string, context: Context, failOn: FailOn, pieces: readonly string[]): void {
  const stream = protectStream(guard, context, { failOn, maxHeld: Infinity });
  const sent = pieces.map((piece) => stream.push(piece)).join('');
  const { release, text, outcome, report } = stream.end();
  const whole = guard.check(reply, context);
  expect(sent + release).toBe(text);
  expect(outcome).toBe(violationsOf(whole, failOn).length === 0 ? 'passed' : 'replaced');
  expect(report).toEqual(whole);
  if (outcome === 'passed') expect(text).toBe(reply);
  expect(violationsOf(guard.check(text, context), failOn), text).toEqual([]);
}
