import { describe, expect, expectTypeOf, it } from 'vitest';
import defaultDocument from '../../rules/policies/default.json';
import usStoreDocument from '../../rules/policies/us-store.json';
import { PolicyError } from '../../src/errors.ts';
import { loadPolicy, loadPolicyDocument } from '../../src/policy/index.ts';
import type { Policy, PolicyInput, PolicyName } from '../../src/policy/index.ts';

/** Every fault of a policy as `path: expected`, or an empty list. */
function faultsOf(input: unknown): string[] {
  try {
    loadPolicyDocument(input);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.issues.map((issue) => `${issue.path}: ${issue.expected}`);
  }
  return [];
}

describe('presets', () => {
  it('default holds the values of the guide', () => {
    const policy = loadPolicy('default');
    expect(policy).toMatchObject({
      name: 'default',
      currency: 'CNY',
      language: 'zh',
      caps: { coupon: { minor: 2000, currency: 'CNY' }, goodwill: { amount: { minor: 1200 }, ceiling: null } },
      maxMultiple: 1,
      timelines: {
        refund: { min: 3, max: 5, unit: 'business-day' },
        verification: { min: 1, max: 3, unit: 'business-day' },
        escalationReview: { min: 0, max: 24, unit: 'hour' },
        firstReply: { min: 0, max: 24, unit: 'hour' },
        dispatch: { min: 1, max: 3, unit: 'business-day' },
        delivery: 'estimate',
      },
      returnWindowDays: 7,
      lowValue: { minor: 3000, currency: 'CNY' },
      partialRefundShare: 0.3,
      riskClaims: 5,
      productAlert: 3,
      maxOffers: 2,
      tierFactors: { frontline: 1, senior: 3, supervisor: 'paid' },
    });
  });

  it('us-store holds the values of the guide', () => {
    expect(loadPolicy('us-store')).toMatchObject({
      currency: 'USD',
      language: 'en',
      caps: { coupon: { minor: 1000, currency: 'USD' }, goodwill: { amount: { minor: 800 }, ceiling: { minor: 800 } } },
      timelines: {
        refund: { min: 5, max: 10, unit: 'business-day' },
        verification: { min: 1, max: 2, unit: 'business-day' },
        dispatch: { min: 2, max: 3, unit: 'business-day' },
      },
      returnWindowDays: 30,
      lowValue: { minor: 1500 },
    });
  });

  it('pass the schema that other policies must pass', () => {
    expect(loadPolicyDocument(defaultDocument)).toEqual({ ...loadPolicy('default'), extends: null });
    expect(loadPolicyDocument(usStoreDocument)).toEqual({ ...loadPolicy('us-store'), extends: null });
  });

  it('block over-promises and warn of most bad conduct', () => {
    const { severities } = loadPolicy('default');
    const blocking = Object.entries(severities).filter(([, severity]) => severity === 'block');
    expect(blocking.map(([category]) => category).sort()).toEqual([
      'compensation',
      'disclosure',
      'future',
      'guarantee',
      'liability',
      'off-platform',
      'public-exposure',
      'review-pressure',
      'timeline',
    ]);
    expect(severities['cold']).toBe('warn');
    expect(Object.keys(severities)).toHaveLength(14);
  });
});

describe('a policy that extends a preset', () => {
  it('changes what it names and keeps the rest, at every depth', () => {
    const policy = loadPolicy({
      extends: 'default',
      name: 'my shop',
      caps: { coupon: 30.5 },
      timelines: { refund: { max: 7 } },
      severities: { cold: 'block', 'timeline/refund': 'warn' },
    });
    expect(policy.name).toBe('my shop');
    expect(policy.extends).toBe('default');
    expect(policy.caps.coupon).toEqual({ minor: 3050, currency: 'CNY' });
    expect(policy.caps.goodwill.amount.minor).toBe(1200);
    expect(policy.timelines.refund).toEqual({ min: 3, max: 7, unit: 'business-day' });
    expect(policy.severities).toMatchObject({ cold: 'block', guarantee: 'block', 'timeline/refund': 'warn' });
  });

  it('replaces lists whole', () => {
    const first: PolicyInput = { extends: 'default', published: { benefits: ['运费险'] }, off: ['cold'] };
    const policy = loadPolicy(first);
    expect(policy.published.benefits).toEqual(['运费险']);
    expect(policy.published.channels).toEqual([]);
    expect(policy.off).toEqual(['cold']);
  });

  it('takes undefined as left out', () => {
    expect(loadPolicy({ extends: 'default', caps: undefined }).caps.coupon.minor).toBe(2000);
  });

  it('can lift the ceiling of a preset with null', () => {
    const policy = loadPolicy({ extends: 'us-store', caps: { goodwill: { ceiling: null } } });
    expect(policy.caps.goodwill.ceiling).toBeNull();
  });

  it('needs every amount once the currency changes', () => {
    expect(faultsOf({ extends: 'us-store', currency: 'EUR', caps: { coupon: 9 } })).toEqual([
      "caps.goodwill.amount: an amount in EUR, since the preset's is in USD",
      "caps.goodwill.ceiling: an amount in EUR, since the preset's is in USD",
      "lowValue: an amount in EUR, since the preset's is in USD",
    ]);
    const policy = loadPolicy({
      extends: 'default',
      currency: 'EUR',
      caps: { coupon: 9, goodwill: { amount: 6 } },
      lowValue: 12,
    });
    expect(policy.lowValue).toEqual({ minor: 1200, currency: 'EUR' });
  });

  it('may name its own currency again', () => {
    expect(faultsOf({ extends: 'default', currency: 'CNY' })).toEqual([]);
  });
});

describe('a wrong policy', () => {
  it('names every fault with its path and what was expected', () => {
    expect(
      faultsOf({
        extends: 'default',
        caps: { coupon: -1, cupon: 3 },
        timelines: { refund: { max: 1 }, dispatch: { unit: 'week' }, delivery: 'soon' },
        partialRefundShare: 30,
        maxOffers: 0,
        tierFactors: { senior: 0.5 },
        severities: { cold: 'fatal' },
        off: ['No Such Rule'],
        published: { refundWays: [{ names: [], duration: { min: 0, max: 2, unit: 'hour' } }] },
        color: 'red',
      }).sort(),
    ).toEqual([
      'caps.coupon: a number ≥ 0 with at most 2 decimals',
      'caps.cupon: no field of this name',
      'color: no field of this name',
      'maxOffers: a whole number ≥ 1',
      'off[0]: a category or the id of a rule',
      'partialRefundShare: a number from 0 to 1',
      'published.refundWays[0].names: at least one name',
      'severities.cold: one of "info", "warn", "block"',
      'tierFactors.senior: a number ≥ 1, or "paid"',
      'timelines.delivery: "estimate" or a duration',
      'timelines.dispatch.unit: one of "minute", "hour", "day", "business-day"',
      'timelines.refund.max: a number not below min',
    ]);
  });

  it.each([
    [{ lowValue: 1.005 }, 'lowValue: a number ≥ 0 with at most 2 decimals'],
    [{ lowValue: null }, 'lowValue: a number ≥ 0 with at most 2 decimals'],
    [{ lowValue: Number.NaN }, 'lowValue: a number ≥ 0 with at most 2 decimals'],
    [{ currency: 'yuan' }, 'currency: an ISO 4217 code such as "CNY"'],
    [{ tierFactors: { senior: 'paid', supervisor: 5 } }, 'tierFactors.supervisor: a factor not below the senior factor'],
    [{ tierFactors: { frontline: 4 } }, 'tierFactors.senior: a factor not below the frontline factor'],
    [{ published: { cutoffs: [{ before: '25:00', dispatch: { min: 0, max: 1, unit: 'day' } }] } }, 'published.cutoffs[0].before: a time such as "16:00"'],
    [{ extends: 'amazon' }, 'extends: one of "default", "us-store"'],
    [JSON.parse('{"__proto__": {"caps": 1}}'), '__proto__: no field of this name'],
  ])('%j', (changes: object, fault) => {
    const faults = faultsOf({ extends: 'default', ...Object.fromEntries(Object.entries(changes)) });
    expect(faults.some((line) => line.startsWith(fault))).toBe(true);
  });

  it.each(['amazon', null, 3, []])('%j is no policy', (input) => {
    expect(faultsOf(input)).toEqual([': the name of a policy (default, us-store) or a policy document']);
  });

  it('without extends must be complete', () => {
    const faults = faultsOf({ currency: 'EUR' });
    expect(faults).toContain('caps: an object');
    expect(faults).toContain('riskClaims: a whole number ≥ 1');
    expect(faults.join()).not.toContain('published');
  });

  it('carries the first path and reads as a sentence', () => {
    expect(() => loadPolicyDocument({ extends: 'default', caps: { coupon: -1 } })).toThrow(
      'caps.coupon: expected a number ≥ 0',
    );
    try {
      loadPolicyDocument({ extends: 'default', caps: { coupon: -1 } });
    } catch (error) {
      expect(error).toMatchObject({ name: 'PolicyError', path: 'caps.coupon' });
    }
  });
});

describe('a loaded policy', () => {
  it('comes back as it is', () => {
    const policy = loadPolicy({ extends: 'default', riskClaims: 9 });
    expect(loadPolicy(policy)).toBe(policy);
    expect(loadPolicy(loadPolicy('us-store'))).toBe(loadPolicy('us-store'));
  });

  it('cannot be changed, and does not share lists with its input', () => {
    const benefits = ['包邮'];
    const policy = loadPolicy({ extends: 'default', published: { benefits } });
    benefits.push('三倍赔偿');
    expect(policy.published.benefits).toEqual(['包邮']);
    expect(Object.isFrozen(policy.caps.coupon)).toBe(true);
  });
});

describe('types', () => {
  it('tell presets, documents and extensions apart', () => {
    expectTypeOf<PolicyName>().toEqualTypeOf<'default' | 'us-store'>();
    expectTypeOf(loadPolicy).returns.toEqualTypeOf<Policy>();
    expectTypeOf<{ extends: 'default'; caps: { coupon: 5 } }>().toExtend<PolicyInput>();
    expectTypeOf(defaultDocument.caps.coupon).toBeNumber();
    // @ts-expect-error there is no such preset
    expect(() => loadPolicy('amazon')).toThrow(PolicyError);
    // @ts-expect-error a document without extends must be complete
    expect(() => loadPolicy({ currency: 'EUR' })).toThrow(PolicyError);
    // @ts-expect-error a field of no such name
    expect(() => loadPolicy({ extends: 'default', caps: { cupon: 5 } })).toThrow(PolicyError);
    // @ts-expect-error a severity of no such name
    expect(() => loadPolicy({ extends: 'default', severities: { cold: 'fatal' } })).toThrow(PolicyError);
  });
});
