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
export function measurePublicExposure(_rule: Rule, act: Act, { policy, acts, recall }: Judgement): Outcome<'public-exposure'> {
  const { sentence, type } = act;
  if (policy.published.channels.some((channel) => sentence.original.includes(channel))) return { excusedBy: 'published-channel' };
  const own = recall.once('own-contact', sentence, () => acts.find((other) => other.sentence === sentence && other.type.name === 'own-contact'));
  if (own !== undefined && type.name !== 'private-name') return { excusedBy: 'own-contact', cue: own.tokens[0] ?? null };
  return { facts: { detail: DETAILS[type.name] ?? 'name' } };
}
