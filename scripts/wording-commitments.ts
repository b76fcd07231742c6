/** Compares what a composed reply commits to with the decision that it words. */
import type { Commitment, Report } from '../src/index.ts';
import type { Decision, DecisionTimes, Offer, Remedy } from '../src/decision/index.ts';
import { toMinor } from '../src/policy/index.ts';

/** The acts that each remedy must be read as, one of them at least. */
const ACTS: Readonly<Record<Remedy, readonly string[]>> = {
  'full-refund': ['refund-amount', 'full-refund'],
  'partial-refund': ['refund-amount', 'partial-refund-offer'],
  'return-refund': ['refund-amount', 'return-refund-offer', 'full-refund'],
  exchange: ['exchange-offer'],
  resend: ['resend-offer'],
  'resend-part': ['part-offer'],
  goodwill: ['cash-offer'],
  coupon: ['coupon-offer', 'coupon-choice'],
};

/** What else the words of a remedy are read as: a wider act of the same thing. */
const ALSO: Readonly<Record<Remedy, readonly string[]>> = {
  'full-refund': ['refund'],
  'partial-refund': ['refund', 'full-refund'],
  'return-refund': ['refund', 'cash-offer'],
  exchange: ['new-goods-given'],
  resend: ['new-goods-given', 'dispatch'],
  'resend-part': ['dispatch'],
  goodwill: [],
  coupon: [],
};

/** The acts that speak of a time, and the time of the decision that they must name. */
const TIMES: Readonly<Record<string, keyof DecisionTimes>> = {
  'refund-arrival': 'refund',
  refund: 'refund',
  'full-refund': 'refund',
  'refund-amount': 'refund',
  dispatch: 'dispatch',
  verification: 'verification',
  'escalated-review': 'review',
};

/** A refund and a new item, each an alternative of the other, are read as one act too; the rules know that it is a choice. */
const CHOICE = 'refund-with-goods';
const FOLLOW_UP = 'follow-up';

/** What is wrong with the commitments of a composed reply; empty where they are those of the decision. */
export function commitmentFaults({ commitments }: Report, decision: Decision, channel: 'private' | 'public'): string[] {
  if (channel === 'public') return commitments.filter(({ act }) => act !== FOLLOW_UP).map(({ act }) => `in public: ${act}`);
  const { offers, times } = decision;
  const faults: string[] = [];
  for (const offer of offers) if (!commitments.some((one) => words(one, offer))) faults.push(`not said: ${offer.remedy}`);
  for (const name of ['refund', 'verification', 'review', 'dispatch'] as const) {
    const time = times[name];
    if (time !== null && !commitments.some((one) => TIMES[one.act] === name && sameTime(one, decision, name))) faults.push(`not said: the time of ${name}`);
  }
  for (const one of commitments) {
    const name = TIMES[one.act];
    if (one.time !== undefined && one.act !== FOLLOW_UP && (name === undefined || !sameTime(one, decision, name))) faults.push(`another time: ${one.act}`);
    if (one.act === FOLLOW_UP || (one.act === CHOICE && offers.length > 1) || (one.time !== undefined && name !== undefined)) continue;
    if (!offers.some((offer) => (ACTS[offer.remedy].includes(one.act) || ALSO[offer.remedy].includes(one.act)) && sameAmount(one, offer))) {
      faults.push(`not decided: ${one.act}`);
    }
  }
  return faults;
}

/** Whether a commitment is the offer: one of its acts, and its amount. */
function words(commitment: Commitment, offer: Offer): boolean {
  if (!ACTS[offer.remedy].includes(commitment.act)) return false;
  return offer.amount === null || (commitment.amount !== undefined && sameAmount(commitment, offer));
}

function sameAmount({ amount }: Commitment, offer: Offer): boolean {
  return amount === undefined || ('minor' in amount && offer.amount !== null && Math.abs(amount.minor - toMinor(offer.amount)) < 1);
}

function sameTime({ time }: Commitment, { times }: Decision, name: keyof DecisionTimes): boolean {
  const decided = times[name];
  return time !== undefined && decided !== null && time.min === decided.min && time.max === decided.max && time.unit === decided.unit;
}
