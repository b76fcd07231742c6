import type { Act } from '../acts/act.ts';
import type { PublicExposureFinding } from '../report.ts';
import type { Rule } from '../rules/rule.ts';
import type { Judgement, Outcome } from './detector.ts';

type Detail = PublicExposureFinding['detail'];

const DETAILS: Readonly<Record<string, Detail>> = {
  'private-number': 'order-number',
  'private-order': 'order-number',
  'private-phone': 'phone',
  'private-address': 'address',
  'private-email': 'email',
  'private-name': 'name',
};

/** Private details in a public answer; what the shop publishes of its own is none. */
export function measurePublicExposure(_rule: Rule, act: Act, { policy, recall }: Judgement): Outcome<'public-exposure'> {
  const { channels } = policy.published;
  const published = recall.once(channels, act.sentence, () => channels.some((channel) => act.sentence.original.includes(channel)));
  if (published) return { excusedBy: 'published-channel' };
  return { facts: { detail: DETAILS[act.type.name] ?? 'name' } };
}
