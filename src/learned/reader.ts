/** The learned reader of one language: candidates from sentences. */
import type { Sentence } from '../reading/reading.ts';
import { originalSpan } from '../text/offsets.ts';
import { CATEGORIES } from '../types.ts';
import type { Category, Language, Span } from '../types.ts';
import type { BesideRules } from './beside.ts';
import type { Circumstances } from './flags.ts';
import { Scorer } from './scorer.ts';
import type { Window } from './scorer.ts';
import type { Tally } from './tally.ts';
import type { Thresholds } from './thresholds.ts';
import { UnitFeatures } from './walk.ts';
import { Weights } from './weights.ts';
import type { PackedWeights } from './weights.ts';
import { weighedWords } from './words.ts';

/** How readily the reader speaks up: `beside` the rules, or alone, `balanced` or `careful`. */
export type Sensitivity = 'beside' | 'careful' | 'balanced';

/** What a finding of the rules rests on: words, a quantity measured by a number that the weights know, or what they cannot know. */
export type Grounds = 'words' | 'measured' | 'beyond-doubt';

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
  private readonly unit: UnitFeatures;
  private readonly scorer: Scorer;
  private readonly thresholds: Thresholds;
  private readonly beside: BesideRules;

  /** @param concepts The names of all concepts, by id: as the lexicon that read the sentences has them. */
  constructor(packed: PackedWeights, thresholds: Thresholds, beside: BesideRules, language: Language, concepts: readonly string[]) {
    this.weights = new Weights(packed);
    this.unit = new UnitFeatures(concepts, this.weights.rough);
    this.scorer = new Scorer(this.weights, concepts, language);
    this.thresholds = thresholds;
    this.beside = beside;
  }

  /**
   * At most one candidate a category: the place with most evidence, if it passes the threshold.
   *
   * @param wanted Of which categories. Default: all.
   */
  read(sentences: readonly Sentence[], context: Circumstances, sensitivity: Sensitivity, wanted: (category: Category) => boolean = () => true): Candidate[] {
    const logits = this.scorer.score(sentences, context);
    const { balanced, spread } = this.thresholds;
    const limits = sensitivity === 'beside' ? this.beside.raise : this.thresholds[sensitivity];
    const candidates: Candidate[] = [];
    for (let column = 0; column < CATEGORIES.length; column++) {
      const logit = logits[column]!;
      if (!(logit >= (limits[column] ?? Infinity))) continue;
      const category = CATEGORIES[column]!;
      const window = this.scorer.window(column);
      if (window === undefined || !wanted(category)) continue;
      const score = 1 / (1 + Math.exp((balanced[column]! - logit) / spread));
      candidates.push({ category, ...this.spanOf(window), score, words: this.wordsOf(window, column) });
    }
    return candidates;
  }

  /** Whether the reader does not believe a finding of the rules in the reply that it read last. */
  doubts(category: Category, grounds: Grounds): boolean {
    const column = CATEGORIES.indexOf(category);
    return this.scorer.last[column]! < this.doubtLimit(column, grounds);
  }

  /** Whether the reader will believe a finding of the rules, whatever follows. */
  believes(tally: Tally, context: Circumstances, category: Category, grounds: Grounds): boolean {
    const column = CATEGORIES.indexOf(category);
    return this.scorer.leastOddsOf(tally, context)[column]! >= this.doubtLimit(column, grounds);
  }

  private doubtLimit(column: number, grounds: Grounds): number {
    if (grounds === 'beyond-doubt') return -Infinity;
    return grounds === 'measured' ? this.beside.measured : (this.beside.doubt[column] ?? -Infinity);
  }

  /**
   * Adds the next sentence of a reply that is being written.
   *
   * @param tally What was added up before.
   * @returns Whether a category outside `silent` is to be raised by what stands there, whatever follows.
   */
  follow(tally: Tally, sentence: Sentence, context: Circumstances, silent: ReadonlySet<Category>): boolean {
    this.scorer.add(tally, sentence);
    const logits = this.scorer.oddsOf(tally, context);
    return CATEGORIES.some((category, column) => logits[column]! >= (this.beside.raise[column] ?? Infinity) && !silent.has(category));
  }

  private spanOf({ place, first, last }: Window): Span {
    this.unit.read(place);
    return trimmed(place.sentence, this.unit.clauseStart[first]!, this.unit.clauseEnd[last]!);
  }

  private wordsOf(window: Window, column: number): WeighedWords[] {
    const { sentence } = window.place;
    return weighedWords(window, column, this.unit, this.weights, WORDS).map(({ start, end, weight }) => {
      const span = trimmed(sentence, start, end);
      return { ...span, text: sentence.original.slice(span.start - sentence.offset, span.end - sentence.offset), weight };
    });
  }
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
