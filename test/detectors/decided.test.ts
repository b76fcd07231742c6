import { describe, expect, it } from 'vitest';
import { compose, decide } from '../../src/decision/index.ts';
import type { Case } from '../../src/decision/index.ts';
import { createGuard } from '../../src/index.ts';
import type { PolicyName } from '../../src/index.ts';

const guards = { default: createGuard(), 'us-store': createGuard({ policy: 'us-store' }) };

function rules(reply: string, given: Case, policy: PolicyName = 'default'): string[] {
  const decision = decide(given, policy);
  const { findings } = guards[policy].check(reply, { apologized: true, paid: given.paid, decision });
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

/** Resend, or a full refund of 89. */
const damaged: Case = { issue: 'damaged', paid: 89, verification: 'confirmed' };
/** Nothing yet. */
const unverified: Case = { issue: 'damaged', paid: 89 };
/** A coupon at the cap, never a date. */
const late: Case = { issue: 'late', paid: 89 };

describe('check against a decision', () => {
  it.each([
    ['another remedy', '可以为您换货。', damaged, 'default'],
    ['another remedy', 'Sorry, we can offer you a coupon of $10.', damaged, 'us-store'],
    ['more than was decided', '抱歉,可以为您全额退款120元。', damaged, 'default'],
    ['a remedy before it was decided', '抱歉,我们可以为您补发。', unverified, 'default'],
    ['a refund where a coupon was decided', '抱歉,可以为您全额退款。', late, 'default'],
  ] as const)('flags %s: %s', (_, reply, given, policy) => {
    expect(rules(reply, given, policy)).toContain('compensation/other-than-decided');
  });

  it.each([
    ['抱歉,退款通常3-5个工作日到账。', unverified, 'default'],
    ['We will see. It leaves our warehouse in 2-3 business days.', late, 'us-store'],
    ['We review it within 24 hours.', damaged, 'us-store'],
  ] as const)('flags a time that was not to be said: %s', (reply, given, policy) => {
    expect(rules(reply, given, policy)).toContain('timeline/not-decided');
  });

  it.each([
    ['抱歉,可以为您全额退款89元,或者为您补发商品。', damaged, 'default'],
    ["We can't offer an exchange, sorry.", damaged, 'us-store'],
    ['We need 1-2 business days to verify this.', unverified, 'us-store'],
  ] as const)('says nothing of what was decided, or was not offered: %s', (reply, given, policy) => {
    expect(rules(reply, given, policy)).toEqual([]);
  });

  it('is silent without a decision', () => {
    const { findings } = guards.default.check('可以为您换货。退款通常3-5个工作日到账。');
    expect(findings).toEqual([]);
  });

  it.each([damaged, unverified, late])('accepts the reply composed from the decision itself', (given) => {
    for (const policy of ['default', 'us-store'] as const) {
      const decision = decide(given, policy);
      const reply = compose(decision, { policy, issue: given.issue });
      expect(guards[policy].check(reply, { complaint: true, paid: given.paid, decision }).findings).toEqual([]);
    }
  });

  it('says what was decided', () => {
    const [finding] = guards.default.check('抱歉,可以为您全额退款120元。', { decision: decide(damaged) }).findings;
    expect(finding).toMatchObject({ offered: { minor: 12000, currency: 'CNY' }, cap: { minor: 8900, currency: 'CNY' } });
  });
});
