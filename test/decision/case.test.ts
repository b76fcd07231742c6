import { describe, expect, expectTypeOf, it } from 'vitest';
import { CaseError, decide, readCase } from '../../src/decision/index.ts';
import type { Case, Issue } from '../../src/decision/index.ts';

function faultsOf(input: unknown): string[] {
  try {
    readCase(input);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return error.issues.map(({ path, expected }) => `${path}: ${expected}`);
  }
  return [];
}

const plain = { issue: 'late', paid: 89 };

describe('readCase', () => {
  it('needs the issue and what was paid', () => {
    expect(faultsOf({}).map((line) => line.split(':')[0])).toEqual(['issue', 'paid']);
    expect(faultsOf(plain)).toEqual([]);
  });

  it('accepts every field, and odd combinations', () => {
    const given: Case = {
      id: 'c-001',
      issue: 'lost',
      paid: 0,
      verification: 'refuted',
      evidence: { received: true, requests: 0, canShow: false },
      bulky: true,
      returnFreight: 0,
      stock: 'out',
      daysSinceDelivery: 0,
      ask: { remedy: 'compensation', amount: 0.01 },
      rejected: ['goodwill', 'coupon'],
      contacts: 1,
      claims90d: 0,
      sameProductComplaints: 0,
      review: { stars: 5, public: false },
      resolved: true,
      tier: 'supervisor',
      channel: 'public',
    };
    expect(readCase(given)).toEqual(given);
  });

  it('names all faults at once, each with its path and what was expected', () => {
    expect(
      faultsOf({
        id: 7,
        issue: 'broken',
        paid: -1,
        verification: 'maybe',
        evidence: { received: 'yes', requests: -1, seen: true },
        bulky: 1,
        returnFreight: Number.POSITIVE_INFINITY,
        stock: 'none',
        daysSinceDelivery: 1.5,
        ask: { remedy: 'money', amount: 0 },
        rejected: ['compensation', 'coupon', 'goodwill', 'coupon'],
        contacts: 0,
        claims90d: '5',
        sameProductComplaints: -1,
        review: { stars: 6 },
        resolved: 'no',
        tier: 'boss',
        channel: 'email',
        mood: 'bad',
      }).map((line) => line.replace(/one of .*/, 'one of …')),
    ).toEqual([
      'id: a text',
      'issue: one of …',
      'paid: a number ≥ 0',
      'verification: one of …',
      'evidence.received: true or false',
      'evidence.requests: a whole number ≥ 0',
      'evidence.seen: no field of this name',
      'bulky: true or false',
      'returnFreight: a number ≥ 0',
      'stock: one of …',
      'daysSinceDelivery: a whole number ≥ 0',
      'ask.remedy: one of …',
      'ask.amount: a number > 0',
      'rejected[0]: one of …',
      'rejected[3]: no remedy named before',
      'contacts: a whole number ≥ 1',
      'claims90d: a whole number ≥ 0',
      'sameProductComplaints: a whole number ≥ 0',
      'review.stars: a whole number from 1 to 5',
      'review.public: true or false',
      'resolved: true or false',
      'tier: one of …',
      'channel: one of …',
      'mood: no field of this name',
    ]);
  });

  it.each(['exchange', 'resend', 'resend-part'])('an ask for %s has no amount', (remedy) => {
    expect(faultsOf({ ...plain, ask: { remedy } })).toEqual([]);
    expect(faultsOf({ ...plain, ask: { remedy, amount: 5 } })).toEqual([
      'ask.amount: no amount, since this remedy is no money',
    ]);
  });

  it.each(['compensation', 'goodwill', 'coupon', 'full-refund', 'partial-refund', 'return-refund'])(
    'an ask for %s can have one',
    (remedy) => expect(faultsOf({ ...plain, ask: { remedy, amount: 5 } })).toEqual([]),
  );

  it.each([
    'id', 'verification', 'evidence', 'bulky', 'returnFreight', 'stock', 'daysSinceDelivery', 'ask', 'rejected',
    'contacts', 'claims90d', 'sameProductComplaints', 'review', 'resolved', 'tier', 'channel',
  ])('%s: null is refused, undefined is left out', (field) => {
    expect(faultsOf({ ...plain, [field]: null })).toHaveLength(1);
    expect(faultsOf({ ...plain, [field]: undefined })).toEqual([]);
  });

  it.each([null, undefined, 'late', 3, []])('%j is no case', (value) => {
    expect(faultsOf(value)).toEqual([': an object']);
  });

  it('is typed', () => {
    expectTypeOf<Case['issue']>().toEqualTypeOf<Issue>();
    expectTypeOf<{ issue: 'late'; paid: 3 }>().toExtend<Case>();
    // @ts-expect-error the price is missing
    expect(() => decide({ issue: 'late' })).toThrow('paid: expected a number ≥ 0');
    // @ts-expect-error compensation is an ask, not a remedy that can be turned down
    expect(() => decide({ issue: 'late', paid: 1, rejected: ['compensation'] })).toThrow(CaseError);
  });
});
