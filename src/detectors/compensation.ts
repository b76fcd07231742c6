import type { Act } from '../acts/act.ts';
import { couponLimit, goodwillLimit } from '../policy/limits.ts';
import type { LimitFacts } from '../policy/limits.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Token } from '../reading/reading.ts';
import { DEFAULT_EXCUSES } from '../rules/rule.ts';
import type { Rule } from '../rules/rule.ts';
import type { Money } from '../types.ts';
import { measureDecidedOffer } from './decided.ts';
import type { Judgement, Outcome } from './detector.ts';

/** The acts in which a reply names a fact of the case, where the context does not: what was paid, the freight. */
const FREIGHT_NAMED = ['freight-named'];
const CASE_NAMED = ['amount-paid', ...FREIGHT_NAMED];
/** Amounts no further apart than this are items of one list: 10元、15元和20元, "$15 and one for $25". */
const LIST_GAP = 4;
const LATIN_LIST_GAP = 14;
/** What an act of this object counts in: a hundred points make one unit of money. */
const POINTS = 'points';
const NO_QUANTITIES: readonly Quantity[] = [];

/** Money, coupons and multiples against the caps of the policy, for the tier, the price and the freight of the case. */
export function measureCompensation(rule: Rule, act: Act, judgement: Judgement): Outcome<'compensation'> {
  if (isQuoted(act)) return { excusedBy: 'quoted' };
  switch (rule.limit) {
    case 'decided':
      return measureDecidedOffer(act, judgement);
    case 'coupon':
      return measureMoney(act, judgement, sumSoFar(rule, act, judgement), () => couponLimit(judgement.policy, judgement.context));
    case 'goodwill':
      return measureMoney(act, judgement, amountOf(act), () => goodwillLimit(judgement.policy, factsOf(judgement)));
    case 'paid':
      return measureMoney(act, judgement, amountOf(act), () => judgement.context.paid ?? namedIn(judgement, CASE_NAMED, act) ?? Infinity);
    case 'multiple':
      return measureMultiple(act, judgement);
    default:
      return { facts: { offered: offeredBy(act, judgement), cap: null, comparable: true } };
  }
}

/** An offer between quotation marks is spoken about; a single word there is only stressed (“三倍”赔您). */
function isQuoted({ tokens }: Act): boolean {
  const quoted = tokens.filter(({ speech }) => speech !== 'own').length;
  return quoted === tokens.length || quoted > 1;
}

/** A share or a percentage up to the policy's highest multiple is a refund in part or in full. */
function measureMultiple(act: Act, { policy }: Judgement): Outcome<'compensation'> {
  const { multiple } = act;
  if (multiple === undefined) return { excusedBy: 'no-multiple' };
  const { factor, form } = multiple;
  if (factor <= policy.maxMultiple || form === 'fraction') return { excusedBy: 'within-policy' };
  return { facts: { offered: { factor }, cap: { factor: policy.maxMultiple }, comparable: true } };
}

function measureMoney(act: Act, { policy }: Judgement, minor: number | undefined, limitOf: () => number): Outcome<'compensation'> {
  if (minor === undefined) return { excusedBy: 'no-amount' };
  const limit = limitOf();
  const currency = act.money?.currency ?? policy.currency;
  const offered: Money = { minor, currency };
  const cap: Money | null = Number.isFinite(limit) ? { minor: limit, currency: policy.currency } : null;
  if (currency !== policy.currency) return { facts: { offered, cap, comparable: false } };
  return minor > limit ? { facts: { offered, cap, comparable: true } } : { excusedBy: 'within-policy' };
}

/** The offers of one rule in one reply count together; the clause that goes over is the one that is marked. */
function sumSoFar(rule: Rule, act: Act, judgement: Judgement): number | undefined {
  if (amountOf(act) === undefined) return undefined;
  const add = (sum: Sum, other: Act): void => {
    if (rule.acts.includes(other.type.name) && !isExcused(other)) addTo(sum, [...amountsOf(other), ...listedAfter(other)], other);
  };
  const earlier = judgement.recall.gather(rule, newSum, add, act, judgement.watches(rule.acts) ? judgement.watched : judgement.acts);
  let { total } = earlier;
  for (const quantity of new Set([...amountsOf(act), ...listedAfter(act)])) if (!earlier.of.has(quantity)) total += minorOf(quantity, act);
  return total;
}

/** Amounts of several acts, each counted once. */
interface Sum {
  total: number;
  readonly of: Map<Quantity, number>;
}

function newSum(): Sum {
  return { total: 0, of: new Map() };
}

function addTo(sum: Sum, quantities: readonly Quantity[], act: Act): void {
  for (const quantity of quantities) {
    if (sum.of.has(quantity)) continue;
    const minor = minorOf(quantity, act);
    sum.of.set(quantity, minor);
    sum.total += minor;
  }
}

function isExcused(act: Act): boolean {
  return DEFAULT_EXCUSES.some((modifier) => act.modifiers[modifier] !== undefined);
}

/** The amounts that the act is about: those that its frame matched, else the nearest; a bare number where no money is. */
function amountsOf({ tokens, money }: Act): readonly Quantity[] {
  const matched = quantitiesOf(tokens, 'money');
  if (matched.length > 0) return matched;
  return money === undefined ? quantitiesOf(tokens, 'number') : [money];
}

function quantitiesOf(tokens: readonly Token[], kind: Quantity['kind']): readonly Quantity[] {
  let found = NO_QUANTITIES;
  for (const { quantity } of tokens) if (quantity?.kind === kind) found = [...found, quantity];
  return found;
}

/** The amounts that follow the act's own one as items of the same list. */
function listedAfter({ sentence, money, clauseFrom }: Act): readonly Quantity[] {
  if (money === undefined) return [];
  const { tokens, clauses } = sentence;
  const listed: Quantity[] = [];
  let { end } = money;
  for (let at = clauses[clauseFrom]!.from; at < tokens.length && tokens[at]!.start <= end + LATIN_LIST_GAP; at++) {
    const { quantity } = tokens[at]!;
    if (quantity?.kind !== 'money' || quantity.start < end) continue;
    const gap = sentence.normalised.text.slice(end, quantity.start);
    if (gap.length > (isLatin(gap) ? LATIN_LIST_GAP : LIST_GAP)) break;
    listed.push(quantity);
    ({ end } = quantity);
  }
  return listed;
}

function isLatin(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** A bare number counts in whole units of the policy's currency, points in hundredths. */
function minorOf(quantity: Quantity, { type }: Act): number {
  if (quantity.kind === 'money') return quantity.minor * quantity.count;
  if (quantity.kind !== 'number') return 0;
  return type.object === POINTS ? quantity.value : quantity.value * 100;
}

function amountOf(act: Act): number | undefined {
  const amounts = amountsOf(act);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, quantity) => sum + minorOf(quantity, act), 0);
}

function offeredBy(act: Act, { policy }: Judgement): Money | { factor: number } | null {
  if (act.multiple !== undefined) return { factor: act.multiple.factor };
  if (act.money === undefined) return null;
  return { minor: act.money.minor * act.money.count, currency: act.money.currency ?? policy.currency };
}

/** The sum of the amounts that the reply names in acts of these types, without the amount of `except`; `null` where it names none. */
function namedIn({ policy, recall }: Judgement, names: readonly string[], except?: Act): number | null {
  const sum = recall.gather(names, newSum, (all, act) => {
    if (!names.includes(act.type.name) || act.modifiers.reported !== undefined) return;
    if ((act.money?.currency ?? policy.currency) === policy.currency) addTo(all, amountsOf(act), act);
  });
  const left = new Set(except === undefined ? [] : amountsOf(except).filter((quantity) => sum.of.has(quantity)));
  let { total } = sum;
  for (const quantity of left) total -= sum.of.get(quantity) ?? 0;
  return sum.of.size === left.size ? null : total;
}

function factsOf(judgement: Judgement): LimitFacts {
  const { tier, paid, returnFreight } = judgement.context;
  return { tier, paid, returnFreight: returnFreight ?? namedIn(judgement, FREIGHT_NAMED) };
}
