/** What must hold of every decision, checked from the outside: nothing here uses the table. */
import type { Case, Decision } from '../src/decision/index.ts';
import { DEPARTMENTS } from '../src/decision/index.ts';
import { couponLimit, goodwillLimit, partialRefundLimit, toMinor } from '../src/policy/index.ts';
import type { LimitFacts, Policy } from '../src/policy/index.ts';

type Invariant = (given: Case, decision: Decision, policy: Policy) => boolean;

const REFUNDS: readonly string[] = ['full-refund', 'partial-refund', 'return-refund'];
const GOODS: readonly string[] = ['exchange', 'resend', 'resend-part'];
const FAULTS: readonly string[] = ['defective', 'not-as-described', 'minor-flaw', 'wrong-item', 'damaged', 'missing-part'];
const SOURCES: readonly string[] = ['000', '001', '002', '003', '004', 'own'];

function factsOf(given: Case): LimitFacts {
  return {
    tier: given.tier ?? 'frontline',
    paid: toMinor(given.paid),
    returnFreight: given.returnFreight === undefined ? null : toMinor(given.returnFreight),
  };
}

function within(given: Case, decision: Decision, remedy: string, limit: number): boolean {
  return decision.offers.every((offer) => offer.remedy !== remedy || toMinor(offer.amount ?? Infinity) <= limit);
}

function has(decision: Decision, remedies: readonly string[]): boolean {
  return decision.offers.some(({ remedy }) => remedies.includes(remedy));
}

/** The invariants by name. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'at most maxOffers, and only where offers belong': (_given, { action, offers }, policy) =>
    offers.length <= policy.maxOffers &&
    (offers.length === 0 || ['offer', 'decline', 'investigate'].includes(action)) &&
    (offers.length > 0 || action !== 'offer'),
  'no remedy twice': (_given, { offers }) => new Set(offers.map(({ remedy }) => remedy)).size === offers.length,
  'no goodwill above the limit of the tier': (given, decision, policy) =>
    within(given, decision, 'goodwill', goodwillLimit(policy, factsOf(given))),
  'no coupon above the limit of the tier': (given, decision, policy) =>
    within(given, decision, 'coupon', couponLimit(policy, factsOf(given))),
  'no partial refund above the limit of the tier': (given, decision, policy) =>
    within(given, decision, 'partial-refund', partialRefundLimit(policy, factsOf(given))),
  'nothing above what was paid': (given, { offers }) => offers.every(({ amount }) => (amount ?? 0) <= given.paid),
  'a full or return refund is what was paid': (given, { offers }) =>
    offers.every(({ remedy, amount }) => (remedy !== 'full-refund' && remedy !== 'return-refund') || amount === given.paid),
  'goods have no amount, money has one above 0': (_given, { offers }) =>
    offers.every(({ remedy, amount }) => (GOODS.includes(remedy) ? amount === null : amount !== null && amount > 0)),
  'no exchange or resend when stock is out': (given, decision) =>
    given.stock !== 'out' || !has(decision, ['exchange', 'resend']),
  'freight only where something comes back': (_given, { offers }) =>
    offers.every(({ remedy, freight }) => freight === 'none' || remedy === 'exchange' || remedy === 'return-refund'),
  'nothing rejected, unless asked for': (given, { offers }) => {
    const asked = given.ask?.remedy === 'compensation' ? 'goodwill' : given.ask?.remedy;
    return offers.every(({ remedy }) => remedy === asked || given.rejected?.includes(remedy) !== true);
  },
  'escalated to somebody, exactly for escalate': (given, { action, escalateTo }) =>
    (action === 'escalate') === (escalateTo !== null) &&
    (escalateTo === null || escalateTo === 'risk' || escalateTo !== (given.tier ?? 'frontline')) &&
    (given.tier !== 'supervisor' || escalateTo === null || escalateTo === 'risk'),
  'exactly the times that may be said': (_given, decision) =>
    decision.times.reply !== null &&
    (decision.times.verification !== null) === (decision.action === 'verify') &&
    (decision.times.review !== null) === (decision.action === 'escalate') &&
    (decision.times.refund !== null) === has(decision, REFUNDS) &&
    (decision.times.dispatch !== null) === has(decision, GOODS),
  'a fault is verified before anything is judged': (given, { action }) => {
    const open = given.resolved !== true && (given.claims90d ?? 0) === 0;
    const unverified = given.verification !== 'confirmed' && given.verification !== 'refuted';
    const waits = given.evidence?.received === true || ((given.evidence?.requests ?? 0) === 0 && given.evidence?.canShow !== false);
    return !(open && unverified && waits && FAULTS.includes(given.issue)) || action === 'verify';
  },
  'proof is asked for once, and only if it can show the fault': (given, { action, askEvidence }) =>
    askEvidence ===
    (action === 'verify' &&
      given.evidence?.received !== true &&
      (given.evidence?.requests ?? 0) === 0 &&
      given.evidence?.canShow !== false),
  'a review is asked about only when resolved, bad and private': (given, { mayAskReview }) =>
    mayAskReview === (given.resolved === true && given.review !== undefined && given.review.stars <= 3 && given.channel !== 'public'),
  'a bad public review gets a public answer': (given, { publicReply }) =>
    publicReply === (given.review !== undefined && given.review.public && given.review.stars <= 3),
  'departments in order, none twice': (_given, { notify }) =>
    notify.every((department, index) => index === 0 || DEPARTMENTS.indexOf(department) > DEPARTMENTS.indexOf(notify[index - 1]!)),
  'a resolved case is answered with thanks': (given, { action, openWith }) =>
    given.resolved !== true || (action === 'answer' && openWith === 'thanks'),
  'at least one reason, each with its source': (_given, { because }) =>
    because.length > 0 && because.every(({ source }) => SOURCES.includes(source)),
};

/** The highest amount on offer by remedy. */
function amounts(decision: Decision): Map<string, number> {
  return new Map(decision.offers.map(({ remedy, amount }) => [remedy, amount ?? 0]));
}

/** Whether the second decision offers no more of anything than the first. */
export function raisesNothing(before: Decision, after: Decision): boolean {
  const first = amounts(before);
  return [...amounts(after)].every(([remedy, amount]) => amount <= (first.get(remedy) ?? -1));
}
