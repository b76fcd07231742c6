import type { Duration } from '../types.ts';

/** What a shop can offer a customer. */
export const REMEDIES = [
  'full-refund',
  'partial-refund',
  'return-refund',
  'exchange',
  'resend',
  'resend-part',
  'goodwill',
  'coupon',
] as const;

/** What a shop can offer a customer. */
export type Remedy = (typeof REMEDIES)[number];

/** What can be decided. */
export const ACTIONS = ['answer', 'investigate', 'verify', 'offer', 'escalate', 'decline'] as const;

/** What can be decided. */
export type Action = (typeof ACTIONS)[number];

/**
 * Who bears the freight of a return: `none` (nothing goes back, or the buyer bears it), the seller, or
 * the buyer first, who is reimbursed when the goods arrive.
 */
export const FREIGHTS = ['none', 'seller', 'buyer-reimbursed'] as const;

/** Who bears the freight of a return. */
export type Freight = (typeof FREIGHTS)[number];

/** Departments that are told of a case, in the order in which a decision lists them. */
export const DEPARTMENTS = ['logistics', 'warehouse', 'quality', 'procurement'] as const;

/** A department that is told of a case. */
export type Department = (typeof DEPARTMENTS)[number];

/** Who an escalated case goes to. */
export const ESCALATIONS = ['senior', 'supervisor', 'risk'] as const;

/** Who an escalated case goes to. */
export type Escalation = (typeof ESCALATIONS)[number];

/** One remedy on offer. */
export interface Offer {
  /** What is offered. */
  readonly remedy: Remedy;
  /**
   * In the policy's currency, as a decimal number: what was paid for full and return refunds, what is
   * offered for partial refunds, goodwill and coupons; null where no money is involved.
   */
  readonly amount: number | null;
  /** Who bears the freight of the return. */
  readonly freight: Freight;
}

/** The times that may be said; null: nothing may be said. */
export interface DecisionTimes {
  /** Until the customer has a reply; always. */
  readonly reply: Duration;
  /** Until a fault is verified; exactly for `verify`. */
  readonly verification: Duration | null;
  /** Until an escalated case is reviewed; exactly for `escalate`. */
  readonly review: Duration | null;
  /** Until a refund arrives; exactly where a refund is offered. */
  readonly refund: Duration | null;
  /** Until goods leave the warehouse; exactly where an exchange or a resend is offered. */
  readonly dispatch: Duration | null;
}

/** A row of the decision table that had a part in a decision. */
export interface Reason {
  /** Id of the row. */
  readonly rule: string;
  /** Source article (`000` to `004`), or `own`: the library's or the shop's own choice. */
  readonly source: string;
}

/** What every decision has, whatever its action. */
interface DecisionBase {
  /** Departments to be told, each at most once, in the order of `DEPARTMENTS`. */
  readonly notify: readonly Department[];
  /** What the reply opens with. */
  readonly openWith: 'apology' | 'thanks';
  /** Whether the reply may ask for removal or change of a review, with no reward. */
  readonly mayAskReview: boolean;
  /** Whether a short public answer goes with the private one. */
  readonly publicReply: boolean;
  /** The rows that decided, in order of precedence; never empty. */
  readonly because: readonly Reason[];
}

interface NoEscalation {
  /** Nobody: the case stays where it is. */
  readonly escalateTo: null;
}

interface NoEvidence {
  /** No proof is asked for. */
  readonly askEvidence: false;
}

interface NoOffers {
  /** Nothing is offered. */
  readonly offers: readonly [];
}

interface Offers {
  /** What is offered, best first; at most the policy's `maxOffers`. */
  readonly offers: readonly Offer[];
}

/** The times of a decision in which nothing is verified or reviewed first. */
export type OfferTimes = DecisionTimes & { readonly verification: null; readonly review: null };

/** The question is answered, or the case is closed; nothing is offered. */
export interface AnswerDecision extends DecisionBase, NoOffers, NoEscalation, NoEvidence {
  readonly action: 'answer';
  readonly times: OfferTimes & { readonly refund: null; readonly dispatch: null };
}

/** A department looks into it; a standard compensation may go with it. */
export interface InvestigateDecision extends DecisionBase, Offers, NoEscalation, NoEvidence {
  readonly action: 'investigate';
  readonly times: OfferTimes;
}

/** The fault is verified first; nothing is offered yet. */
export interface VerifyDecision extends DecisionBase, NoOffers, NoEscalation {
  readonly action: 'verify';
  /** Whether the reply asks, once, for a photo or video that can show the fault. */
  readonly askEvidence: boolean;
  readonly times: DecisionTimes & {
    readonly verification: Duration;
    readonly review: null;
    readonly refund: null;
    readonly dispatch: null;
  };
}

/** Remedies are offered, one at least. */
export interface OfferDecision extends DecisionBase, NoEscalation, NoEvidence {
  readonly action: 'offer';
  /** What is offered, best first; at most the policy's `maxOffers`. */
  readonly offers: readonly [Offer, ...Offer[]];
  readonly times: OfferTimes;
}

/** Somebody with more authority decides; nothing is offered meanwhile. */
export interface EscalateDecision extends DecisionBase, NoOffers, NoEvidence {
  readonly action: 'escalate';
  /** Who decides. */
  readonly escalateTo: Escalation;
  readonly times: DecisionTimes & {
    readonly verification: null;
    readonly review: Duration;
    readonly refund: null;
    readonly dispatch: null;
  };
}

/** What was asked is declined; the standard remedies may be offered instead. */
export interface DeclineDecision extends DecisionBase, Offers, NoEscalation, NoEvidence {
  readonly action: 'decline';
  readonly times: OfferTimes;
}

/** What to do about a case, discriminated by `action`. Plain JSON. */
export type Decision =
  | AnswerDecision
  | InvestigateDecision
  | VerifyDecision
  | OfferDecision
  | EscalateDecision
  | DeclineDecision;

