import { describe, expect, it } from 'vitest';
import { compose, decide } from '../../src/decision/index.ts';
import { createGuard } from '../../src/index.ts';
import { commitmentFaults } from '../../scripts/wording-commitments.ts';
import { verifyWording } from '../../scripts/wording-verification.ts';

const damaged = decide({ issue: 'damaged', paid: 89, verification: 'confirmed' });
const guard = createGuard();

describe('the composed replies of a slice of the case space', () => {
  it('pass their check, commit to what was decided and use every variant', () => {
    const { replies, faults } = verifyWording(1993);
    expect(faults).toEqual([]);
    expect(replies).toBeGreaterThan(50_000);
  });
});

describe('the comparison of commitments with the decision', () => {
  it('finds none wrong in the composed reply', () => {
    expect(commitmentFaults(guard.check(compose(damaged)), damaged, 'private')).toEqual([]);
  });

  it.each([
    ['an offer that is missing', '可以为您全额退款89元。退款通常3-5个工作日到账。仓库发出商品需要1-3个工作日。', 'not said: resend'],
    ['another amount', '可以为您全额退款80元,或者为您补发商品。退款通常3-5个工作日到账。仓库发出商品需要1-3个工作日。', 'not said: full-refund'],
    ['another remedy', `${compose(damaged)}可以为您换货。`, 'not decided: exchange-offer'],
    ['another time', compose(damaged).replace('3-5个', '4-6个'), 'not said: the time of refund'],
  ])('finds %s', (_, reply, fault) => {
    expect(commitmentFaults(guard.check(reply), damaged, 'private')).toContain(fault);
  });

  it('finds an offer in public', () => {
    expect(commitmentFaults(guard.check('可以为您全额退款89元。', { channel: 'public' }), damaged, 'public')).toContain('in public: full-refund');
  });
});
