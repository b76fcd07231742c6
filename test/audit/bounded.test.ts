import { describe, expect, it } from 'vitest';
import { Bounded, distinctKeys } from '../../src/audit/bounded.ts';
import { addDistinct, countDistinct, EXACT_UP_TO, mergeDistinct } from '../../src/audit/distinct.ts';
import type { Distinct } from '../../src/audit/distinct.ts';
import { hashOf, HASH_RANGE } from '../../src/audit/hash.ts';

const COUNTS = {
  empty: () => ({ count: 0 }),
  merge(into: { count: number }, from: { count: number }) {
    into.count += from.count;
  },
};

describe('a bounded map', () => {
  it('keeps the counts of the keys it lists complete, and the sum of the others', () => {
    const bounded = new Bounded(10, COUNTS);
    for (let round = 1; round <= 3; round++) {
      for (let key = 0; key < 1000; key++) bounded.at(`key ${key}`).count++;
    }
    const { kept, rest } = bounded.entries();
    expect(kept).toHaveLength(10);
    expect(kept.every(([, { count }]) => count === 3)).toBe(true);
    expect(rest?.count).toBe(2970);
  });

  it('estimates how many keys there were', () => {
    const bounded = new Bounded(1000, COUNTS);
    for (let key = 0; key < 50_000; key++) bounded.at(`customer ${key}`).count++;
    expect(Math.abs(distinctKeys(bounded.entries()) / 50_000 - 1)).toBeLessThan(0.1);
  });

  it('takes any text as a key', () => {
    const bounded = new Bounded(5, COUNTS);
    for (const key of ['__proto__', 'constructor', '', '\ud800']) bounded.at(key).count++;
    expect(bounded.entries().kept.map(([key]) => key)).toEqual(['', '__proto__', 'constructor', '\ud800']);
  });
});

describe('counting different texts', () => {
  it('is exact up to the limit', () => {
    const distinct: Distinct = [];
    for (let round = 0; round < 2; round++) for (let at = 0; at < EXACT_UP_TO; at++) addDistinct(distinct, `chat ${at}`);
    expect(countDistinct(distinct)).toEqual({ count: EXACT_UP_TO, exact: true });
  });

  it('is near beyond it, and says so', () => {
    const halves: Distinct[] = [[], []];
    for (let at = 0; at < 20_000; at++) addDistinct(halves[at % 2]!, `chat ${at}`);
    mergeDistinct(halves[0]!, halves[1]!);
    const { count, exact } = countDistinct(halves[0]!);
    expect(exact).toBe(false);
    expect(Math.abs(count / 20_000 - 1)).toBeLessThan(0.2);
  });
});

it('hashes texts to the same numbers on every machine', () => {
  expect(hashOf('会话 1')).toBe(hashOf('会话 1'));
  expect([hashOf(''), hashOf('a'), hashOf('会话 1')]).toMatchInlineSnapshot(`
    [
      3338908027751811,
      7929297801672961,
      5439512533467583,
    ]
  `);
  expect(hashOf('x')).toBeLessThan(HASH_RANGE);
});
