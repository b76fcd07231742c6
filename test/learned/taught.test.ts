import { expect, it } from 'vitest';
import { loadPolicyDocument } from '../../src/index.ts';
import { isTaught } from '../../src/learned/taught.ts';

const unpaid = { paid: null };

it('knows the numbers of the presets', () => {
  for (const preset of ['default', 'us-store']) {
    const policy = loadPolicyDocument(preset);
    expect((['refund', 'dispatch', 'coupon', 'goodwill', 'multiple'] as const).map((limit) => isTaught(limit, policy, unpaid))).toEqual([true, true, true, true, true]);
  }
});

it('knows no other number, and nothing that depends on the case', () => {
  const policy = loadPolicyDocument({ extends: 'default', timelines: { refund: { min: 7, max: 10, unit: 'business-day' } } });
  expect([isTaught('refund', policy, unpaid), isTaught('dispatch', policy, unpaid)]).toEqual([false, true]);
  expect(isTaught('decided', policy, unpaid)).toBe(false);
  expect([isTaught('paid', policy, unpaid), isTaught('paid', policy, { paid: 59 })]).toEqual([true, false]);
});
