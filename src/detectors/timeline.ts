import type { Act } from '../acts/act.ts';
import { localTime } from '../context/instant.ts';
import type { Policy } from '../policy/policy.ts';
import { durationHours, isBetween, isFaster } from '../quantity/compare.ts';
import type { TimeQuantity } from '../quantity/quantity.ts';
import { resolveTime } from '../quantity/resolve.ts';
import type { Limit, Rule } from '../rules/rule.ts';
import type { Duration } from '../types.ts';
import { measureDecidedTime } from './decided.ts';
import type { Judgement, Outcome } from './detector.ts';

const ONE_BUSINESS_DAY = 1;
/** From here on a length of time is about the product or the shop, not about this parcel. */
const MAX_WAIT_HOURS = 60 * 24;

/**
 * Times: faster than the policy's is a finding, between its bounds is borderline, at its upper bound or slower is
 * clean. A hedged time is an estimate: clean, and borderline where the estimate itself is faster.
 */
export function measureTimeline(rule: Rule, act: Act, judgement: Judgement): Outcome<'timeline'> {
  if (rule.limit === 'decided') return measureDecidedTime(act, judgement);
  const allowed = allowedTime(rule, act, judgement);
  const { time } = act;
  if (time === undefined) {
    return rule.limit === undefined ? { facts: { promised: null, allowed } } : { excusedBy: 'no-time' };
  }
  const { now } = judgement.context;
  const promised = now === null ? time.duration : resolveTime(time, localTime(now));
  const facts = { promised, allowed };
  const hedge = act.modifiers.hedged;
  if (allowed === null) {
    if (isFar(time)) return { excusedBy: 'too-far' };
    if (ofRefund(promised, judgement)) return { excusedBy: 'within-policy' };
    if (hedge !== undefined || time.approximate) return { excusedBy: 'hedged', cue: hedge ?? null };
    return { facts };
  }
  const faster = isFaster(promised, allowed) || (rule.limit === 'dispatch' && tooSoonToLeave(time, allowed));
  if (hedge !== undefined || time.approximate) {
    return faster ? { facts, borderline: true } : { excusedBy: 'hedged', cue: hedge ?? null };
  }
  if (faster) return { facts };
  if (time.anchor === 'date' && now === null) {
    return act.modifiers.certain !== undefined ? { facts } : { facts, borderline: true };
  }
  if (isBetween(promised, allowed)) return { facts, borderline: true };
  return act.modifiers.certain !== undefined && rule.limit !== 'escalation-review'
    ? { facts, borderline: true }
    : { excusedBy: 'within-policy' };
}

/** A season, a month, a year, or more than a parcel takes: when something comes out, not when this one arrives. */
function isFar({ anchor, target, duration }: TimeQuantity): boolean {
  if (anchor === 'date') return target !== undefined && target.dayOfMonth === undefined && target.dayOffset === undefined;
  return durationHours(duration).max >= MAX_WAIT_HOURS;
}

/** "It arrives in 5-10 business days", where the reply speaks of a refund: the refund's time, and slow enough. */
function ofRefund(promised: Duration, judgement: Judgement): boolean {
  return !isFaster(promised, judgement.policy.timelines.refund) && judgement.recall.gather(ofRefund, () => ({ said: false }), noteRefund, undefined, judgement.watched).said;
}

function noteRefund(refund: { said: boolean }, { type }: Act): void {
  if (type.object === 'refund') refund.said = true;
}

/** The time of a faster way that the shop has published and that the sentence of the act names. */
function publishedTime({ sentence }: Act, judgement: Judgement): Duration | undefined {
  const { published } = judgement.policy;
  if (published.refundWays.length + published.balances.length === 0) return undefined;
  return judgement.recall.once(published, sentence, () => {
    const { text } = sentence.normalised;
    return [...published.refundWays, ...published.balances].find((way) => way.names.some((name) => text.includes(name.toLowerCase())));
  })?.duration;
}

/** "Tomorrow or sooner" is faster than one business day, whatever the hours say. */
function tooSoonToLeave(time: TimeQuantity, allowed: Duration): boolean {
  const day = time.target?.dayOffset;
  return day !== undefined && day <= 1 && allowed.unit === 'business-day' && allowed.min >= ONE_BUSINESS_DAY;
}

function allowedTime({ limit }: Rule, act: Act, judgement: Judgement): Duration | null {
  const published = limit === 'refund' ? publishedTime(act, judgement) : undefined;
  const time = published ?? timeOf(limit, judgement.policy);
  return time === 'estimate' ? null : time;
}

/** The time of the policy that a rule measures by; that of delivery where it names none. */
export function timeOf(limit: Limit | undefined, { timelines }: Policy): Duration | 'estimate' {
  switch (limit) {
    case 'refund':
      return timelines.refund;
    case 'verification':
      return timelines.verification;
    case 'escalation-review':
      return timelines.escalationReview;
    case 'first-reply':
      return timelines.firstReply;
    case 'dispatch':
      return timelines.dispatch;
    default:
      return timelines.delivery;
  }
}
