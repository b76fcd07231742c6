import { isWordUnit, passOn } from './heritage.ts';
import type { Heritage } from './heritage.ts';
import type { LanguagePack } from './pack.ts';
import { pairOf, Trie } from './trie.ts';

/** Bit of a code unit that belongs to a Latin word (letters and digits). */
export const WORD = 1;
/** Bit of a code unit that some term starts with. */
export const STARTS = 2;
/** Bit of a code unit that is a term by itself. */
const SINGLE = 256;

const NEWLINE = 10;
const SPACE = 32;
/** From here on scripts write without spaces. */
const EAST_ASIAN = 0x2e80;
const WORD_BITS = 16;
/** "can't" is no "can": a term does not end before 't. */
const APOSTROPHE = 39;
const LETTER_T = 116;

/** The hash of a Latin word, one code unit at a time, from 0 on. */
export function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** What a term stands for. */
export interface Term {
  /** Ids of the concepts that it expresses. */
  readonly concepts: readonly number[];
  /** Bits of the named concepts ({@link Lexicon.flag}) among them. */
  readonly flags: number;
  /** Two words of bits, one bit for each concept; concepts share bits, so that a bit not set means no. */
  readonly low: number;
  readonly high: number;
}

/** The bits of a concept in {@link Term.low}. */
export function lowBit(id: number): number {
  return (id & 1) === 0 ? 1 << ((id >>> 1) & 31) : 0;
}

/** The bits of a concept in {@link Term.high}. */
export function highBit(id: number): number {
  return (id & 1) === 0 ? 0 : 1 << ((id >>> 1) & 31);
}

/** A flag is one of so many bits. */
const MAX_FLAGS = 31;

/** All terms of all packs: a look-up costs what the longest term that starts there is long, however many terms there are. */
export class Lexicon {
  /** Concept names by id. */
  readonly concepts: readonly string[];
  /** Where the last successful {@link match} ended (exclusive). */
  matchEnd = 0;
  /** Code unit → {@link WORD} and {@link STARTS} bits; the bits from 4 to 128 are free for the reader. */
  readonly classes = new Uint16Array(65536);

  private readonly ids: ReadonlyMap<string, number>;
  private readonly trie = new Trie();
  /** The hashes of the Latin words that some term begins with, a bit each. */
  private readonly firstWords = new Uint32Array(1 << (WORD_BITS - 5));
  private readonly terms: Term[] = [];
  private readonly termNumbers = new Map<string, number>();
  private readonly flags: ReadonlyMap<string, number>;

  /**
   * @param packs The words.
   * @param extraConcepts Concepts that exist even if no pack has a word for them.
   * @param flagged Concepts with flags.
   * @param heritage What longer terms take over from shorter ones, in packs where that is not done yet. Default: nothing.
   */
  constructor(packs: readonly LanguagePack[], extraConcepts: readonly string[] = [], flagged: readonly string[] = extraConcepts, heritage?: Heritage) {
    const names = new Set<string>([...extraConcepts, ...flagged]);
    for (const { terms } of packs) for (const key of Object.keys(terms)) for (const concept of key.split(' ')) names.add(concept);
    this.concepts = [...names].sort();
    this.ids = new Map(this.concepts.map((name, id) => [name, id]));
    if (flagged.length > MAX_FLAGS) throw new RangeError(`expected at most ${MAX_FLAGS} concepts with flags`);
    this.flags = new Map(flagged.map((name, bit) => [name, 1 << bit]));
    this.termOf([]);
    for (let code = 0; code < 0x180; code++) if (isWordUnit(code)) this.classes[code] = WORD;
    if (heritage === undefined || packs.every(({ complete }) => complete)) this.addAll(packs);
    else this.addVocabulary(vocabularyOf(packs, heritage));
    this.trie.seal();
  }

  /** Id of a concept, or -1 if no pack and no rule names it. */
  id(concept: string): number {
    return this.ids.get(concept) ?? -1;
  }

  /** The bit of a concept with a flag in {@link Term.flags}; 0 for any other. */
  flag(concept: string): number {
    return this.flags.get(concept) ?? 0;
  }

  /** The term that expresses these concepts. */
  termOf(concepts: readonly number[]): Term {
    return this.terms[this.numberOf(concepts)]!;
  }

  /** Whether some term begins with the Latin word of this hash ({@link hashOn}): no means no. */
  mayBegin(hash: number): boolean {
    const bit = Math.imul(hash, 0x9e3779b1) >>> (32 - WORD_BITS);
    return ((this.firstWords[bit >>> 5]! >>> (bit & 31)) & 1) !== 0;
  }

  /**
   * The longest term that starts at `from` and ends at or before `to`, or `undefined`.
   * Latin terms match whole words only. A line break inside a Chinese term is skipped.
   */
  match(text: string, from: number, to: number): Term | undefined {
    const { classes, trie } = this;
    let last = text.charCodeAt(from);
    let next = from + 1 < to ? text.charCodeAt(from + 1) : 0;
    if ((classes[last]! & SINGLE) === 0 && next !== NEWLINE) {
      const pair = pairOf(last, next);
      if (((trie.pairs[pair >>> 5]! >>> (pair & 31)) & 1) === 0) return undefined;
    }
    const { endings, tails, tailEnds, tailEndings, letters } = trie;
    let node = trie.roots[last]!;
    if (node === 0) return undefined;
    let tail = 0;
    let tailEnd = 0;
    let found = endings[node]!;
    let best = 0;
    for (let at = from + 1; ; at++) {
      next = at < to ? text.charCodeAt(at) : 0;
      if (found !== 0 && (classes[next]! & classes[last]! & WORD) === 0 && !(next === APOSTROPHE && text.charCodeAt(at + 1) === LETTER_T)) {
        best = found;
        this.matchEnd = at;
      }
      if (at >= to) break;
      const expected = next === NEWLINE && last < EAST_ASIAN ? SPACE : next;
      if (tail === 0) {
        tail = tails[node]!;
        tailEnd = tailEnds[node]!;
      }
      if (tail === 0) {
        const child = trie.child(node, expected);
        if (child !== 0) {
          node = child;
          found = endings[node]!;
        } else if (next !== NEWLINE || expected === SPACE) break;
      } else if (tail < tailEnd && letters[tail] === expected) found = ++tail === tailEnd ? tailEndings[node]! : 0;
      else if (next !== NEWLINE || expected === SPACE) break;
      if (next !== NEWLINE) last = next;
    }
    return best === 0 ? undefined : this.terms[best];
  }

  /** Number of trie nodes, for sizing and tests. */
  get size(): number {
    return this.trie.size;
  }

  private addAll(packs: readonly LanguagePack[]): void {
    for (const { terms } of packs) {
      for (const key of Object.keys(terms)) {
        const number = this.numberOf(key.split(' ').map((concept) => this.id(concept)));
        for (const term of terms[key]!.split('|')) if (term !== '') this.add(term, number);
      }
    }
  }

  private addVocabulary(vocabulary: ReadonlyMap<string, readonly string[]>): void {
    for (const [term, concepts] of vocabulary) this.add(term, this.numberOf(concepts.map((concept) => this.id(concept))));
  }

  private add(term: string, number: number): void {
    const first = term.charCodeAt(0);
    this.classes[first]! |= term.length === 1 ? STARTS | SINGLE : STARTS;
    let hash = 0;
    for (let at = 0; at < term.length && isWordUnit(term.charCodeAt(at)); at++) hash = hashOn(hash, term.charCodeAt(at));
    const bit = Math.imul(hash, 0x9e3779b1) >>> (32 - WORD_BITS);
    this.firstWords[bit >>> 5]! |= 1 << (bit & 31);
    this.trie.put(term, number, this.union);
  }

  private readonly union = (known: number, more: number): number => {
    const { concepts } = this.terms[known]!;
    const missing = this.terms[more]!.concepts.filter((id) => !concepts.includes(id));
    return missing.length === 0 ? known : this.numberOf([...concepts, ...missing]);
  };

  private numberOf(concepts: readonly number[]): number {
    const key = String.fromCharCode(...concepts.map((id) => id + 1));
    const known = this.termNumbers.get(key);
    if (known !== undefined) return known;
    let flags = 0;
    let low = 0;
    let high = 0;
    for (const id of concepts) {
      if (id < 0) continue;
      flags |= this.flag(this.concepts[id]!);
      low |= lowBit(id);
      high |= highBit(id);
    }
    this.termNumbers.set(key, this.terms.length);
    return this.terms.push({ concepts, flags, low, high }) - 1;
  }
}

/** The terms of all packs with their concepts, those included that they take over. */
export function vocabularyOf(packs: readonly LanguagePack[], heritage: Heritage): Map<string, readonly string[]> {
  const vocabulary = new Map<string, readonly string[]>();
  const inheriting: string[] = [];
  for (const { terms, complete } of packs) {
    for (const key of Object.keys(terms)) {
      const concepts = key.split(' ');
      for (const term of terms[key]!.split('|')) {
        if (term === '') continue;
        const known = vocabulary.get(term);
        vocabulary.set(term, known === undefined ? concepts : [...known, ...concepts.filter((concept) => !known.includes(concept))]);
        if (complete !== true) inheriting.push(term);
      }
    }
  }
  passOn(vocabulary, inheriting, heritage);
  return vocabulary;
}
