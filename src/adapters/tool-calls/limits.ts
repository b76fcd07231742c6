import type { Context } from '../../context/index.ts';
import type { Remedy } from '../../decision/decision.ts';
import { couponLimit, goodwillLimit, partialRefundLimit } from '../../policy/limits.ts';
import type { LimitFacts } from '../../policy/limits.ts';
import { toMinor } from '../../policy/money.ts';
import type { Policy } from '../../policy/policy.ts';
import type { AmountKind } from './report.ts';

/** Kinds of amounts that are money. */
export type MoneyKind = Exclude<AmountKind, 'multiple'>;

/** The remedies of a decision that an amount can be the carrying out of. */
const REMEDIES: Readonly<Record<MoneyKind, readonly Remedy[]>> = {
  refund: ['full-refund', 'return-refund', 'partial-refund'],
  'partial-refund': ['partial-refund'],
  goodwill: ['goodwill'],
  coupon: ['coupon'],
};

/** Most that may be given of a kind, in hundredths of the policy's currency; Infinity where it depends on what was paid and that is not known. */
export function limitOf(kind: MoneyKind, policy: Policy, context: Context): number {
  const facts = factsOf(context);
  switch (kind) {
    case 'refund':
      return facts.paid ?? Infinity;
    case 'partial-refund':
      return partialRefundLimit(policy, facts);
    case 'goodwill':
      return goodwillLimit(policy, facts);
    case 'coupon':
      return couponLimit(policy, facts);
  }
}

/** Most that the case's decision has of a kind, in hundredths; null where it has none, Infinity where nothing was decided. */
export function decidedLimit(kind: MoneyKind, { decision }: Context): number | null {
  if (decision === undefined) return Infinity;
  const amounts = decision.offers.flatMap(({ remedy, amount }) => (REMEDIES[kind].includes(remedy) ? [amount === null ? Infinity : toMinor(amount)] : []));
  return amounts.length === 0 ? null : Math.max(...amounts);
}

function factsOf({ tier = 'frontline', paid, returnFreight }: Context): LimitFacts {
  return { tier, paid: paid === undefined ? null : toMinor(paid), returnFreight: returnFreight === undefined ? null : toMinor(returnFreight) };
}
