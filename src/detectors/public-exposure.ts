import type { Act } from '../acts/act.ts';
import type { Sentence } from '../reading/reading.ts';
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
  const { channels } = policy.published;
  const published = recall.once(channels, sentence, () => channels.some((channel) => sentence.original.includes(channel)));
  if (published) return { excusedBy: 'published-channel' };
  const own = recall.once('own-contact', sentence, () => ownContact(acts, sentence));
  if (own !== undefined && type.name !== 'private-name') return { excusedBy: 'own-contact', cue: own.tokens[0] ?? null };
  return { facts: { detail: DETAILS[type.name] ?? 'name' } };
}

/** The first contact of the shop's own in a sentence, which is the last one so far. */
function ownContact(acts: readonly Act[], sentence: Sentence): Act | undefined {
  let found: Act | undefined;
  for (let at = acts.length - 1; at >= 0 && acts[at]!.sentence === sentence; at--) if (acts[at]!.type.name === 'own-contact') found = acts[at];
  return found;
}
