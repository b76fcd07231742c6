/** Which values of a policy the weights know. */
import type { ResolvedContext } from '../context/context.ts';
import type { Policy } from '../policy/policy.ts';
import { PRESET_NAMES, presetPolicy } from '../policy/presets.ts';
import type { PolicyName } from '../policy/schema.ts';
import type { Limit } from '../rules/rule.ts';

/** The value of a policy that a quantity is measured by; those that depend on the case have none. */
const VALUES: Readonly<Partial<Record<Limit, (policy: Policy) => unknown>>> = {
  refund: ({ timelines }) => timelines.refund,
  verification: ({ timelines }) => timelines.verification,
  'escalation-review': ({ timelines }) => timelines.escalationReview,
  'first-reply': ({ timelines }) => timelines.firstReply,
  dispatch: ({ timelines }) => timelines.dispatch,
  delivery: ({ timelines }) => timelines.delivery,
  coupon: ({ caps }) => caps.coupon,
  goodwill: ({ caps }) => caps.goodwill,
  multiple: ({ maxMultiple }) => maxMultiple,
};

/**
 * Whether the weights were taught by the value that a rule measures by: the one of the preset in this currency, or a price
 * that the reply itself names. Of another shop's own number, and of the case, they know nothing.
 */
export function isTaught(limit: Limit, policy: Policy, { paid }: Pick<ResolvedContext, 'paid'>): boolean {
  if (limit === 'paid') return paid === null;
  const value = VALUES[limit];
  if (value === undefined) return false;
  const own = JSON.stringify(value(policy));
  return PRESET_NAMES.some((name) => {
    const preset = presetPolicy(name as PolicyName);
    return preset.currency === policy.currency && JSON.stringify(value(preset)) === own;
  });
}
