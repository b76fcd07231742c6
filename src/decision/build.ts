import type { Policy } from '../policy/policy.ts';
import type { Decision, DecisionTimes, Department, Escalation, Offer, Reason } from './decision.ts';

/** What a course comes to. */
export type Outcome =
  | { readonly action: 'answer' }
  | { readonly action: 'verify'; readonly askEvidence: boolean }
  | { readonly action: 'escalate'; readonly escalateTo: Escalation }
  | { readonly action: 'offer' | 'investigate' | 'decline' };

/** Everything about a decision that does not follow from its outcome. */
export interface Details {
  readonly offers: readonly Offer[];
  readonly notify: readonly Department[];
  readonly openWith: 'apology' | 'thanks';
  readonly mayAskReview: boolean;
  readonly publicReply: boolean;
  readonly because: readonly Reason[];
}

const REFUNDS: readonly string[] = ['full-refund', 'partial-refund', 'return-refund'];
const SENT_GOODS: readonly string[] = ['exchange', 'resend', 'resend-part'];

/** Puts a decision together, with exactly the times that may be said. */
export function buildDecision(outcome: Outcome, policy: Policy, details: Details): Decision {
  const { notify, openWith, mayAskReview, publicReply, because } = details;
  const { timelines } = policy;
  const none = {
    reply: timelines.firstReply,
    verification: null,
    review: null,
    refund: null,
    dispatch: null,
  };
  const rest = { notify, openWith, mayAskReview, publicReply, because };
  const plain = { escalateTo: null, askEvidence: false } as const;
  switch (outcome.action) {
    case 'answer':
      return { action: 'answer', offers: [], ...plain, times: none, ...rest };
    case 'verify':
      return {
        action: 'verify',
        offers: [],
        escalateTo: null,
        askEvidence: outcome.askEvidence,
        times: { ...none, verification: timelines.verification },
        ...rest,
      };
    case 'escalate':
      return {
        action: 'escalate',
        offers: [],
        escalateTo: outcome.escalateTo,
        askEvidence: false,
        times: { ...none, review: timelines.escalationReview },
        ...rest,
      };
    default:
      return buildOffers(outcome.action, details.offers, { ...none, ...timesOf(details.offers, policy) }, rest);
  }
}

type OfferTimes = DecisionTimes & { readonly verification: null; readonly review: null };

function buildOffers(
  action: 'offer' | 'investigate' | 'decline',
  offers: readonly Offer[],
  times: OfferTimes,
  rest: Omit<Details, 'offers'>,
): Decision {
  const plain = { escalateTo: null, askEvidence: false, times, ...rest } as const;
  const [first, ...others] = offers;
  if (action !== 'offer') return { action, offers, ...plain };
  // An offer with nothing to offer cannot come here: the leftovers settle it before.
  return first === undefined ? { action: 'decline', offers, ...plain } : { action, offers: [first, ...others], ...plain };
}

function timesOf(offers: readonly Offer[], { timelines }: Policy): Pick<DecisionTimes, 'refund' | 'dispatch'> {
  const has = (remedies: readonly string[]): boolean => offers.some(({ remedy }) => remedies.includes(remedy));
  return {
    refund: has(REFUNDS) ? timelines.refund : null,
    dispatch: has(SENT_GOODS) ? timelines.dispatch : null,
  };
}
