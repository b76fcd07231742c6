/**
 * The space of cases, every field at its edges: each value of an enum, below, at and above every limit,
 * each flag, each set of rejected remedies. A full product of all fields would have more than 10^14
 * cases, so it is covered by blocks: each crosses fully the fields that meet in the rules it is about,
 * and the last one walks the whole product in even steps.
 */
import type { Case } from '../src/decision/index.ts';
import { ISSUES, REMEDIES, STOCKS, VERIFICATIONS } from '../src/decision/index.ts';
import { couponLimit, goodwillLimit, partialRefundLimit, TIERS, toMajor, toMinor } from '../src/policy/index.ts';
import type { LimitFacts, Policy, Tier } from '../src/policy/index.ts';

/** Changes a case under construction; fields come in the order of the block's axes. */
type Step = (draft: Draft) => void;
type Draft = { -readonly [K in keyof Case]: Case[K] };

/** A product of axes, or every n-th case of it. */
export interface Block {
  readonly name: string;
  /** How many cases it gives. */
  readonly size: number;
  /** The case of this number, 0 to size - 1. */
  readonly at: (index: number) => Case;
}

function axis<K extends keyof Case>(field: K, values: readonly Case[K][]): Step[] {
  return values.map((value) => (draft) => {
    if (value === undefined) delete draft[field];
    else draft[field] = value;
  });
}

function subsets<T>(values: readonly T[]): T[][] {
  return values.reduce<T[][]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [[]]);
}

const EVIDENCE = [false, true].flatMap((received) =>
  [0, 1, 2].flatMap((requests) => [true, false].map((canShow) => ({ received, requests, canShow }))),
);
const REVIEWS = [undefined, ...[1, 2, 3, 4, 5].flatMap((stars) => [true, false].map((isPublic) => ({ stars, public: isPublic })))];

/** No demand; every remedy without an amount; every money remedy below, at and above every limit that it has. */
function asks(policy: Policy): Step[] {
  const steps: Step[] = [(draft) => delete draft.ask];
  const cent = 0.01;
  const add = (remedy: NonNullable<Case['ask']>['remedy'], amount?: (draft: Draft) => number): void => {
    steps.push((draft) => {
      const asked = amount === undefined ? undefined : Math.round(amount(draft) * 100) / 100;
      draft.ask = asked === undefined || asked <= 0 ? { remedy } : { remedy, amount: asked };
    });
  };
  const factsOf = (draft: Draft, tier: Tier): LimitFacts => ({
    tier,
    paid: toMinor(draft.paid),
    returnFreight: draft.returnFreight === undefined ? null : toMinor(draft.returnFreight),
  });
  const limits = { compensation: goodwillLimit, goodwill: goodwillLimit, coupon: couponLimit, 'partial-refund': partialRefundLimit };
  for (const remedy of [...REMEDIES, 'compensation'] as const) add(remedy);
  for (const remedy of ['compensation', 'goodwill', 'coupon', 'partial-refund'] as const) {
    add(remedy, () => cent);
    for (const tier of TIERS) {
      for (const difference of [-cent, 0, cent]) {
        add(remedy, (draft) => toMajor(limits[remedy](policy, factsOf(draft, tier))) + difference);
      }
    }
  }
  for (const remedy of ['full-refund', 'return-refund'] as const) {
    for (const difference of [-cent, 0, cent]) add(remedy, (draft) => draft.paid + difference);
  }
  add('compensation', (draft) => draft.paid * 3);
  return steps;
}

function block(name: string, axes: readonly (readonly Step[])[], sample = Infinity): Block {
  const total = axes.reduce((product, steps) => product * BigInt(steps.length), 1n);
  const size = Number(total < BigInt(Math.min(sample, 1e9)) ? total : BigInt(Math.min(sample, 1e9)));
  const whole = BigInt(size) === total;
  // An even walk through the product: the step has no small factor, so that every axis keeps changing.
  const stride = whole ? 1n : total / BigInt(size) / 30030n * 30030n + 17n;
  return {
    name,
    size,
    at: (index) => {
      const draft: Draft = { issue: 'late', paid: 0 };
      let rest = (BigInt(index) * stride) % total;
      for (const steps of axes) {
        const count = BigInt(steps.length);
        steps[Number(rest % count)]?.(draft);
        rest /= count;
      }
      return draft;
    },
  };
}

/** The blocks for a policy. `contacts` comes first in each, so that neighbours differ in it alone. */
export function decisionSpace(policy: Policy): Block[] {
  const window = policy.returnWindowDays;
  const low = toMajor(policy.lowValue.minor);
  const coupon = toMajor(policy.caps.coupon.minor);
  const goodwill = toMajor(policy.caps.goodwill.amount.minor);
  const issue = axis('issue', ISSUES);
  const verification = axis('verification', VERIFICATIONS);
  const stock = axis('stock', STOCKS);
  const bulky = axis('bulky', [false, true]);
  const tier = axis('tier', TIERS);
  const contacts = axis('contacts', [1, 2, 3, 4]);
  const days = axis('daysSinceDelivery', [undefined, 0, window, window + 1]);
  const resolved = axis('resolved', [false, true]);
  const claims = axis('claims90d', [0, policy.riskClaims - 1, policy.riskClaims]);
  const complaints = axis('sameProductComplaints', [0, policy.productAlert - 1, policy.productAlert]);
  const channel = axis('channel', ['private', 'public']);
  const rejected = axis('rejected', subsets(REMEDIES));
  const prices = [0, 0.03, goodwill - 1, goodwill, coupon, Math.max(low - 0.01, 0), low, low + 0.01, 66.6, coupon * 3, 399.99];
  const paid = axis('paid', prices);
  const freight = axis('returnFreight', [undefined, 0, 3.5, goodwill, goodwill * 2, 500]);
  // Only cases whose remedies come into question: proof that cannot be had, or a confirmed fault.
  const open: Step[] = (['none', 'confirmed'] as const).map((value) => (draft) => {
    draft.verification = value;
    draft.evidence = { canShow: false };
  });
  const place = axis('daysSinceDelivery', [window, window + 1]);
  const ask = asks(policy);
  return [
    block('course', [
      axis('contacts', [1, 2, 3]), issue, verification, axis('evidence', EVIDENCE), bulky, stock, days,
      axis('paid', [low, low + 0.01]), resolved, claims, axis('tier', ['frontline', 'supervisor']),
    ]),
    block('asks', [
      axis('contacts', [1, 3]), ask, issue, open, bulky, axis('stock', ['in', 'out']), place, tier,
      axis('paid', [0, 5, low, 66.6, 399.99]), axis('returnFreight', [undefined, 3.5, goodwill * 2]),
    ]),
    block('rejected', [
      tier, rejected, issue, open, bulky, stock, place,
      axis('ask', [undefined, { remedy: 'coupon' }, { remedy: 'goodwill' }, { remedy: 'return-refund' }, { remedy: 'compensation', amount: 5 }, { remedy: 'coupon', amount: 5000 }]),
      axis('paid', [low + 1]),
    ]),
    block('notes', [
      axis('contacts', [1, 3]), axis('review', REVIEWS), issue, verification, resolved, claims, complaints, channel, days, axis('paid', [89]),
    ]),
    block('everything', [
      contacts, issue, verification, axis('evidence', EVIDENCE), bulky, stock, tier, days, paid, freight, ask,
      rejected, resolved, claims, complaints, axis('review', REVIEWS), channel,
    ], 1_500_000),
  ];
}
