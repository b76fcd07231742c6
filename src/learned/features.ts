/**
 * What the learned reader sees of a sentence: n-grams and pairs of tokens, and concepts and pairs of concepts, each as
 * a hash with the clauses that it spans. Training and reading share this file, so that both see the same thing.
 */
import type { Quantity } from '../quantity/quantity.ts';
import type { Token } from '../reading/reading.ts';
import { sizesOf } from './sizes.ts';
import { CLAUSE, HAN, KINDS, OTHER, QUOTE, TokenReader, UNIT } from './tokens.ts';

/** Bits of a feature's hash. Few enough to store cheaply, enough that a chance hit is rare. */
export const HASH_BITS = 22;
const SHIFT = 32 - HASH_BITS;
const NEWLINE = 10;
/** Bits of a hash that a rough filter leaves out. */
export const ROUGH_BITS = 4;
/** Shift from a hash to its word in a rough filter. */
export const WORD_SHIFT = ROUGH_BITS + 5;
const EVERYTHING = new Int32Array(1 << (HASH_BITS - WORD_SHIFT)).fill(-1);

const UNIGRAM = 0x2545f491;
const STEM = 0x3c6ef372;
const BIGRAM = 0x1f83d9ab;
const STEM_BIGRAM = 0x5be0cd19;
const TRIGRAM = 0x6a09e667;
const PAIR = 0x7f4a7c15;
const CONCEPT = 0x510e527f;
const CONCEPT_PAIR = 0x1b05688c;
const SECOND = 0x6c078965;
const FLAG = 0x243f6a88;
const SIZE = 0x13198a2e;

/** A pair of Chinese characters, of words or of concepts reaches at most so many tokens. */
const HAN_REACH = 5;
const WORD_REACH = 10;
const CONCEPT_REACH = 3;
/** A unit longer than this is cut, so that memory stays bounded on hostile text. */
const MAX_UNIT_TOKENS = 400;
/** A feature counts at most so often in a clause, and in a unit: 好的好的好的 says no more than 好的. */
export const MOST_TIMES = 3;
/** At most so many concepts of a token make pairs. */
const MAX_TOKEN_CONCEPTS = 3;
/** Room for the concepts within reach: a power of two, at least the product of the two limits. */
const RING = 16;

/**
 * What a line break is: nothing inside a term and between a quantity and what it is said of (明天⏎到货); the end of a
 * clause within Chinese text, where chats break lines anywhere; otherwise the end of a unit.
 */
function lineBreakAt(text: string, at: number, tokens: readonly Token[], first: number): number {
  const chinese = KINDS[text.charCodeAt(at + 1)] === HAN;
  for (let index = first; index < tokens.length && tokens[index]!.start < at; index++) {
    const { end, quantity } = tokens[index]!;
    if (end > at || (end === at && quantity !== undefined && chinese)) return OTHER;
  }
  return chinese && KINDS[text.charCodeAt(at - 1)] === HAN ? CLAUSE : UNIT;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}

/** Hash of a feature of two parts: the sum of what `mix` made of each. */
function joined(sum: number): number {
  return Math.imul(sum ^ (sum >>> 16), 0x9e3779b1) >>> SHIFT;
}

/** The hash of a fact that is not text, such as one of the context. */
export function flagFeature(index: number): number {
  return mix(FLAG, index) >>> SHIFT;
}

/** A hash for the name of a concept; independent of its number in a lexicon. */
export function conceptHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/**
 * Reads a text unit by unit and hands each feature to `put`. Subclasses say what becomes of it.
 */
export abstract class FeatureReader {
  /** Where the unit ends in the text (exclusive). */
  end = 0;
  /** Whether it ends in a question mark. */
  question = false;
  /** Clauses of the unit; clause `i` is `[clauseStart[i], clauseEnd[i])`. */
  clauses = 0;
  readonly clauseStart = new Int32Array(MAX_UNIT_TOKENS + 1);
  readonly clauseEnd = new Int32Array(MAX_UNIT_TOKENS + 1);

  private readonly token = new TokenReader();
  private readonly full = new Int32Array(MAX_UNIT_TOKENS);
  private readonly stem = new Int32Array(MAX_UNIT_TOKENS);
  /** What each token brings to a pair and to a bigram as its first part. */
  private readonly asPair = new Int32Array(MAX_UNIT_TOKENS);
  private readonly asBigram = new Int32Array(MAX_UNIT_TOKENS);
  private readonly clause = new Int32Array(MAX_UNIT_TOKENS);
  private readonly from = new Int32Array(MAX_UNIT_TOKENS);
  /** What each concept is by itself, and as the first and the second part of a pair. */
  private readonly alone: Int32Array;
  private readonly asFirst: Int32Array;
  private readonly asSecond: Int32Array;
  private readonly rough: Int32Array;
  /** One bit for each pair of concepts, first × second: whether its feature passes the rough filter. */
  private readonly pairs: Int32Array;
  private readonly pairWords: number;
  /** The last concepts that were read, as first parts of pairs; a ring. */
  private written = 0;
  private readonly recent = new Int32Array(RING);
  private readonly recentId = new Int32Array(RING);
  private readonly recentToken = new Int32Array(RING);
  private readonly recentClause = new Int32Array(RING);
  private readonly recentStart = new Int32Array(RING);

  /**
   * @param names The names of all concepts, by id: as the lexicon has them.
   * @param rough One bit for each `1 << ROUGH_BITS` hashes: features without it are not handed to `put`.
   */
  constructor(names: readonly string[], rough: Int32Array = EVERYTHING) {
    this.alone = Int32Array.from(names, (name) => mix(CONCEPT, conceptHash(name)) >>> SHIFT);
    this.asFirst = Int32Array.from(names, (name) => mix(CONCEPT_PAIR, conceptHash(name)));
    this.asSecond = Int32Array.from(names, (name) => mix(SECOND, conceptHash(name)));
    this.rough = rough;
    this.pairWords = (names.length + 31) >>> 5;
    this.pairs = this.knownPairs(names.length);
  }

  /**
   * Takes a feature.
   *
   * @param hash Its hash, of `HASH_BITS` bits.
   * @param first Clause of its first word.
   * @param last Clause of its last word.
   * @param start Where its words start in the text.
   * @param stop Where they end.
   */
  protected abstract put(hash: number, first: number, last: number, start: number, stop: number): void;

  /**
   * Reads the unit that starts at `from`.
   *
   * @param text Canonical text of a sentence.
   * @param from Where the unit starts.
   * @param tokens The concepts and quantities of the sentence.
   * @param firstToken The first of them that starts at or after `from`.
   * @returns Index of the first token after the unit; `end` is then the end of the unit.
   */
  protected readUnit(text: string, from: number, tokens: readonly Token[], firstToken: number): number {
    this.tokenise(text, from, tokens, firstToken);
    return this.addConcepts(tokens, firstToken);
  }

  private tokenise(text: string, from: number, concepts: readonly Token[], firstConcept: number): void {
    const { token, full, stem, clause, clauseStart, clauseEnd } = this;
    const length = text.length;
    let count = 0;
    let clauses = 0;
    let at = from;
    let open = false;
    this.question = false;
    while (at < length && count < MAX_UNIT_TOKENS) {
      const code = text.charCodeAt(at);
      const kind = code === NEWLINE ? lineBreakAt(text, at, concepts, firstConcept) : KINDS[code]!;
      if (kind === OTHER) {
        at++;
      } else if (kind === CLAUSE) {
        at++;
        if (open) clauseEnd[clauses++] = at;
        open = false;
      } else if (kind === UNIT) {
        at++;
        if (count > 0) {
          this.question = code === 63 || code === 0xff1f;
          break;
        }
      } else {
        if (!open) clauseStart[clauses] = at;
        open = true;
        clause[count] = clauses;
        this.from[count] = at;
        if (kind === HAN || kind === QUOTE) {
          full[count] = stem[count] = code;
          at++;
          this.combine(count++, at, HAN_REACH);
        } else {
          token.read(text, at, kind);
          full[count] = token.full;
          stem[count] = token.stem;
          at = token.end;
          this.combine(count++, at, WORD_REACH);
        }
      }
    }
    if (open) clauseEnd[clauses++] = at;
    this.end = at;
    this.clauses = clauses;
  }

  private combine(i: number, stop: number, reach: number): void {
    const { full, stem, asPair, asBigram, clause, from, rough } = this;
    const word = full[i]!;
    const root = stem[i]!;
    const here = clause[i]!;
    const start = from[i]!;
    const ownPair = mix(PAIR, root);
    const ownBigram = mix(BIGRAM, word);
    asPair[i] = ownPair;
    asBigram[i] = ownBigram;
    this.offer(joined(ownBigram ^ UNIGRAM), here, start, here, stop);
    if (root !== word) this.offer(joined(ownPair ^ STEM), here, start, here, stop);
    if (i === 0) return;
    const second = Math.imul(ownBigram, SECOND);
    const two = (asBigram[i - 1]! + second) | 0;
    const before = clause[i - 1]!;
    this.offer(joined(two), before, from[i - 1]!, here, stop);
    const secondPair = Math.imul(ownPair, SECOND);
    if (root !== word || stem[i - 1] !== full[i - 1]) {
      this.offer(joined((asPair[i - 1]! + secondPair) ^ STEM_BIGRAM), before, from[i - 1]!, here, stop);
    }
    if (i === 1) return;
    this.offer(joined((Math.imul(asBigram[i - 2]!, TRIGRAM) + two) | 0), clause[i - 2]!, from[i - 2]!, here, stop);
    for (let j = i > reach ? i - reach : 0; j < i - 1; j++) {
      const hash = joined((asPair[j]! + secondPair) | 0);
      if ((rough[hash >>> WORD_SHIFT]! & (1 << (hash >>> ROUGH_BITS))) !== 0) this.put(hash, clause[j]!, here, from[j]!, stop);
    }
  }

  private offer(hash: number, first: number, start: number, last: number, stop: number): void {
    if ((this.rough[hash >>> WORD_SHIFT]! & (1 << (hash >>> ROUGH_BITS))) !== 0) this.put(hash, first, last, start, stop);
  }

  private knownPairs(concepts: number): Int32Array {
    const { asFirst, asSecond, rough, pairWords } = this;
    const pairs = new Int32Array(concepts * pairWords);
    for (let first = 0; first < concepts; first++) {
      for (let second = 0; second < concepts; second++) {
        const hash = joined((asFirst[first]! + asSecond[second]!) | 0);
        if ((rough[hash >>> WORD_SHIFT]! & (1 << (hash >>> ROUGH_BITS))) !== 0) pairs[first * pairWords + (second >>> 5)]! |= 1 << second;
      }
    }
    return pairs;
  }

  private addConcepts(tokens: readonly Token[], firstToken: number): number {
    const { end, clauses, clauseEnd, alone, asFirst, asSecond, pairs, pairWords, recent, recentId, recentToken, recentClause, recentStart } = this;
    let at = firstToken;
    if (clauses === 0) {
      while (at < tokens.length && tokens[at]!.start < end) at++;
      return at;
    }
    let clause = 0;
    this.written = 0;
    for (; at < tokens.length; at++) {
      const token = tokens[at]!;
      const { start } = token;
      if (start >= end) break;
      const stop = token.end;
      const { concepts, quantity } = token;
      while (clause + 1 < clauses && clauseEnd[clause]! <= start) clause++;
      const before = this.written;
      for (let position = 0; position < concepts.length; position++) {
        const id = concepts[position]!;
        if (id < 0) continue;
        this.offer(alone[id]!, clause, start, clause, stop);
        if (position >= MAX_TOKEN_CONCEPTS) continue;
        for (let other = before - 1; other >= 0 && other > this.written - RING; other--) {
          const slot = other & (RING - 1);
          if (at - recentToken[slot]! > CONCEPT_REACH) break;
          const known = recentId[slot]!;
          if (known < 0) this.offer(joined((recent[slot]! + asSecond[id]!) | 0), recentClause[slot]!, recentStart[slot]!, clause, stop);
          else if ((pairs[known * pairWords + (id >>> 5)]! & (1 << id)) !== 0) {
            this.put(joined((recent[slot]! + asSecond[id]!) | 0), recentClause[slot]!, clause, recentStart[slot]!, stop);
          }
        }
        this.remember(asFirst[id]!, id, at, clause, start);
      }
      if (quantity !== undefined) this.addQuantity(quantity, before, at, clause, start, stop);
    }
    return at;
  }

  private addQuantity(quantity: Quantity, before: number, at: number, clause: number, start: number, stop: number): void {
    const { recent, recentToken, recentClause, recentStart } = this;
    for (const size of sizesOf(quantity)) {
      this.offer(joined(mix(SIZE, size)), clause, start, clause, stop);
      const second = mix(SECOND, size);
      for (let other = before - 1; other >= 0 && other > this.written - RING; other--) {
        const slot = other & (RING - 1);
        if (at - recentToken[slot]! > CONCEPT_REACH) break;
        this.offer(joined((recent[slot]! + second) | 0), recentClause[slot]!, recentStart[slot]!, clause, stop);
      }
      this.remember(mix(CONCEPT_PAIR, size), -1, at, clause, start);
    }
  }

  /** Keeps a concept (or the size of a quantity, id -1) as the first part of pairs to come. */
  private remember(first: number, id: number, at: number, clause: number, start: number): void {
    const slot = this.written++ & (RING - 1);
    this.recent[slot] = first;
    this.recentId[slot] = id;
    this.recentToken[slot] = at;
    this.recentClause[slot] = clause;
    this.recentStart[slot] = start;
  }
}
