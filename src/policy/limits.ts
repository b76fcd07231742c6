/**
 * How much may be given: the one place that reckons it, for detectors and for decisions.
 * All amounts in hundredths of the policy's currency.
 */
import { times } from './money.ts';
import type { Policy, Tier } from './policy.ts';

/** The facts of a case that every limit depends on. */
export interface TierFacts {
  /** Who answers. */
  readonly tier: Tier;
  /** What the customer paid, in hundredths; null: not known, then it limits nothing. */
  readonly paid: number | null;
}

/** The facts of a case that the limit of goodwill depends on. */
export interface LimitFacts extends TierFacts {
  /** The return freight, in hundredths; null: not known, then the policy's goodwill amount stands. */
  readonly returnFreight: number | null;
}

/** What the caps of a policy are for a case, before any tier: goodwill follows the known return freight. */
export function goodwillCap(policy: Policy, returnFreight: number | null): number {
  const { amount, ceiling } = policy.caps.goodwill;
  const cap = returnFreight ?? amount.minor;
  return ceiling === null ? cap : Math.min(cap, ceiling.minor);
}

/** Most money that this tier may pay as goodwill while the customer keeps the goods. */
export function goodwillLimit(policy: Policy, facts: LimitFacts): number {
  return ofTier(goodwillCap(policy, facts.returnFreight), policy, facts);
}

/** Most that this tier may give in coupons or store credit, in sum. */
export function couponLimit(policy: Policy, facts: TierFacts): number {
  return ofTier(policy.caps.coupon.minor, policy, facts);
}

/**
 * Most that this tier may refund in part: the front line up to the policy's share of what was paid,
 * higher tiers up to what was paid. Infinity where it is not known what was paid.
 */
export function partialRefundLimit(policy: Policy, facts: TierFacts): number {
  if (facts.paid === null) return Infinity;
  return facts.tier === 'frontline' ? times(facts.paid, policy.partialRefundShare) : facts.paid;
}

function ofTier(cap: number, policy: Policy, facts: TierFacts): number {
  const factor = policy.tierFactors[facts.tier];
  if (factor !== 'paid') return Math.min(facts.paid ?? Infinity, factor === 1 ? cap : times(cap, factor));
  return facts.paid ?? ofTier(cap, policy, { ...facts, tier: tierBelow(facts.tier) });
}

/** Where nobody knows what was paid, "what was paid" sets no limit; that of the tier below does. */
function tierBelow(tier: Tier): Tier {
  return tier === 'supervisor' ? 'senior' : 'frontline';
}
