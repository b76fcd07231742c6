/** What the learned reader sees of the concepts and quantities of a unit: each by itself, and pairs of those close by. */
import type { Quantity } from '../quantity/quantity.ts';
import type { Token } from '../reading/reading.ts';
import type { Found } from './found.ts';
import { conceptHash, joined, mayKnow, mix, single } from './hashing.ts';
import { sizesOf } from './sizes.ts';

const CONCEPT = 0x510e527f;
const CONCEPT_PAIR = 0x1b05688c;
const SECOND = 0x6c078965;
const SIZE = 0x13198a2e;

/** A pair of concepts reaches at most so many tokens. */
const REACH = 3;
/** At most so many concepts of a token make pairs. */
const MAX_TOKEN_CONCEPTS = 3;
/** Room for the concepts within reach: a power of two, at least the product of the two limits. */
const RING = 16;
/** The id of the size of a quantity among concepts. */
const NO_CONCEPT = -1;

/** The clauses of a unit. */
export interface Clauses {
  readonly clauses: number;
  readonly clauseEnd: Int32Array;
  /** Where the unit ends in the text. */
  readonly end: number;
}

/** Finds the features of concepts. */
export class ConceptFeatures {
  private readonly found: Found;
  private readonly rough: Int32Array;
  /** What each concept is by itself, and as the first and the second part of a pair. */
  private readonly alone: Int32Array;
  private readonly asFirst: Int32Array;
  private readonly asSecond: Int32Array;
  /** One bit for each pair of concepts, by the second: whether its feature passes the rough filter. Made when first asked for. */
  private readonly pairs: Int32Array;
  private readonly pairWords: number;
  private readonly made: Uint8Array;
  /** The last concepts that were read, as first parts of pairs; a ring. */
  private written = 0;
  private readonly recent = new Int32Array(RING);
  private readonly recentId = new Int32Array(RING);
  private readonly recentToken = new Int32Array(RING);
  private readonly recentClause = new Int32Array(RING);
  private readonly recentStart = new Int32Array(RING);

  /**
   * @param names The names of all concepts, by id: as the lexicon has them.
   * @param rough A rough filter of features.
   * @param found Where features go.
   */
  constructor(names: readonly string[], rough: Int32Array, found: Found) {
    const hashes = names.map(conceptHash);
    this.alone = Int32Array.from(hashes, (hash) => single(mix(CONCEPT, hash)));
    this.asFirst = Int32Array.from(hashes, (hash) => mix(CONCEPT_PAIR, hash));
    this.asSecond = Int32Array.from(hashes, (hash) => mix(SECOND, hash));
    this.rough = rough;
    this.found = found;
    this.pairWords = (names.length + 31) >>> 5;
    this.pairs = new Int32Array(names.length * this.pairWords);
    this.made = new Uint8Array(names.length);
  }

  /**
   * Reads the concepts of a unit.
   *
   * @param firstToken The first token that starts in the unit.
   * @returns The first token after it.
   */
  read(tokens: readonly Token[], firstToken: number, { clauses, clauseEnd, end }: Clauses): number {
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
      while (clause + 1 < clauses && clauseEnd[clause]! <= start) clause++;
      this.addToken(token, at, clause);
    }
    return at;
  }

  private addToken({ concepts, quantity, start, end }: Token, at: number, clause: number): void {
    const { found, rough, alone, asFirst, asSecond, pairs, pairWords, recent, recentId, recentToken, recentClause, recentStart } = this;
    const before = this.written;
    for (let position = 0; position < concepts.length; position++) {
      const id = concepts[position]!;
      if (id < 0) continue;
      found.makeRoom(RING);
      if (mayKnow(rough, alone[id]!)) found.add(alone[id]!, clause, clause, start, end);
      if (position >= MAX_TOKEN_CONCEPTS) continue;
      if (this.made[id] === 0) this.makePairs(id);
      const second = asSecond[id]!;
      const row = id * pairWords;
      const oldest = this.written - RING;
      for (let other = before - 1; other >= 0 && other > oldest; other--) {
        const slot = other & (RING - 1);
        if (at - recentToken[slot]! > REACH) break;
        const first = recentId[slot]!;
        if (first !== NO_CONCEPT && (pairs[row + (first >>> 5)]! & (1 << first)) === 0) continue;
        const hash = joined((recent[slot]! + second) | 0);
        if (first !== NO_CONCEPT || mayKnow(rough, hash)) found.add(hash, recentClause[slot]!, clause, recentStart[slot]!, end);
      }
      this.remember(asFirst[id]!, id, at, clause, start);
    }
    if (quantity !== undefined) this.addQuantity(quantity, before, at, clause, start, end);
  }

  private addQuantity(quantity: Quantity, before: number, at: number, clause: number, start: number, stop: number): void {
    const { found, rough, recent, recentToken, recentClause, recentStart } = this;
    for (const size of sizesOf(quantity)) {
      found.makeRoom(RING);
      const alone = joined(mix(SIZE, size));
      if (mayKnow(rough, alone)) found.add(alone, clause, clause, start, stop);
      const second = mix(SECOND, size);
      for (let other = before - 1; other >= 0 && other > this.written - RING; other--) {
        const slot = other & (RING - 1);
        if (at - recentToken[slot]! > REACH) break;
        const hash = joined((recent[slot]! + second) | 0);
        if (mayKnow(rough, hash)) found.add(hash, recentClause[slot]!, clause, recentStart[slot]!, stop);
      }
      this.remember(mix(CONCEPT_PAIR, size), NO_CONCEPT, at, clause, start);
    }
  }

  /** Keeps a concept, or the size of a quantity, as the first part of pairs to come. */
  private remember(first: number, id: number, at: number, clause: number, start: number): void {
    const slot = this.written++ & (RING - 1);
    this.recent[slot] = first;
    this.recentId[slot] = id;
    this.recentToken[slot] = at;
    this.recentClause[slot] = clause;
    this.recentStart[slot] = start;
  }

  private makePairs(second: number): void {
    const { asFirst, asSecond, rough, pairs, pairWords } = this;
    for (let first = 0; first < asFirst.length; first++) {
      if (mayKnow(rough, joined((asFirst[first]! + asSecond[second]!) | 0))) pairs[second * pairWords + (first >>> 5)]! |= 1 << first;
    }
    this.made[second] = 1;
  }
}
