import { couponLimit, goodwillLimit, partialRefundLimit } from '../policy/limits.ts';
import { toMajor, toMinor } from '../policy/money.ts';
import type { Policy, Tier } from '../policy/policy.ts';
import type { Case } from './case.ts';
import type { Freight, Offer, Remedy } from './decision.ts';
import type { RowRemedy } from './table.ts';

/** An offer of the standard list, before anything is left out. */
export interface StandardOffer extends Offer {
  /** An ask for less does not lower its amount. */
  readonly neverLowered: boolean;
}

/** The most that a tier may give of a remedy in this case, in hundredths; Infinity where money is not limited. */
export function limitOf(remedy: Remedy, tier: Tier, given: Case, policy: Policy): number {
  const facts = {
    tier,
    paid: toMinor(given.paid),
    returnFreight: given.returnFreight === undefined ? null : toMinor(given.returnFreight),
  };
  switch (remedy) {
    case 'goodwill':
      return goodwillLimit(policy, facts);
    case 'coupon':
      return couponLimit(policy, facts);
    case 'partial-refund':
      return partialRefundLimit(policy, facts);
    case 'full-refund':
    case 'return-refund':
      return facts.paid;
    default:
      return Infinity;
  }
}

/**
 * The offer that a row names, with its standard amount: the front line's limit, whoever answers, or the
 * row's own amount within the limit of the answering tier.
 */
export function standardOffer(row: RowRemedy, given: Case, policy: Policy): StandardOffer {
  return {
    remedy: row.remedy,
    amount: standardAmount(row, given, policy),
    freight: row.freight ?? usualFreight(row.remedy),
    neverLowered: row.neverLowered ?? false,
  };
}

/** Who bears the return where no row names another: the seller where goods come back. */
export function usualFreight(remedy: Remedy): Freight {
  return remedy === 'return-refund' || remedy === 'exchange' ? 'seller' : 'none';
}

function standardAmount(row: RowRemedy, given: Case, policy: Policy): number | null {
  switch (row.remedy) {
    case 'full-refund':
    case 'return-refund':
      return given.paid;
    case 'partial-refund':
    case 'goodwill':
    case 'coupon': {
      if (row.amount === undefined) return toMajor(limitOf(row.remedy, 'frontline', given, policy));
      return Math.min(row.amount, toMajor(limitOf(row.remedy, given.tier ?? 'frontline', given, policy)));
    }
    default:
      return null;
  }
}
