/**
 * What the learned reader sees of a sentence: n-grams and pairs of tokens, and concepts and pairs of concepts, each as
 * a hash with the clauses that it spans. Training and reading share this file, so that both see the same thing.
 */
import type { Token } from '../reading/reading.ts';
import { ConceptFeatures } from './concepts.ts';
import { Found } from './found.ts';
import { EVERYTHING, joined, mayKnow, mix } from './hashing.ts';
import { breathEndsAt, CLAUSE, HAN, KINDS, OTHER, QUOTE, TokenReader, UNIT } from './tokens.ts';

const NEWLINE = 10;
const UNIGRAM = 0x2545f491;
const STEM = 0x3c6ef372;
const BIGRAM = 0x1f83d9ab;
const STEM_BIGRAM = 0x5be0cd19;
const TRIGRAM = 0x6a09e667;
const PAIR = 0x7f4a7c15;
const SECOND = 0x6c078965;

/** A pair of Chinese characters or of words reaches at most so many tokens. */
const HAN_REACH = 5;
const WORD_REACH = 10;
/** A unit without marks ends after so many tokens where a thought does. */
const LONG_BREATH = 15;
/** A unit longer than this is cut, so that memory stays bounded on hostile text. */
const MAX_UNIT_TOKENS = 400;
/** A feature counts at most so often in a clause, and in a unit: 好的好的好的 says no more than 好的. */
export const MOST_TIMES = 3;
/** No token has more features than this. */
const MOST_FEATURES = 16;

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

/**
 * Reads a text unit by unit and hands features on in bulk. Subclasses say what becomes of them.
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
  private readonly rough: Int32Array;
  private readonly found = new Found((found) => this.take(found));
  private readonly concepts: ConceptFeatures;

  /**
   * @param names The names of all concepts, by id: as the lexicon has them.
   * @param rough One bit for each `1 << ROUGH_BITS` hashes: features without it are left out.
   */
  constructor(names: readonly string[], rough: Int32Array = EVERYTHING) {
    this.rough = rough;
    this.concepts = new ConceptFeatures(names, rough, this.found);
  }

  /** Takes features of the unit. */
  protected abstract take(found: Found): void;

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
    const next = this.concepts.read(tokens, firstToken, this);
    this.found.handOn();
    return next;
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
          if (kind === HAN && breathEndsAt(text, at)) {
            clauseEnd[clauses++] = at;
            open = false;
            if (count >= LONG_BREATH) break;
          }
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
    const { full, stem, asPair, asBigram, clause, from, rough, found } = this;
    found.makeRoom(MOST_FEATURES);
    const word = full[i]!;
    const root = stem[i]!;
    const here = clause[i]!;
    const start = from[i]!;
    const ownPair = mix(PAIR, root);
    const ownBigram = mix(BIGRAM, word);
    asPair[i] = ownPair;
    asBigram[i] = ownBigram;
    const alone = joined(ownBigram ^ UNIGRAM);
    if (mayKnow(rough, alone)) found.add(alone, here, here, start, stop);
    if (root !== word) {
      const hash = joined(ownPair ^ STEM);
      if (mayKnow(rough, hash)) found.add(hash, here, here, start, stop);
    }
    if (i === 0) return;
    const two = (asBigram[i - 1]! + Math.imul(ownBigram, SECOND)) | 0;
    const bigram = joined(two);
    if (mayKnow(rough, bigram)) found.add(bigram, clause[i - 1]!, here, from[i - 1]!, stop);
    const secondPair = Math.imul(ownPair, SECOND);
    if (root !== word || stem[i - 1] !== full[i - 1]) {
      const hash = joined((asPair[i - 1]! + secondPair) ^ STEM_BIGRAM);
      if (mayKnow(rough, hash)) found.add(hash, clause[i - 1]!, here, from[i - 1]!, stop);
    }
    if (i === 1) return;
    const trigram = joined((Math.imul(asBigram[i - 2]!, TRIGRAM) + two) | 0);
    if (mayKnow(rough, trigram)) found.add(trigram, clause[i - 2]!, here, from[i - 2]!, stop);
    for (let j = i > reach ? i - reach : 0; j < i - 1; j++) {
      const hash = joined((asPair[j]! + secondPair) | 0);
      if (mayKnow(rough, hash)) found.add(hash, clause[j]!, here, from[j]!, stop);
    }
  }
}
