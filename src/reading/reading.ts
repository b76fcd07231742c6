import type { Normalised } from '../text/offsets.ts';
import type { Quantity } from '../quantity/quantity.ts';

/**
 * Pseudo-concepts that quantities carry, so that frames can ask for them like for any word.
 * A time is `#later` too if it lies beyond the case at hand: a date, a season, a holiday, or a month and more away.
 * It is `#day` too if it names a day (tomorrow, Friday, the 3rd) rather than a length ("two hours") or a time of day, and
 * `#now` if it means at once (马上, "right away").
 */
export const QUANTITY_CONCEPTS = ['#time', '#day', '#later', '#now', '#money', '#multiple', '#percent', '#number'] as const;

/** The concept of words that open a clause: 但是, "but". */
export const CLAUSE_BREAK = 'clause-break';

/** A term of the lexicon, or a quantity, found in a sentence. Offsets are in the canonical text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Ids of the concepts that the term expresses. */
  readonly concepts: readonly number[];
  /** Bits of the named concepts among them: `Lexicon.flag`. */
  readonly flags: number;
  /** Tokens of the same concepts have the same number: `Term.number`. */
  readonly term: number;
  /** The quantity that was read here, if it is one. */
  readonly quantity?: Quantity | undefined;
  /** `quoted`: inside quotation marks; `cited`: and somebody else is named as their speaker. */
  readonly speech: 'own' | 'quoted' | 'cited';
}

/** A part of a sentence between two punctuation marks: the unit in which negation and hedges hold. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Index of the first token of the clause in the sentence's tokens. */
  readonly from: number;
  /** One past the index of the last token. */
  readonly to: number;
  /** Code unit of the mark that ends the clause, 0 at the end of the text. */
  readonly mark: number;
  /** The flags of all its tokens. */
  readonly flags: number;
  /** Bits of the concepts in the clause, as `Term` has them: a bit not set means no. */
  readonly low: number;
  readonly high: number;
}

/** Where a sentence stands; it moves with its text in an editor, and only there. */
export interface Place {
  /** Position of the sentence in the reply, 0 first. */
  index: number;
  /** Offset of the sentence in the caller's string. */
  offset: number;
}

/** One sentence, read: the unit in which a reply is checked, streamed and judged. */
export interface Sentence extends Readonly<Place> {
  /** The sentence as the caller wrote it. */
  readonly original: string;
  /** Canonical text with the way back to the caller's offsets. */
  readonly normalised: Normalised;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** Letters of scripts that neither language is written in. */
  readonly foreign: number;
}
