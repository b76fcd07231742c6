import type { Policy } from '../policy/policy.ts';
import type { Duration, Language, Money, Multiple } from '../types.ts';
import { formatAmount, formatDuration } from './format.ts';

/** The facts of a finding that its message can name. */
export interface Facts {
  readonly promised?: Duration | null;
  readonly allowed?: Duration | null;
  readonly offered?: Money | Multiple | null;
  readonly cap?: Money | Multiple | null;
}

/** The slots that only the policy can fill. */
const POLICY_SLOTS = ['refund', 'verification', 'dispatch', 'review', 'coupon', 'goodwill'] as const;

/** Whether it takes the policy to fill the slots of a template. */
export function needsPolicy(template: string): boolean {
  return POLICY_SLOTS.some((slot) => template.includes(`{${slot}}`));
}

/** What a slot of a message says; a value of the policy only if the policy is given. */
export function slotOf(slot: string, facts: Facts, text: string, policy: Policy | undefined, language: Language): string | undefined {
  switch (slot) {
    case 'text':
      return text;
    case 'promised':
    case 'allowed':
      return facts[slot] ? formatDuration(facts[slot], language) : undefined;
    case 'offered':
    case 'cap':
      return facts[slot] ? formatAmount(facts[slot], language) : undefined;
    default:
      return policy === undefined ? undefined : valueOf(slot, policy, language);
  }
}

/** A value of the policy in words. */
function valueOf(slot: string, { timelines, caps }: Policy, language: Language): string | undefined {
  switch (slot) {
    case 'refund':
    case 'verification':
    case 'dispatch':
      return formatDuration(timelines[slot], language);
    case 'review':
      return formatDuration(timelines.escalationReview, language);
    case 'coupon':
      return formatAmount(caps.coupon, language);
    case 'goodwill':
      return formatAmount(caps.goodwill.amount, language);
    default:
      return undefined;
  }
}
