import { ISSUES } from '../decision/case.ts';
import { REMEDIES } from '../decision/decision.ts';

/** A formal letter or a short chat message. */
export type Register = 'letter' | 'chat';

/** Every situation that has approved phrases. */
export const PHRASES = [
  'salutation',
  'salutation-unnamed',
  'apology',
  'thanks',
  ...ISSUES.map((issue) => `understood-${issue}` as const),
  'answer',
  'answer-resolved',
  'investigate',
  'verify',
  'ask-evidence',
  'escalate-senior',
  'escalate-supervisor',
  'escalate-risk',
  'decline',
  'offer-one',
  'offer-two',
  ...REMEDIES.map((remedy) => `remedy-${remedy}` as const),
  'freight-seller',
  'freight-buyer-reimbursed',
  'time-refund',
  'time-dispatch',
  'ask-review',
  'choose',
  'close',
  'public-apology',
  'public-thanks',
  'public-thanks-resolved',
] as const;

/** A situation that has approved phrases. */
export type Phrase = (typeof PHRASES)[number];

/** What a phrase may leave to be filled in. */
export const SLOTS = ['customer', 'amount', 'first', 'second', 'refund', 'dispatch', 'verification', 'review'] as const;

/** A slot of a phrase. */
export type Slot = (typeof SLOTS)[number];

/** The variants of one phrase: the same for both registers, or for each its own. */
export type Variants =
  | { readonly both: readonly string[] }
  | { readonly letter: readonly string[]; readonly chat: readonly string[] };

/** The approved phrases of one language. */
export type Wording = Readonly<Record<Phrase, Variants>>;
