import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decision/index.ts';
import type { Case, Decision } from '../../src/decision/index.ts';
import { loadPolicy } from '../../src/policy/index.ts';
import { INVARIANTS, raisesNothing } from '../../scripts/decision-invariants.ts';

const policy = loadPolicy('default');
const given: Case = { issue: 'damaged', paid: 89, verification: 'confirmed', stock: 'in', review: { stars: 1, public: true } };
const good = decide(given);

/** Names of the invariants that a decision breaks. */
function brokenBy(decision: Decision, of: Case = given): string[] {
  return Object.entries(INVARIANTS).flatMap(([name, holds]) => (holds(of, decision, policy) ? [] : [name]));
}

function withOffers(offers: Decision['offers']): Decision {
  return { ...good, offers } as Decision;
}

describe('the invariants', () => {
  it('hold of a good decision', () => expect(brokenBy(good)).toEqual([]));

  it.each<[string, Decision, Case?]>([
    ['no coupon above the limit of the tier', withOffers([{ remedy: 'coupon', amount: 20.01, freight: 'none' }])],
    ['no goodwill above the limit of the tier', withOffers([{ remedy: 'goodwill', amount: 12.01, freight: 'none' }])],
    ['no partial refund above the limit of the tier', withOffers([{ remedy: 'partial-refund', amount: 26.71, freight: 'none' }])],
    ['a full or return refund is what was paid', withOffers([{ remedy: 'full-refund', amount: 50, freight: 'none' }])],
    ['nothing above what was paid', withOffers([{ remedy: 'full-refund', amount: 90, freight: 'none' }])],
    ['no remedy twice', withOffers([...good.offers.slice(0, 1), ...good.offers.slice(0, 1)])],
    ['goods have no amount, money has one above 0', withOffers([{ remedy: 'coupon', amount: 0, freight: 'none' }])],
    ['no exchange or resend when stock is out', good, { ...given, stock: 'out' }],
    ['freight only where something comes back', withOffers([{ remedy: 'coupon', amount: 5, freight: 'seller' }])],
    ['nothing rejected, unless asked for', good, { ...given, rejected: ['resend'] }],
    ['exactly the times that may be said', { ...good, times: { ...good.times, refund: null } } as Decision],
    ['a review is asked about only when resolved, bad and private', { ...good, mayAskReview: true }],
    ['a bad public review gets a public answer', { ...good, publicReply: false }],
    ['departments in order, none twice', { ...good, notify: ['quality', 'logistics'] }],
    ['at least one reason, each with its source', { ...good, because: [] }],
    ['a fault is verified before anything is judged', good, { ...given, verification: 'none' }],
    ['a resolved case is answered with thanks', good, { ...given, resolved: true }],
  ])('notice: %s', (name, decision, of = given) => {
    expect(brokenBy(decision, of)).toContain(name);
  });

  it('notice an amount that insisting raised', () => {
    const before = decide({ issue: 'price-dispute', paid: 89 });
    const after = decide({ issue: 'price-dispute', paid: 89 }, { extends: 'default', caps: { coupon: 25 } });
    expect(raisesNothing(before, before)).toBe(true);
    expect(raisesNothing(before, after)).toBe(false);
  });
});
