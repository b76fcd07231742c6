import type { Heritage } from '../lexicon/heritage.ts';
import { CUES } from './modifiers.ts';

/** Words of giving, what is given, and what makes up bad conduct. */
const KEPT = [
  'coupon', 'cash', 'transfer', 'damages', 'extra-money', 'goodwill-reason', 'give', 'give-you', 'self', 'pay-back', 'refund-pay', 'goodwill', 'freight', 'whole', 'additive', 'also', 'unlimited', 'boundless', 'shoulder',
  'borne-by-us', 'borne-all', 'cost', 'give-again', 'ship-again', 'portion', 'send', 'send-new', 'refund-whole', 'refund-verb', 'keep-goods', 'giving', 'presenting', 'gift', 'gratis',
  'apology', 'empathy', 'slip', 'misuse', 'mistreat', 'reproach', 'fine-product', 'review', 'bad-review', 'good-review', 'unsure', 'rude', 'curt',
  'private-contact', 'proof', 'restock', 'weak-punish', 'punish', 'pass', 'effect', 'mishap', 'recur', 'flawless', 'never', 'lose', 'break', 'arrive',
];

/** What longer terms take over from shorter ones: cues, and who is spoken to (您 in 您是); {@link KEPT} unless they refuse it. */
export const HERITAGE: Heritage = { inherited: [...CUES, 'you'], kept: KEPT, refusing: ['negation', 'negation-adjacent', 'inability'] };
