import type { LanguagePack } from './pack.ts';

/** Bit of a code unit that belongs to a Latin word (letters and digits). */
export const WORD = 1;
/** Bit of a code unit that some term starts with. */
export const STARTS = 2;

/** The concept of terms that only keep shorter terms from matching. */
const SHIELD = 'neutral';
const FREE = -1;
/** "can't" is no "can": a term does not end before 't. */
const APOSTROPHE = 39;
const LETTER_T = 116;

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

/**
 * All terms of all packs as one trie in typed arrays: a look-up costs one hash probe for each character of the
 * longest term that starts there, however many terms there are.
 */
export class Lexicon {
  /** Concept names by id. */
  readonly concepts: readonly string[];
  /** Where the last successful {@link match} ended (exclusive). */
  matchEnd = 0;
  /** Code unit → {@link WORD} and {@link STARTS} bits; higher bits are free for the reader. */
  readonly classes = new Uint8Array(65536);

  private readonly ids: ReadonlyMap<string, number>;
  /** Code unit → its number in the alphabet of all terms, 0 if no term holds it. */
  private readonly letters = new Uint16Array(65536);
  private readonly letterBits: number;
  private readonly roots = new Int32Array(65536);
  /** Pairs of a key (parent node and letter) and the child's node. */
  private slots: Int32Array;
  private mask: number;
  private used = 0;
  /** Node → the number of its term in `terms`, 0 where none ends. */
  private nodeTerm: Uint16Array;
  private nodes = 0;
  private readonly terms: Term[] = [];
  private readonly termNumbers = new Map<string, number>();
  private readonly flags: ReadonlyMap<string, number>;

  /**
   * @param packs The words.
   * @param extraConcepts Concepts that exist even if no pack has a word for them; they and the cues have flags.
   * @param cues Concepts that a longer term inherits from a shorter one that it begins with: 没法给您 is still a 没法.
   * @param kept Concepts that a longer term keeps from a shorter one that it begins or ends with, unless it holds a cue of
   * `refusing`: "i'll wire" is still a "wire", "can't wire" is not.
   */
  constructor(
    packs: readonly LanguagePack[],
    extraConcepts: readonly string[] = [],
    cues: readonly string[] = [],
    kept: readonly string[] = [],
    refusing: readonly string[] = [],
  ) {
    const names = new Set<string>([...extraConcepts, ...cues]);
    for (const pack of packs) for (const concept of Object.keys(pack.terms)) names.add(concept);
    this.concepts = [...names].sort();
    this.ids = new Map(this.concepts.map((name, id) => [name, id]));
    const flagged = [...new Set([...extraConcepts, ...cues])];
    if (flagged.length > MAX_FLAGS) throw new RangeError(`expected at most ${MAX_FLAGS} concepts with flags`);
    this.flags = new Map(flagged.map((name, bit) => [name, 1 << bit]));
    this.termOf([]);
    let alphabet = 0;
    let characters = 0;
    for (const pack of packs) {
      for (const joined of Object.values(pack.terms)) {
        characters += joined.length;
        for (let at = 0; at < joined.length; at++) {
          const code = joined.charCodeAt(at);
          if (this.letters[code] === 0) this.letters[code] = ++alphabet;
        }
      }
    }
    this.letterBits = 32 - Math.clz32(alphabet);
    this.mask = (1 << (33 - Math.clz32(characters))) - 1;
    this.slots = new Int32Array(2 * (this.mask + 1)).fill(FREE);
    this.nodeTerm = new Uint16Array(characters + 2);
    for (let code = 48; code <= 57; code++) this.classes[code] = WORD;
    for (let code = 97; code <= 122; code++) this.classes[code] = WORD;
    for (let code = 0xe0; code <= 0x17f; code++) this.classes[code] = WORD;
    for (const pack of packs) {
      for (const concept of Object.keys(pack.terms)) {
        const id = this.ids.get(concept) ?? 0;
        for (const term of pack.terms[concept]!.split('|')) if (term !== '') this.add(term, id);
      }
    }
    const inherited = new Set(cues.map((name) => this.id(name)));
    const shield = this.id(SHIELD);
    for (const pack of packs) {
      for (const joined of Object.values(pack.terms)) for (const term of joined.split('|')) this.inherit(term, inherited, shield);
    }
    const held = new Set(kept.map((name) => this.id(name)));
    if (held.size === 0) return;
    const barred = new Set([shield, ...refusing.map((name) => this.id(name))]);
    for (const pack of packs) {
      for (const joined of Object.values(pack.terms)) for (const term of joined.split('|')) this.keep(term, held, barred);
    }
  }

  /** Id of a concept, or -1 if no pack and no rule names it. */
  id(concept: string): number {
    return this.ids.get(concept) ?? -1;
  }

  /** The bit of an extra concept or a cue in {@link Term.flags}; 0 for any other. */
  flag(concept: string): number {
    return this.flags.get(concept) ?? 0;
  }

  /** The term that expresses these concepts. */
  termOf(concepts: readonly number[]): Term {
    return this.terms[this.numberOf(concepts)]!;
  }

  /**
   * The longest term that starts at `from` and ends at or before `to`, or `undefined`.
   * Latin terms match whole words only. A line break inside a Chinese term is skipped.
   */
  match(text: string, from: number, to: number): Term | undefined {
    const { classes, nodeTerm } = this;
    let last = text.charCodeAt(from);
    let node = this.roots[last]!;
    let best = 0;
    for (let at = from + 1; node !== 0; at++) {
      const found = nodeTerm[node]!;
      const next = at < to ? text.charCodeAt(at) : 0;
      if (found !== 0 && (classes[next]! & classes[last]! & WORD) === 0 && !(next === APOSTROPHE && text.charCodeAt(at + 1) === LETTER_T)) {
        best = found;
        this.matchEnd = at;
      }
      if (at >= to) break;
      const child = this.child(node, next);
      if (child !== 0) node = child;
      else if (next === 10) {
        if (last < 0x2e80) node = this.child(node, 32);
        continue;
      } else break;
      last = next;
    }
    return best === 0 ? undefined : this.terms[best];
  }

  private add(term: string, concept: number): void {
    const first = term.charCodeAt(0);
    this.classes[first]! |= STARTS;
    let node = this.roots[first]!;
    if (node === 0) {
      node = this.newNode();
      this.roots[first] = node;
    }
    for (let index = 1; index < term.length; index++) {
      const code = term.charCodeAt(index);
      const known = this.child(node, code);
      node = known === 0 ? this.place(node, code) : known;
    }
    const { concepts } = this.terms[this.nodeTerm[node]!]!;
    if (!concepts.includes(concept)) this.nodeTerm[node] = this.numberOf([...concepts, concept]);
  }

  /** Gives a term the cues of the shorter terms that it begins with, unless it is there to shield them. */
  private inherit(term: string, cues: ReadonlySet<number>, shield: number): void {
    let node = this.roots[term.charCodeAt(0)]!;
    let passed: number[] | undefined;
    for (let index = 1; index < term.length; index++) {
      for (const id of this.terms[this.nodeTerm[node]!]!.concepts) {
        if (cues.has(id) && !this.bothWord(term, index)) (passed ??= []).push(id);
      }
      node = this.child(node, term.charCodeAt(index));
    }
    if (passed === undefined) return;
    const own = this.terms[this.nodeTerm[node]!]!.concepts;
    if (own.includes(shield)) return;
    const missing = passed.filter((id) => !own.includes(id));
    if (missing.length > 0) this.nodeTerm[node] = this.numberOf([...own, ...missing]);
  }

  /** Gives a term the kept concepts of the shorter terms that it begins or ends with. */
  private keep(term: string, held: ReadonlySet<number>, barred: ReadonlySet<number>): void {
    const { length } = term;
    let found: number[] | undefined;
    let node = 0;
    for (let from = 0; from < length; from++) {
      if (from > 0 && this.bothWord(term, from)) continue;
      node = this.roots[term.charCodeAt(from)]!;
      for (let to = from + 1; to <= length && node !== 0; to++) {
        const number = this.nodeTerm[node]!;
        const shorter = number !== 0 && to - from < length && to - from > 1 && (from === 0 || to === length);
        if (shorter && (to === length || !this.bothWord(term, to))) {
          for (const id of this.terms[number]!.concepts) if (held.has(id)) (found ??= []).push(id);
        }
        if (to < length) node = this.child(node, term.charCodeAt(to));
      }
    }
    if (found === undefined) return;
    const whole = this.nodeOf(term);
    const own = this.terms[this.nodeTerm[whole]!]!.concepts;
    if (own.some((id) => barred.has(id))) return;
    const missing = [...new Set(found)].filter((id) => !own.includes(id));
    if (missing.length > 0) this.nodeTerm[whole] = this.numberOf([...own, ...missing]);
  }

  private nodeOf(term: string): number {
    let node = this.roots[term.charCodeAt(0)]!;
    for (let index = 1; index < term.length; index++) node = this.child(node, term.charCodeAt(index));
    return node;
  }

  private bothWord(text: string, at: number): boolean {
    return (this.classes[text.charCodeAt(at)]! & this.classes[text.charCodeAt(at - 1)]! & WORD) !== 0;
  }

  private newNode(): number {
    return ++this.nodes;
  }

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

  private child(node: number, code: number): number {
    const letter = this.letters[code]!;
    if (letter === 0) return 0;
    const key = (node << this.letterBits) | letter;
    const { slots, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 11) & mask;
    for (;;) {
      const found = slots[2 * slot]!;
      if (found === key) return slots[2 * slot + 1]!;
      if (found === FREE) return 0;
      slot = (slot + 1) & mask;
    }
  }

  private place(node: number, code: number): number {
    const made = this.newNode();
    const key = (node << this.letterBits) | this.letters[code]!;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 11) & this.mask;
    while (this.slots[2 * slot] !== FREE) slot = (slot + 1) & this.mask;
    this.slots[2 * slot] = key;
    this.slots[2 * slot + 1] = made;
    this.used++;
    return made;
  }

  /** Number of trie edges, for sizing and tests. */
  get size(): number {
    return this.used;
  }
}
