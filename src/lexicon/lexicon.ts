import type { LanguagePack } from './pack.ts';

/** Bit set for a code unit that belongs to a Latin word (letters and digits). */
const WORD = 1;
/** Bit set for a code unit that some term starts with. */
const STARTS = 2;

const EMPTY: readonly number[] = [];

/**
 * All terms of all packs as one trie in typed arrays: a look-up costs one hash probe per character of the
 * longest term that starts there, however many terms there are.
 */
export class Lexicon {
  /** Concept names by id. */
  readonly concepts: readonly string[];
  /** Where the last successful {@link match} ended (exclusive). */
  matchEnd = 0;

  private readonly ids: ReadonlyMap<string, number>;
  private readonly classes = new Uint8Array(65536);
  private readonly roots = new Int32Array(65536);
  private slotParent: Int32Array;
  private slotCode: Uint16Array;
  private slotNode: Int32Array;
  private mask: number;
  private used = 0;
  private nodeTerm: (readonly number[])[] = [EMPTY];

  constructor(packs: readonly LanguagePack[], extraConcepts: readonly string[] = []) {
    const names = new Set<string>(extraConcepts);
    for (const pack of packs) for (const concept of Object.keys(pack.terms)) names.add(concept);
    this.concepts = [...names].sort();
    this.ids = new Map(this.concepts.map((name, id) => [name, id]));
    this.mask = (1 << 17) - 1;
    this.slotParent = new Int32Array(this.mask + 1);
    this.slotCode = new Uint16Array(this.mask + 1);
    this.slotNode = new Int32Array(this.mask + 1);
    for (let code = 48; code <= 57; code++) this.classes[code] = WORD;
    for (let code = 97; code <= 122; code++) this.classes[code] = WORD;
    for (let code = 0xe0; code <= 0x17f; code++) this.classes[code] = WORD;
    for (const pack of packs) {
      for (const [concept, joined] of Object.entries(pack.terms)) {
        const id = this.ids.get(concept) ?? 0;
        for (const term of joined.split('|')) if (term !== '') this.add(term, id);
      }
    }
  }

  /** Id of a concept, or -1 if no pack and no rule names it. */
  id(concept: string): number {
    return this.ids.get(concept) ?? -1;
  }

  /** Whether the code unit is part of a Latin word. */
  isWord(code: number): boolean {
    return (this.classes[code]! & WORD) !== 0;
  }

  /** Whether some term starts with the code unit. */
  starts(code: number): boolean {
    return this.classes[code]! >= STARTS;
  }

  /**
   * The concepts of the longest term that starts at `from` and ends at or before `to`, or `undefined`.
   * Latin terms match whole words only. A line break inside a Chinese term is skipped.
   */
  match(text: string, from: number, to: number): readonly number[] | undefined {
    let node = this.roots[text.charCodeAt(from)]!;
    let best: readonly number[] | undefined;
    for (let at = from + 1; node !== 0; at++) {
      const found = this.nodeTerm[node]!;
      const next = at < to ? text.charCodeAt(at) : 0;
      if (found.length > 0 && !((this.classes[next]! & this.classes[text.charCodeAt(at - 1)]! & WORD) !== 0)) {
        best = found;
        this.matchEnd = at;
      }
      if (at >= to) break;
      const child = this.child(node, next);
      if (child !== 0) node = child;
      else if (next === 10) {
        if (text.charCodeAt(at - 1) < 0x2e80) node = this.child(node, 32);
      } else node = 0;
    }
    return best;
  }

  private add(term: string, concept: number): void {
    const first = term.charCodeAt(0);
    this.classes[first]! |= STARTS;
    let node = this.roots[first]!;
    if (node === 0) {
      node = this.newNode();
      this.roots[first] = node;
    }
    for (let index = 1; index < term.length; index++) node = this.childOrNew(node, term.charCodeAt(index));
    const known = this.nodeTerm[node]!;
    if (!known.includes(concept)) this.nodeTerm[node] = [...known, concept];
  }

  private newNode(): number {
    this.nodeTerm.push(EMPTY);
    return this.nodeTerm.length - 1;
  }

  private child(node: number, code: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 8 & this.mask;
    for (;;) {
      const found = this.slotNode[slot]!;
      if (found === 0) return 0;
      if (this.slotParent[slot] === node && this.slotCode[slot] === code) return found;
      slot = (slot + 1) & this.mask;
    }
  }

  private childOrNew(node: number, code: number): number {
    const known = this.child(node, code);
    if (known !== 0) return known;
    if (this.used * 2 > this.mask) this.grow();
    const made = this.newNode();
    this.place(node, code, made);
    return made;
  }

  private place(node: number, code: number, made: number): void {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 8 & this.mask;
    while (this.slotNode[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slotParent[slot] = node;
    this.slotCode[slot] = code;
    this.slotNode[slot] = made;
    this.used++;
  }

  private grow(): void {
    const { slotParent, slotCode, slotNode } = this;
    this.mask = this.mask * 2 + 1;
    this.slotParent = new Int32Array(this.mask + 1);
    this.slotCode = new Uint16Array(this.mask + 1);
    this.slotNode = new Int32Array(this.mask + 1);
    this.used = 0;
    for (let slot = 0; slot < slotNode.length; slot++) {
      if (slotNode[slot] !== 0) this.place(slotParent[slot]!, slotCode[slot]!, slotNode[slot]!);
    }
  }
}
