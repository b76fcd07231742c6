import { describe, expect, it } from 'vitest';
import { couponLimit, goodwillLimit, loadPolicy, partialRefundLimit, times, toMinor } from '../../src/policy/index.ts';
import type { Tier } from '../../src/policy/index.ts';

const chinese = loadPolicy('default');
const american = loadPolicy('us-store');

describe('goodwillLimit', () => {
  it.each<[Tier, number | null, number | null, number]>([
    ['frontline', 8900, null, 1200],
    ['frontline', 8900, 2500, 2500],
    ['frontline', 8900, 0, 0],
    ['frontline', 1000, 2500, 1000],
    ['senior', 8900, null, 3600],
    ['senior', 3000, null, 3000],
    ['supervisor', 8900, null, 8900],
    ['supervisor', 500, null, 500],
    ['supervisor', null, null, 3600],
    ['frontline', null, null, 1200],
  ])('%s, paid %s, freight %s: %s', (tier, paid, returnFreight, limit) => {
    expect(goodwillLimit(chinese, { tier, paid, returnFreight })).toBe(limit);
  });

  it.each<[Tier, number | null, number]>([
    ['frontline', null, 800],
    ['frontline', 500, 500],
    ['frontline', 2500, 800],
    ['senior', 2500, 2400],
  ])('us-store never pays above its ceiling: %s, freight %s: %s', (tier, returnFreight, limit) => {
    expect(goodwillLimit(american, { tier, paid: 9900, returnFreight })).toBe(limit);
  });
});

describe('couponLimit and partialRefundLimit', () => {
  it('follow the tier and stop at what was paid', () => {
    expect(couponLimit(chinese, { tier: 'frontline', paid: 8900 })).toBe(2000);
    expect(couponLimit(chinese, { tier: 'senior', paid: 8900 })).toBe(6000);
    expect(couponLimit(chinese, { tier: 'senior', paid: 4000 })).toBe(4000);
    expect(partialRefundLimit(chinese, { tier: 'frontline', paid: 6660 })).toBe(1998);
    expect(partialRefundLimit(chinese, { tier: 'senior', paid: 6660 })).toBe(6660);
    expect(partialRefundLimit(chinese, { tier: 'frontline', paid: null })).toBe(Infinity);
  });
});

describe('amounts', () => {
  it('are reckoned in whole hundredths, rounded down', () => {
    expect(toMinor(66.6)).toBe(6660);
    expect(toMinor(0.29)).toBe(29);
    expect(toMinor(19.99)).toBe(1999);
    expect(times(6660, 0.3)).toBe(1998);
    expect(times(1001, 0.3)).toBe(300);
    expect(times(3333, 3)).toBe(9999);
  });

  it('stay finite however large', () => {
    expect(toMinor(Number.MAX_VALUE)).toBe(Number.MAX_VALUE);
    expect(times(Number.MAX_VALUE, 3)).toBeLessThanOrEqual(Number.MAX_VALUE);
    expect(times(Number.MAX_VALUE, 0.3)).toBeLessThan(Number.MAX_VALUE);
  });
});
