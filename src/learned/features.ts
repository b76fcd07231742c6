/**
 * What the learned reader sees of a sentence: n-grams and pairs of tokens, and concepts and pairs of concepts, each as
 * a hash with the clauses that it spans. Training and reading share this file, so that both see the same thing.
 */
import type { Quantity } from '../quantity/quantity.ts';
import type { Token } from '../reading/reading.ts';
import { CLAUSE, HAN, OTHER, TokenReader, UNIT, kindOf } from './tokens.ts';

/** Bits of a feature's hash. Few enough to store cheaply, enough that a chance hit is rare. */
export const HASH_BITS = 22;
const SHIFT = 32 - HASH_BITS;

const UNIGRAM = 0x2545f491;
const STEM = 0x3c6ef372;
const BIGRAM = 0x1f83d9ab;
const STEM_BIGRAM = 0x5be0cd19;
const TRIGRAM = 0x6a09e667;
const PAIR = 0x7f4a7c15;
const CONCEPT = 0x510e527f;
const CONCEPT_PAIR = 0x1b05688c;
const FLAG = 0x243f6a88;

/** A pair of Chinese characters, of words or of concepts reaches at most so many tokens. */
const HAN_REACH = 5;
const WORD_REACH = 10;
const CONCEPT_REACH = 6;
/** A unit longer than this is cut, so that memory stays bounded on hostile text. */
const MAX_UNIT_TOKENS = 400;
const MAX_CONCEPTS = 24 * MAX_UNIT_TOKENS;

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
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

/** Lays out a text's features unit by unit; its arrays hold the last unit. */
export class FeatureReader {
  /** Where the unit ends in the text (exclusive). */
  end = 0;
  /** Whether it ends in a question mark. */
  question = false;
  /** Clauses of the unit; clause `i` is `[clauseStart[i], clauseEnd[i])`. */
  clauses = 0;
  readonly clauseStart = new Int32Array(MAX_UNIT_TOKENS + 1);
  readonly clauseEnd = new Int32Array(MAX_UNIT_TOKENS + 1);
  /** Features of the unit: hash, first and last clause, and where its words start and end. */
  count = 0;
  readonly hash: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly start: Int32Array;
  readonly stop: Int32Array;

  private readonly token = new TokenReader();
  private readonly full = new Int32Array(MAX_UNIT_TOKENS);
  private readonly stem = new Int32Array(MAX_UNIT_TOKENS);
  private readonly kind = new Uint8Array(MAX_UNIT_TOKENS);
  private readonly clause = new Int32Array(MAX_UNIT_TOKENS);
  private readonly from = new Int32Array(MAX_UNIT_TOKENS);
  private readonly to = new Int32Array(MAX_UNIT_TOKENS);
  private readonly concepts: Int32Array;

  /** @param names The names of all concepts, by id: as the lexicon has them. */
  constructor(names: readonly string[]) {
    this.concepts = Int32Array.from(names, conceptHash);
    const most = MAX_UNIT_TOKENS * (6 + WORD_REACH) + MAX_CONCEPTS;
    this.hash = new Int32Array(most);
    this.first = new Int32Array(most);
    this.last = new Int32Array(most);
    this.start = new Int32Array(most);
    this.stop = new Int32Array(most);
  }

  /**
   * Reads the unit that starts at `from`.
   *
   * @param text Canonical text of a sentence.
   * @param from Where the unit starts.
   * @param tokens The concepts and quantities of the sentence.
   * @param firstToken The first of them that starts at or after `from`.
   * @returns Index of the first token after the unit; `end` is then the end of the unit.
   */
  read(text: string, from: number, tokens: readonly Token[], firstToken: number): number {
    this.count = 0;
    this.tokenise(text, from);
    return this.addConcepts(tokens, firstToken);
  }

  private tokenise(text: string, from: number): void {
    const { token, full, stem, kind, clause, clauseStart, clauseEnd } = this;
    const length = text.length;
    let count = 0;
    let clauses = 0;
    let at = from;
    let open = false;
    this.question = false;
    while (at < length && count < MAX_UNIT_TOKENS) {
      const code = text.charCodeAt(at);
      const found = kindOf(code);
      if (found === OTHER) {
        at++;
      } else if (found === CLAUSE) {
        at++;
        if (open) clauseEnd[clauses++] = at;
        open = false;
      } else if (found === UNIT) {
        at++;
        if (count > 0) {
          this.question = code === 63 || code === 0xff1f;
          break;
        }
      } else {
        token.read(text, at, found);
        if (!open) clauseStart[clauses] = at;
        open = true;
        full[count] = token.full;
        stem[count] = token.stem;
        kind[count] = found;
        clause[count] = clauses;
        this.from[count] = at;
        at = token.end;
        this.to[count] = at;
        this.combine(count++);
      }
    }
    if (open) clauseEnd[clauses++] = at;
    this.end = at;
    this.clauses = clauses;
  }

  private combine(i: number): void {
    const { full, stem, kind } = this;
    const word = full[i]!;
    const root = stem[i]!;
    this.put(mix(UNIGRAM, word), i, i);
    if (root !== word) this.put(mix(STEM, root), i, i);
    if (i === 0) return;
    const before = full[i - 1]!;
    this.put(mix(mix(BIGRAM, before), word), i - 1, i);
    if (root !== word || stem[i - 1] !== before) this.put(mix(mix(STEM_BIGRAM, stem[i - 1]!), root), i - 1, i);
    if (i === 1) return;
    this.put(mix(mix(mix(TRIGRAM, full[i - 2]!), before), word), i - 2, i);
    const reach = kind[i] === HAN ? HAN_REACH : WORD_REACH;
    for (let j = i > reach ? i - reach : 0; j < i - 1; j++) this.put(mix(mix(PAIR, stem[j]!), root), j, i);
  }

  private put(hash: number, i: number, j: number): void {
    const at = this.count++;
    this.hash[at] = hash >>> SHIFT;
    this.first[at] = this.clause[i]!;
    this.last[at] = this.clause[j]!;
    this.start[at] = this.from[i]!;
    this.stop[at] = this.to[j]!;
  }

  private addConcepts(tokens: readonly Token[], firstToken: number): number {
    const { end, clauses, clauseEnd } = this;
    let at = firstToken;
    const names: number[][] = [];
    const places: number[] = [];
    const limit = this.hash.length - 1;
    for (let clause = 0; at < tokens.length && tokens[at]!.start < end; at++) {
      const token = tokens[at]!;
      while (clause + 1 < clauses && clauseEnd[clause]! <= token.start) clause++;
      const own = this.namesOf(token);
      const index = names.length;
      for (const name of own) {
        if (this.count >= limit) return skip(tokens, at, end);
        this.putConcept(mix(CONCEPT, name), clause, clause, token.start, token.end);
        for (let j = Math.max(0, index - CONCEPT_REACH); j < index; j++) {
          const other = tokens[firstToken + j]!;
          for (const before of names[j]!) {
            if (this.count >= limit) return skip(tokens, at, end);
            this.putConcept(mix(mix(CONCEPT_PAIR, before), name), places[j]!, clause, other.start, token.end);
          }
        }
      }
      names.push(own);
      places.push(clause);
    }
    return at;
  }

  private putConcept(hash: number, first: number, last: number, start: number, stop: number): void {
    const at = this.count++;
    this.hash[at] = hash >>> SHIFT;
    this.first[at] = first;
    this.last[at] = last;
    this.start[at] = start;
    this.stop[at] = stop;
  }

  private namesOf({ concepts, quantity }: Token): number[] {
    const names: number[] = [];
    for (const id of concepts) if (id >= 0) names.push(this.concepts[id]!);
    if (quantity !== undefined) names.push(...sizesOf(quantity));
    return names;
  }
}

function skip(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]!.start < end) at++;
  return at;
}

const HOURS = { minute: 1 / 60, hour: 1, day: 24, 'business-day': 24 } as const;
const TIME_STEPS = [1, 24, 48, 72, 120, 240] as const;
const MONEY_STEPS = [12, 20, 50, 100] as const;
const MINOR = 100;

/** A quantity by its kind and rough size: what a promise of it means depends on little more. */
function sizesOf(quantity: Quantity): number[] {
  if (quantity.kind === 'time') {
    const step = stepOf(quantity.duration.max * HOURS[quantity.duration.unit], TIME_STEPS);
    return [0x1000 + step, 0x2000 + step * 8 + ANCHORS.indexOf(quantity.anchor), 0x3000 + FORMS.indexOf(quantity.form)];
  }
  if (quantity.kind === 'money') return [0x4000 + stepOf((quantity.minor * quantity.count) / MINOR, MONEY_STEPS)];
  if (quantity.kind === 'multiple') return [(quantity.form === 'times' ? 0x5000 : 0x6000) + (quantity.factor > 1 ? 1 : 0)];
  return [0x7000 + (quantity.value <= 1 ? 1 : quantity.value <= 10 ? 2 : 3)];
}

const ANCHORS = ['relative', 'weekday', 'date', 'clock', 'idiom'];
const FORMS = ['duration', 'range', 'deadline', 'point'];

function stepOf(value: number, steps: readonly number[]): number {
  let step = 0;
  while (step < steps.length && value > steps[step]!) step++;
  return step;
}
