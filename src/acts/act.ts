import type { MoneyQuantity, MultipleQuantity, NumberQuantity, TimeQuantity } from '../quantity/quantity.ts';
import type { Sentence, Token } from '../reading/reading.ts';

/** What can turn an act round, or firm it up; each is shown by a cue in the reply. */
export const MODIFIERS = [
  'negated',
  'hedged',
  'conditional',
  'question',
  'quoted',
  'reported',
  'done',
  'certain',
  'attempt',
  'requested',
] as const;

/** One of {@link MODIFIERS}. */
export type Modifier = (typeof MODIFIERS)[number];

/** The modifiers of an act that nothing turns round. */
export const NO_MODIFIERS: Partial<Record<Modifier, Token | null>> = Object.freeze({});

/** What an act type is, as `rules/acts/*.yml` says it. */
export interface ActType {
  readonly name: string;
  /** Whether it undertakes something, so that the report lists it among the commitments. */
  readonly commitment: boolean;
  /** Who is to do it. */
  readonly actor: Actor;
  /** What it is about, in a word; shown in the commitments. */
  readonly object?: string | undefined;
}

/** Who does what an act is about. */
export type Actor = 'agent' | 'shop' | 'third-party' | 'customer' | 'product';

/** Something that a clause does: a commitment, a cause stated, a denial, a request … */
export interface Act {
  readonly type: ActType;
  readonly sentence: Sentence;
  /** Acts of a sentence stand in the order of their places. */
  readonly place: number;
  /** First and last clause (inclusive) that the act spans. */
  readonly clauseFrom: number;
  readonly clauseTo: number;
  /** The tokens that made the act, in reading order. */
  readonly tokens: readonly Token[];
  /** Modifier → the token that shows it (`null` where it is shown by punctuation alone). */
  readonly modifiers: Partial<Record<Modifier, Token | null>>;
  readonly time?: TimeQuantity | undefined;
  readonly money?: MoneyQuantity | undefined;
  readonly multiple?: MultipleQuantity | undefined;
  readonly number?: NumberQuantity | undefined;
  /** The pattern that matched. */
  readonly pattern: string;
  /** Whether the act marks its own tokens only, not the whole clause. */
  readonly exact?: boolean;
}
