/** Which values of a policy the weights know. */
import type { ResolvedContext } from '../context/context.ts';
import { timeOf } from '../detectors/timeline.ts';
import type { Policy } from '../policy/policy.ts';
import { PRESET_NAMES, presetPolicy } from '../policy/presets.ts';
import type { Limit } from '../rules/rule.ts';

/** The value of a policy that a rule measures by. */
function valueOf(limit: Limit, policy: Policy): unknown {
  switch (limit) {
    case 'coupon':
      return policy.caps.coupon;
    case 'goodwill':
      return policy.caps.goodwill;
    case 'multiple':
      return policy.maxMultiple;
    default:
      return timeOf(limit, policy);
  }
}

/**
 * Whether the weights were taught by the value that a rule measures by: the one of the preset in this currency, or a price
 * that the reply itself names. Of another shop's own number, and of the case, they know nothing.
 */
export function isTaught(limit: Limit, policy: Policy, { paid }: Pick<ResolvedContext, 'paid'>): boolean {
  if (limit === 'paid') return paid === null;
  if (limit === 'decided') return false;
  const own = JSON.stringify(valueOf(limit, policy));
  return PRESET_NAMES.map(presetPolicy).some((preset) => preset.currency === policy.currency && JSON.stringify(valueOf(limit, preset)) === own);
}
