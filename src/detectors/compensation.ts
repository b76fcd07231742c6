import type { Act } from '../acts/act.ts';
import { couponLimit, goodwillLimit } from '../policy/limits.ts';
import type { LimitFacts } from '../policy/limits.ts';
import type { MoneyQuantity } from '../quantity/quantity.ts';
import type { Rule } from '../rules/rule.ts';
import type { Money } from '../types.ts';
import type { Judgement, Outcome } from './detector.ts';

/** Money, coupons and multiples against the caps of the policy, for the tier and the freight of the case. */
export function measureCompensation(rule: Rule, act: Act, judgement: Judgement): Outcome<'compensation'> {
  switch (rule.limit) {
    case 'coupon':
      return measureMoney(rule, act, judgement, couponsSoFar(rule, act, judgement));
    case 'goodwill':
      return measureMoney(rule, act, judgement, amountOf(act.money));
    case 'paid':
      return measureMoney(rule, act, judgement, amountOf(act.money));
    case 'multiple':
      return measureMultiple(act, judgement);
    default:
      return { facts: { offered: offeredBy(act, judgement), cap: null, comparable: true } };
  }
}

function measureMultiple(act: Act, { policy }: Judgement): Outcome<'compensation'> {
  const { multiple } = act;
  if (multiple === undefined) return { excusedBy: 'no-multiple' };
  if (multiple.form === 'fraction' || multiple.factor < 1) return { excusedBy: 'within-policy' };
  if (multiple.factor <= policy.maxMultiple && multiple.form === 'percent') return { excusedBy: 'within-policy' };
  if (multiple.factor < policy.maxMultiple) return { excusedBy: 'within-policy' };
  return { facts: { offered: { factor: multiple.factor }, cap: { factor: policy.maxMultiple }, comparable: true } };
}

function measureMoney(rule: Rule, act: Act, judgement: Judgement, minor: number | undefined): Outcome<'compensation'> {
  const { policy } = judgement;
  if (minor === undefined) return { excusedBy: 'no-amount' };
  const currency = act.money?.currency ?? policy.currency;
  const facts = caseFacts(judgement);
  const limit =
    rule.limit === 'coupon'
      ? couponLimit(policy, facts)
      : rule.limit === 'paid'
        ? (facts.paid ?? Infinity)
        : goodwillLimit(policy, facts);
  const offered: Money = { minor, currency };
  const cap: Money | null = Number.isFinite(limit) ? { minor: limit, currency: policy.currency } : null;
  if (currency !== policy.currency) {
    return { facts: { offered, cap, comparable: false } };
  }
  return minor > limit ? { facts: { offered, cap, comparable: true } } : { excusedBy: 'within-policy' };
}

/** The coupons of one reply count together; the clause that goes over is the one that is marked. */
function couponsSoFar(rule: Rule, act: Act, { recall }: Judgement): number | undefined {
  const own = amountOf(act.money);
  if (own === undefined) return undefined;
  const earlier = recall.sumBefore(rule, act, act.money, ({ type, money, modifiers }) => {
    if (money === undefined || !rule.acts.includes(type.name)) return undefined;
    if (modifiers.negated !== undefined || modifiers.quoted !== undefined) return undefined;
    return { amount: money.minor * money.count, quantity: money };
  });
  return own + earlier;
}

function amountOf(money: MoneyQuantity | undefined): number | undefined {
  return money === undefined ? undefined : money.minor * money.count;
}

function offeredBy(act: Act, { policy }: Judgement): Money | { factor: number } | null {
  if (act.multiple !== undefined) return { factor: act.multiple.factor };
  const minor = amountOf(act.money);
  return minor === undefined ? null : { minor, currency: act.money?.currency ?? policy.currency };
}

function caseFacts({ context }: Judgement): LimitFacts {
  return { tier: context.tier, paid: context.paid, returnFreight: context.returnFreight };
}
