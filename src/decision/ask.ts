import { toMinor } from '../policy/money.ts';
import type { Policy, Tier } from '../policy/policy.ts';
import { TIERS } from '../policy/policy.ts';
import type { Case } from './case.ts';
import type { Remedy } from './decision.ts';
import type { StandardOffer } from './offers.ts';
import { limitOf, usualFreight } from './offers.ts';
import type { AskFact } from './table.ts';

/** What a customer demands. */
export type Ask = NonNullable<Case['ask']>;

/** A demand, measured. */
export interface MeasuredAsk {
  /** The remedy that would be given: compensation is paid as goodwill. */
  readonly remedy: Remedy;
  /** How it relates to what may be given. */
  readonly fact: AskFact;
  /** The lowest tier above the answering one whose limit covers it; null unless `above-tier`. */
  readonly coveredBy: 'senior' | 'supervisor' | null;
}

/** Measures a demand against what the case allows and against the limits of the tiers. */
export function measureAsk(
  ask: Ask,
  standard: readonly StandardOffer[],
  given: Case,
  policy: Policy,
): MeasuredAsk {
  const remedy: Remedy = ask.remedy === 'compensation' ? 'goodwill' : ask.remedy;
  const listed = standard.some((offer) => offer.remedy === remedy);
  const result = (fact: AskFact): MeasuredAsk => ({ remedy, fact, coveredBy: null });
  if (ask.amount === undefined) return result(listed ? 'without-amount' : 'not-offered');

  const asked = ask.amount;
  const covers = (tier: Tier): boolean =>
    asked <= given.paid && toMinor(asked) <= limitOf(remedy, tier, given, policy);
  const higher = TIERS.slice(TIERS.indexOf(given.tier ?? 'frontline'));
  const covering = higher.find(covers);
  if (covering === undefined) return result('above-every-limit');
  // Money while the goods are kept can be granted in any case; another remedy only where the case has it.
  if (!listed && ask.remedy !== 'compensation') return result('not-offered');
  if (covering === higher[0] || covering === 'frontline') return result('within-limit');
  return { remedy, fact: 'above-tier', coveredBy: covering };
}

/**
 * The standard list with what was asked in front, at the asked amount; the rest follows unchanged.
 * A refund of what was paid stays that, and what is never lowered stays at its standard.
 */
export function askedFirst(
  ask: Ask,
  { remedy }: MeasuredAsk,
  standard: readonly StandardOffer[],
): readonly StandardOffer[] {
  const listed = standard.find((offer) => offer.remedy === remedy);
  const rest = standard.filter((offer) => offer.remedy !== remedy);
  const first = listed ?? { remedy, amount: null, freight: usualFreight(remedy), neverLowered: false };
  return [{ ...first, amount: grantedAmount(ask, first) }, ...rest];
}

function grantedAmount(ask: Ask, { remedy, amount, neverLowered }: StandardOffer): number | null {
  if (ask.amount === undefined || remedy === 'full-refund' || remedy === 'return-refund') return amount;
  return neverLowered ? Math.max(ask.amount, amount ?? 0) : ask.amount;
}
