import type { Policy } from '../../policy/index.ts';
import type { Rule } from '../../rules/rule.ts';
import type { PieceEffect } from './piece.ts';
import { effectOn, passesAs } from './suite.ts';
import type { Case } from './suite.ts';

/** How far a value is moved: far enough to leave every tolerance behind. */
const FACTOR = 4;
const CENTS = 100;

/** The times of a policy, and what rules call them. */
const TIMES = [
  ['refund', 'refund'],
  ['verification', 'verification'],
  ['escalationReview', 'escalation-review'],
  ['firstReply', 'first-reply'],
  ['dispatch', 'dispatch'],
] as const;

/** A value of a policy, changed: what is merged into the policy. */
interface PolicyChange {
  readonly piece: string;
  readonly change: Readonly<Record<string, unknown>>;
}

/**
 * Raises and lowers each value of each policy that decides what is found. Times become slower and faster, lists lose their
 * entries. What no rule asks for, since only decisions use it, is left alone.
 *
 * @param cases the cases
 * @param only names of policies; all that the cases have if left out
 */
export function* withoutPolicyValues(cases: readonly Case[], only?: readonly string[]): Generator<PieceEffect> {
  const byPolicy = new Map<Policy, Case[]>();
  for (const one of cases) byPolicy.set(one.policy, [...(byPolicy.get(one.policy) ?? []), one]);
  for (const [policy, own] of byPolicy) {
    if (only !== undefined && !only.includes(policy.name)) continue;
    const limits = new Set(own.flatMap(({ engine }) => engine.rules.map(({ limit }) => limit)));
    for (const { piece, change } of changesOf(policy, limits)) {
      const changed = { ...policy, ...change };
      yield { kind: 'policy', place: policy.name, piece, ...effectOn(own, (one) => passesAs(one, one.reading, changed)) };
    }
  }
}

function changesOf(policy: Policy, limits: ReadonlySet<Rule['limit']>): PolicyChange[] {
  const { caps, timelines, published, tierFactors, off, maxMultiple } = policy;
  const changes: PolicyChange[] = [];
  const put = (piece: string, change: Readonly<Partial<Policy>>): void => {
    changes.push({ piece, change });
  };
  for (const [way, factor] of [['raised', FACTOR], ['lowered', 1 / FACTOR]] as const) {
    const moved = (minor: number): number => Math.round((minor === 0 && factor > 1 ? CENTS : minor) * factor);
    put(`caps.coupon ${way}`, { caps: { ...caps, coupon: { ...caps.coupon, minor: moved(caps.coupon.minor) } } });
    const { amount, ceiling } = caps.goodwill;
    const goodwill = { amount: { ...amount, minor: moved(amount.minor) }, ceiling: ceiling === null ? null : { ...ceiling, minor: moved(ceiling.minor) } };
    put(`caps.goodwill ${way}`, { caps: { ...caps, goodwill } });
    for (const [name, limit] of TIMES) {
      if (!limits.has(limit)) continue;
      const { min, max, unit } = timelines[name];
      const duration = { min: min * factor, max: max * factor, unit };
      put(`timelines.${name} ${factor > 1 ? 'slower' : 'faster'}`, { timelines: { ...timelines, [name]: duration } });
    }
    for (const tier of ['senior', 'supervisor'] as const) {
      const before = tierFactors[tier];
      const after = before === 'paid' ? (factor > 1 ? undefined : 1) : before * factor;
      if (after !== undefined) put(`tierFactors.${tier} ${way}`, { tierFactors: { ...tierFactors, [tier]: after } });
    }
  }
  put('maxMultiple raised', { maxMultiple: maxMultiple * FACTOR });
  const soon = { min: 0, max: 1, unit: 'hour' } as const;
  put('timelines.delivery turned round', { timelines: { ...timelines, delivery: timelines.delivery === 'estimate' ? soon : 'estimate' } });
  for (const list of ['channels', 'cutoffs', 'refundWays', 'balances'] as const) {
    published[list].forEach((_, at) => {
      put(`published.${list}[${at}] removed`, { published: { ...published, [list]: published[list].filter((_one, other) => other !== at) } });
    });
  }
  for (const name of off) put(`off ${name} removed`, { off: off.filter((other) => other !== name) });
  return changes;
}
