import type { Act } from '../acts/act.ts';
import type { DecisionTimes, Remedy } from '../decision/decision.ts';
import { toMinor } from '../policy/money.ts';
import type { Money } from '../types.ts';
import type { Judgement, Outcome } from './detector.ts';

/** The remedies that an act can be the offer of; an act that is not listed is none of them. */
const REMEDIES_OF: Readonly<Record<string, readonly Remedy[]>> = {
  'coupon-offer': ['coupon'],
  'coupon-choice': ['coupon'],
  'cash-offer': ['goodwill'],
  'refund-amount': ['full-refund', 'return-refund', 'partial-refund'],
  'full-refund': ['full-refund', 'return-refund'],
  'return-refund-offer': ['return-refund'],
  'partial-refund-offer': ['partial-refund'],
  'exchange-offer': ['exchange'],
  'resend-offer': ['resend', 'exchange', 'resend-part'],
  'part-offer': ['resend-part'],
  'new-goods-given': ['resend', 'exchange', 'resend-part'],
};

/** The time of the decision that an act speaks of; a delivery never has one. */
const TIME_OF: Readonly<Record<string, keyof DecisionTimes>> = {
  'refund-arrival': 'refund',
  dispatch: 'dispatch',
  verification: 'verification',
  'escalated-review': 'review',
};

/** An offer against what was decided: another remedy, or more of it, is a finding; a conditional one is borderline. */
export function measureDecidedOffer(act: Act, judgement: Judgement): Outcome<'compensation'> {
  const { context, policy } = judgement;
  if (context.decision === null) return { excusedBy: 'no-decision' };
  const decided = context.decision.offers.filter(({ remedy }) => REMEDIES_OF[act.type.name]?.includes(remedy));
  const currency = act.money?.currency ?? policy.currency;
  const offered: Money | null = act.money === undefined ? null : { minor: act.money.minor * act.money.count, currency };
  const amounts = decided.flatMap(({ amount }) => (amount === null ? [] : toMinor(amount)));
  const cap: Money | null = amounts.length === 0 ? null : { minor: Math.max(...amounts), currency: policy.currency };
  const comparable = offered === null || currency === policy.currency;
  if (decided.length === 0 ? readOtherwise(act, judgement) : offered === null || cap === null || (comparable && offered.minor <= cap.minor)) {
    return { excusedBy: 'as-decided' };
  }
  return { facts: { offered, cap, comparable }, borderline: act.modifiers.conditional !== undefined };
}

/** Whether another act of the same clause, with the same amount, is an offer that was decided: "offer you a return with a refund of $89". */
function readOtherwise(act: Act, { acts, context }: Judgement): boolean {
  if (act.money === undefined) return false;
  const remedies = context.decision?.offers.map(({ remedy }) => remedy) ?? [];
  return acts.some(
    ({ type, money }) => money === act.money && type !== act.type && REMEDIES_OF[type.name]?.some((remedy) => remedies.includes(remedy)),
  );
}

/** A time against the decision: one that it does not have may not be said. */
export function measureDecidedTime(act: Act, { context }: Judgement): Outcome<'timeline'> {
  if (context.decision === null) return { excusedBy: 'no-decision' };
  if (act.time === undefined) return { excusedBy: 'no-time' };
  const name = TIME_OF[act.type.name];
  if (name !== undefined && context.decision.times[name] !== null) return { excusedBy: 'as-decided' };
  return { facts: { promised: act.time.duration, allowed: null } };
}
