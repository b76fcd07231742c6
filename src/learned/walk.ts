/**
 * The units of a reply in order, and which of them belong together: the frame that training and reading share.
 */
import type { Sentence } from '../reading/reading.ts';
import type { Language } from '../types.ts';
import type { FeatureReader } from './features.ts';

/** A unit shorter than this, in characters, is read together with its neighbour. */
const SHORT: Readonly<Record<Language, number>> = { zh: 15, en: 30 };

/** Where a unit stands, so that it can be read again. */
export interface Place {
  readonly sentence: Sentence;
  /** Offset in the sentence's canonical text. */
  readonly from: number;
  /** Index of its first concept token. */
  readonly token: number;
}

/**
 * Walks through the units of a reply. During each call of `visit` the feature reader holds the unit.
 *
 * @param visit Called with each unit; `joins` says whether it belongs to the group of the unit before.
 */
export function walk(
  sentences: readonly Sentence[],
  features: FeatureReader,
  language: Language,
  visit: (place: Place, joins: boolean) => void,
): void {
  const short = SHORT[language];
  let group = -1;
  for (const sentence of sentences) {
    const { text } = sentence.normalised;
    let token = 0;
    for (let from = 0; from < text.length; from = features.end) {
      const next = features.read(text, from, sentence.tokens, token);
      if (features.clauses > 0) {
        const length = features.clauseEnd[features.clauses - 1]! - features.clauseStart[0]!;
        const joins = group >= 0 && (length < short || group < short);
        group = joins ? group + length : length;
        visit({ sentence, from, token }, joins);
      }
      token = next;
    }
  }
}
