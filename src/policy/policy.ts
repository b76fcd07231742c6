import type { Category, Duration, Language, Money, Severity } from '../types.ts';
import type { PolicyName } from './schema.ts';

/** Who is answering. A higher tier may offer more. */
export type Tier = 'frontline' | 'senior' | 'supervisor';

/** Every tier, lowest first. */
export const TIERS: readonly Tier[] = ['frontline', 'senior', 'supervisor'];

/** How many times the caps a tier may offer; `paid`: as much as the customer paid. */
export type TierFactor = number | 'paid';

/** The limit of money paid as goodwill while the customer keeps the goods. */
export interface GoodwillCap {
  /** The limit where the return freight of the case is not known; else the freight is the limit. */
  readonly amount: Money;
  /** Upper end of the limit even where the freight is higher; null: none. */
  readonly ceiling: Money | null;
}

/** A name that replies use, in any language, with the time that the shop publishes for it. */
export interface NamedDuration {
  /** The names; any of them counts. */
  readonly names: readonly string[];
  /** The time. */
  readonly duration: Duration;
}

/** A public cut-off: an order placed before this time of day leaves the warehouse in this time. */
export interface Cutoff {
  /** Time of day, local to the shop: `16:00`. */
  readonly before: string;
  /** When such an order leaves the warehouse. */
  readonly dispatch: Duration;
}

/** What the shop tells the public, so that a reply may say it too. */
export interface Published {
  /** Benefits that the shop grants, in the words that replies use. */
  readonly benefits: readonly string[];
  /** Addresses, numbers and accounts that the shop owns. */
  readonly channels: readonly string[];
  /** Cut-offs for fast dispatch. */
  readonly cutoffs: readonly Cutoff[];
  /** Ways of refunding that are faster than `timelines.refund`. */
  readonly refundWays: readonly NamedDuration[];
  /** Balances that the shop holds itself. */
  readonly balances: readonly NamedDuration[];
}

/** The times that may be said. */
export interface Timelines {
  /** Until a refund reaches the customer's account. */
  readonly refund: Duration;
  /** Until a fault is verified. */
  readonly verification: Duration;
  /** Until an escalated case is reviewed and answered. */
  readonly escalationReview: Duration;
  /** Until the customer has a first reply. */
  readonly firstReply: Duration;
  /** Until a replacement, a resend or a part leaves the warehouse. */
  readonly dispatch: Duration;
  /** Until the carrier delivers; `estimate`: may only be estimated. */
  readonly delivery: Duration | 'estimate';
}

/**
 * A policy ready for use: complete, checked, frozen. Made by `loadPolicy`.
 * Amounts are `Money` in hundredths of the currency, whatever the currency: 20 yuan, 20 dollars and
 * 20 yen all are 2000.
 */
export interface Policy {
  /** What reports call it: the preset's name, the document's own name, or `custom`. */
  readonly name: string;
  /** The preset it was built on, or null. */
  readonly extends: PolicyName | null;
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Language of messages where the reply does not settle it. */
  readonly language: Language;
  /** What the front line may give. */
  readonly caps: {
    /** Coupons and store credit, summed over one reply. */
    readonly coupon: Money;
    /** Money paid out while the customer keeps the goods. */
    readonly goodwill: GoodwillCap;
  };
  /** Highest compensation as a multiple of the price paid; 1: never above what was paid. */
  readonly maxMultiple: number;
  /** The times that may be said. */
  readonly timelines: Timelines;
  /** Days after delivery in which goods may be returned without a reason. */
  readonly returnWindowDays: number;
  /** Price up to which a confirmed fault is refunded without a return. */
  readonly lowValue: Money;
  /** Highest partial refund as a share (0 to 1) of what was paid. */
  readonly partialRefundShare: number;
  /** Claims of one customer in 90 days from which a case goes to risk control. */
  readonly riskClaims: number;
  /** Complaints on one product from which quality and procurement are told. */
  readonly productAlert: number;
  /** How many remedies one reply offers at most. */
  readonly maxOffers: number;
  /** How many times the caps each tier may offer. */
  readonly tierFactors: Readonly<Record<Tier, TierFactor>>;
  /** What the shop publishes. */
  readonly published: Published;
  /** Severity of every category, and of those rules that differ from their category. */
  readonly severities: Readonly<Record<Category, Severity>> & { readonly [rule: string]: Severity };
  /** Categories and rule ids that are switched off. */
  readonly off: readonly string[];
  /** Extra words by language and concept. */
  readonly vocabulary: Readonly<Record<Language, { readonly [concept: string]: readonly string[] }>>;
}
