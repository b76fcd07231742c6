import { hashOn } from '../text/unit.ts';
import { Units } from '../text/units.ts';
import { HashSet } from './hash-set.ts';
import type { Heritage } from './heritage.ts';
import { bucketOf, isWordUnit, numbersIn, unpack } from './pack.ts';
import type { PackedPack } from './pack.ts';
import { newTerm, OWN_BITS } from './term.ts';
import type { Term } from './term.ts';
import { edgeBit, RECORD, ROOT, Trie } from './trie.ts';
import { conceptsOf, vocabularyOf } from './vocabulary.ts';
import type { Pack } from './vocabulary.ts';

/** Bit of a code unit that belongs to a Latin word (letters and digits). */
export const WORD = 1;
/** Bit of a code unit that some term starts with. */
export const STARTS = 2;
/** Bit of a code unit with a bucket of terms that is not unpacked yet. */
const PACKED = 512;

const NEWLINE = 10;
const SPACE = 32;
/** From here on scripts write without spaces. */
const EAST_ASIAN = 0x2e80;
const APOSTROPHE = 39;
const LETTER_T = 116;

/** "can't" is no "can": a term does not end before 't. */
function isShort(codes: Uint16Array, at: number, next: number): boolean {
  return next === APOSTROPHE && codes[at + 1] === LETTER_T;
}

/** A flag is one of so many bits. */
const MAX_FLAGS = 31;

/** A pack that is unpacked bit by bit. */
interface Packed {
  /** Bucket → which line of `terms` and `numbers` it is, until it is unpacked. */
  readonly lines: Map<number, number>;
  readonly terms: readonly string[];
  readonly numbers: readonly string[];
  readonly sets: readonly string[];
  /** The numbers of the terms of each set, as far as they are known; else 0. */
  readonly termNumbers: Uint16Array;
  /** The ids of its concepts. */
  readonly ids: readonly number[];
}

/** All terms of all packs: a look-up costs what the longest term that starts there is long, however many terms there are. */
export class Lexicon {
  /** Concept names by id. */
  readonly concepts: readonly string[];
  /** Where the last successful {@link match} ended (exclusive). */
  matchEnd = 0;
  /** The hash of the Latin word of which {@link wordEnd} was asked last (`hashOn`). */
  private wordHash = 0;
  /** Code unit → {@link WORD} and {@link STARTS} bits; the bits from 4 to 128 are free for the reader. */
  readonly classes = new Uint16Array(65536);

  /** What terms stand for, by {@link Term.number}; grows while buckets are unpacked. */
  readonly terms: Term[] = [];

  private readonly ids: ReadonlyMap<string, number>;
  private readonly idLists = new Map<string, readonly number[]>();
  private readonly trie = new Trie();
  private readonly units = new Units();
  /** The hashes of the Latin words that some term begins with. */
  private readonly firstWords = new HashSet();
  private readonly packed: Packed[] = [];
  private readonly termNumbers = new Map<string, number>();
  private readonly flags: ReadonlyMap<string, number>;

  /**
   * @param packs The words.
   * @param extraConcepts Concepts that exist even if no pack has a word for them.
   * @param flagged Concepts with flags.
   * @param heritage What longer terms take over from shorter ones, in packs where that is not done yet. Default: nothing.
   * @param common Names of frequent concepts, the most frequent first: a few of them have a bit that no other shares.
   */
  constructor(
    packs: readonly Pack[],
    extraConcepts: readonly string[] = [],
    flagged: readonly string[] = extraConcepts,
    heritage?: Heritage,
    common: readonly string[] = [],
  ) {
    const names = new Set<string>([...extraConcepts, ...flagged]);
    for (const pack of packs) for (const concept of conceptsOf(pack)) names.add(concept);
    const first = common.filter((name) => names.has(name)).slice(0, OWN_BITS);
    this.concepts = [...new Set([...first, ...[...names].sort()])];
    this.ids = new Map(this.concepts.map((name, id) => [name, id]));
    if (flagged.length > MAX_FLAGS) throw new RangeError(`expected at most ${MAX_FLAGS} concepts with flags`);
    this.flags = new Map(flagged.map((name, bit) => [name, 1 << bit]));
    this.termOf([]);
    for (let code = 0; code < 0x180; code++) if (isWordUnit(code)) this.classes[code] = WORD;
    if (packs.every((pack): pack is PackedPack => 'sets' in pack)) for (const pack of packs) this.keep(pack);
    else this.addVocabulary(vocabularyOf(packs, heritage));
  }

  /** Id of a concept, or -1 if no pack and no rule names it. */
  id(concept: string): number {
    return this.ids.get(concept) ?? -1;
  }

  /** Ids of concepts whose names are joined by `|`, as far as they are known; always the same list for the same names. */
  idsOf(names: string): readonly number[] {
    let ids = this.idLists.get(names);
    if (ids === undefined) {
      ids = names.split('|').map((name) => this.id(name)).filter((id) => id >= 0);
      this.idLists.set(names, ids);
    }
    return ids;
  }

  /** The bit of a concept with a flag in {@link Term.flags}; 0 for any other. */
  flag(concept: string): number {
    return this.flags.get(concept) ?? 0;
  }

  /** The term that expresses these concepts. */
  termOf(concepts: readonly number[]): Term {
    return this.terms[this.numberOf(concepts)]!;
  }

  /**
   * The longest term that starts at `from` and ends at or before `to`, or `undefined`. Latin terms match whole words only. A
   * line break inside a Chinese term is skipped.
   */
  match(text: string, from: number, to: number): Term | undefined {
    this.units.fill(text);
    return this.find(this.units, from, to);
  }

  /** As {@link match}, in the code units of a text. */
  find(text: Units, from: number, to: number): Term | undefined {
    const first = text.codes[from]!;
    const best = (this.classes[first]! & WORD) === 0 ? this.matchUnit(text, from, to, first) : this.matchWord(text, from, to);
    return best === 0 ? undefined : this.terms[best];
  }

  /** The number of the longest term that begins with a unit of no Latin word, 0 if there is none. */
  private matchUnit(text: Units, from: number, to: number, first: number): number {
    const { classes, trie } = this;
    const { codes } = text;
    if ((classes[first]! & PACKED) !== 0) this.open(first);
    const single = trie.singles[first]!;
    let best = 0;
    for (let at = from + 1; ; at++) {
      const next = at < to ? codes[at]! : 0;
      if (!isShort(codes, at, next)) {
        best = single;
        this.matchEnd = at;
      }
      if (at >= to) return best;
      if (next === NEWLINE && first >= EAST_ASIAN) continue;
      const node = trie.pair(first, next === NEWLINE ? SPACE : next);
      return node === 0 ? best : this.follow(text, at + 1, to, node, best);
    }
  }

  /** The number of the longest term that begins with the Latin word there, 0 if there is none. */
  private matchWord(text: Units, from: number, to: number): number {
    const { trie } = this;
    const end = this.wordEnd(text, from, to);
    const hash = this.wordHash;
    if (!this.firstWords.mayHave(hash)) return 0;
    let node = trie.latinChild(ROOT, text.codes, from, end, hash);
    if (node === 0 && this.open(hash)) node = trie.latinChild(ROOT, text.codes, from, end, hash);
    return node === 0 ? 0 : this.follow(text, end, to, node, 0);
  }

  /** Where the Latin word ends that begins at a place, at `to` at the latest. */
  wordEnd(text: Units, from: number, to: number): number {
    const noted = text.wordEnd(from);
    if (noted > from && noted <= to) {
      this.wordHash = text.hashes[from]!;
      return noted;
    }
    const { codes } = text;
    let hash = 0;
    let end = from;
    for (; end < to && (this.classes[codes[end]!]! & WORD) !== 0; end++) hash = hashOn(hash, codes[end]!);
    this.wordHash = hash;
    return end;
  }

  /** The number of the longest term that goes on at `from` behind a node of the trie, else `shorter`. */
  private follow(text: Units, from: number, to: number, start: number, shorter: number): number {
    const { classes, trie } = this;
    const { codes } = text;
    const { records, letters } = trie;
    let best = shorter;
    let record = start * RECORD;
    let tail = records[record + 1]!;
    let found = records[record]! & 0xffff;
    let last = codes[from - 1]!;
    for (let at = from; ; at++) {
      let next = at < to ? codes[at]! : 0;
      if (found !== 0 && (last >= EAST_ASIAN || (classes[next]! & classes[last]! & WORD) === 0) && !isShort(codes, at, next)) {
        best = found;
        this.matchEnd = at;
      }
      if (at >= to) return best;
      const expected = next === NEWLINE && last < EAST_ASIAN ? SPACE : next;
      if (tail !== 0) {
        const end = records[record + 2]!;
        if (tail < end && letters[tail] === expected) found = ++tail === end ? records[record]! >>> 16 : 0;
        else if (next !== NEWLINE || expected === SPACE) return best;
      } else {
        const edges = records[record + 2]!;
        let child = 0;
        if (expected === SPACE && at + 1 < to && (classes[codes[at + 1]!]! & WORD) !== 0) {
          const end = this.wordEnd(text, at + 1, to);
          const hash = this.wordHash;
          if ((edges & edgeBit(hash)) !== 0) child = trie.latinChild(record / RECORD, codes, at + 1, end, hash);
          at = end - 1;
          next = codes[at]!;
        } else if ((edges & edgeBit(expected)) !== 0) child = trie.child(record / RECORD, expected);
        if (child !== 0) {
          record = child * RECORD;
          tail = records[record + 1]!;
          found = records[record]! & 0xffff;
        } else if (next !== NEWLINE || expected === SPACE) return best;
      }
      if (next !== NEWLINE) last = next;
    }
  }

  /** Number of trie nodes so far, for sizing and tests. */
  get size(): number {
    return this.trie.size;
  }

  /** Keeps the buckets of a pack until a text needs them. */
  private keep(pack: PackedPack): void {
    const { classes } = this;
    const lines = new Map<number, number>();
    const terms = pack.terms.split('\n');
    for (let line = 0; line < terms.length; line++) {
      // What comes before the first term is its 0.
      const list = terms[line]!;
      const bucket = bucketOf(list, 1);
      const code = list.charCodeAt(1);
      classes[code]! |= isWordUnit(code) ? STARTS : STARTS | PACKED;
      this.firstWords.add(bucket);
      lines.set(bucket, line);
    }
    const sets = pack.sets.split('\n');
    const ids = pack.concepts.split(' ').map((name) => this.id(name));
    this.packed.push({ lines, terms, numbers: pack.numbers.split('\n'), sets, termNumbers: new Uint16Array(sets.length), ids });
  }

  /** Unpacks a bucket; returns whether it was there and still packed. */
  private open(bucket: number): boolean {
    let found = false;
    for (const { lines, terms, numbers, sets, termNumbers, ids } of this.packed) {
      const line = lines.get(bucket);
      if (line === undefined) continue;
      lines.delete(bucket);
      found = true;
      unpack(terms[line]!, numbers[line]!, (term, set) => {
        this.add(term, termNumbers[set] ||= this.numberOf(numbersIn(sets[set]!).map((number) => ids[number]!)));
      });
    }
    if (bucket < 0x10000 && bucket >= 0) this.classes[bucket]! &= ~PACKED;
    return found;
  }

  private addVocabulary(vocabulary: ReadonlyMap<string, readonly string[]>): void {
    for (const [term, concepts] of vocabulary) {
      this.firstWords.add(bucketOf(term));
      this.add(term, this.numberOf(concepts.map((concept) => this.id(concept))));
    }
  }

  private add(term: string, number: number): void {
    this.classes[term.charCodeAt(0)]! |= STARTS;
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
    const number = this.terms.length;
    this.termNumbers.set(key, number);
    this.terms.push(newTerm(number, concepts, (id) => this.flag(this.concepts[id]!)));
    return number;
  }
}
