/** The learned reader of one language: candidates from sentences. */
import type { Sentence } from '../reading/reading.ts';
import { originalSpan } from '../text/normalise.ts';
import { CATEGORIES } from '../types.ts';
import type { Category, Language, Span } from '../types.ts';
import { FeatureReader } from './features.ts';
import type { Circumstances } from './flags.ts';
import { Scorer } from './scorer.ts';
import type { Window } from './scorer.ts';
import type { Thresholds } from './thresholds.ts';
import { Weights } from './weights.ts';
import type { PackedWeights } from './weights.ts';
import { weighedWords } from './words.ts';

/** How readily the reader speaks up: `careful` for use beside the rules, `balanced` for use alone. */
export type Sensitivity = 'careful' | 'balanced';

/** Words of the reply that weighed for a candidate. */
export interface WeighedWords extends Span {
  /** The words, as the caller wrote them. */
  readonly text: string;
  /** Log odds that they added. */
  readonly weight: number;
}

/** A place that the reader takes for a category. Offsets are those of the caller's string. */
export interface Candidate extends Span {
  readonly category: Category;
  /** From 0 to 1; 0.5 is the balanced threshold. */
  readonly score: number;
  /** The words that weighed most, heaviest first. */
  readonly words: readonly WeighedWords[];
}

const WORDS = 4;

/** Reads with the weights of one language. Make one and use it for many replies. */
export class LanguageReader {
  private readonly weights: Weights;
  private readonly features: FeatureReader;
  private readonly scorer: Scorer;
  private readonly thresholds: Thresholds;

  /** @param concepts The names of all concepts, by id: as the lexicon that read the sentences has them. */
  constructor(packed: PackedWeights, thresholds: Thresholds, language: Language, concepts: readonly string[]) {
    this.weights = new Weights(packed);
    this.features = new FeatureReader(concepts);
    this.scorer = new Scorer(this.weights, this.features, language);
    this.thresholds = thresholds;
  }

  /** At most one candidate a category: the place with most evidence, if it passes the threshold. */
  read(sentences: readonly Sentence[], context: Circumstances, sensitivity: Sensitivity): Candidate[] {
    const logits = this.scorer.score(sentences, context);
    const candidates: Candidate[] = [];
    CATEGORIES.forEach((category, column) => {
      const logit = logits[column]!;
      const { [sensitivity]: limits, balanced, spread } = this.thresholds;
      if (!(logit >= limits[column]!) || !possible(category, context)) return;
      const window = this.scorer.window(column);
      if (window === undefined) return;
      const score = 1 / (1 + Math.exp((balanced[column]! - logit) / spread));
      candidates.push({ category, ...this.spanOf(window), score, words: this.wordsOf(window, column) });
    });
    return candidates;
  }

  private spanOf({ place, first, last }: Window): Span {
    const { sentence, from, token } = place;
    this.features.read(sentence.normalised.text, from, sentence.tokens, token);
    return trimmed(sentence, this.features.clauseStart[first]!, this.features.clauseEnd[last]!);
  }

  private wordsOf(window: Window, column: number): WeighedWords[] {
    const { sentence } = window.place;
    return weighedWords(window, column, this.features, this.weights, WORDS).map(({ start, end, weight }) => {
      const span = trimmed(sentence, start, end);
      return { ...span, text: sentence.original.slice(span.start - sentence.offset, span.end - sentence.offset), weight };
    });
  }
}

/** What the context rules out: no complaint needs no apology, nothing is exposed in private. */
function possible(category: Category, { complaint, apologized, channel }: Circumstances): boolean {
  if (category === 'no-apology') return complaint && !apologized;
  return category !== 'public-exposure' || channel === 'public';
}

const EDGES = /[\s,，、.。;；:：!！?？…~—]/;

function trimmed(sentence: Sentence, from: number, to: number): Span {
  const { original, offset } = sentence;
  const span = originalSpan(sentence.normalised, from, to);
  let { start, end } = span;
  while (start < end && EDGES.test(original[start]!)) start++;
  while (end > start && EDGES.test(original[end - 1]!)) end--;
  return start < end ? { start: start + offset, end: end + offset } : { start: span.start + offset, end: span.end + offset };
}
