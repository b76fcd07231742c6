import type { Lexicon } from '../lexicon/lexicon.ts';

/**
 * The sets of concepts that patterns name, each with a number, and for every term of the lexicon a bit for each of them:
 * whether a token fills an element of a pattern is then one look-up.
 */
export class ConceptGroups {
  private readonly numbers = new Map<string, number>();
  private readonly byConcept = new Map<number, number[]>();
  private width = 0;
  private bits = new Int32Array(0);
  private terms = 0;

  /** The number of a set of concepts; sets are named before the first {@link learn}. */
  number(ids: readonly number[]): number {
    const key = [...ids].sort((a, b) => a - b).join(' ');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(key, number);
    for (const id of ids) {
      const groups = this.byConcept.get(id);
      if (groups === undefined) this.byConcept.set(id, [number]);
      else groups.push(number);
    }
    this.width = (number >>> 5) + 1;
    return number;
  }

  /** Whether the lexicon has terms that are not known yet. */
  lacks({ terms }: Lexicon): boolean {
    return this.terms < terms.length;
  }

  /** Sets the bits of the terms that the lexicon has and that are not known yet. */
  learn({ terms }: Lexicon): void {
    const { width } = this;
    if (terms.length * width > this.bits.length) {
      const wider = new Int32Array(2 * terms.length * width);
      wider.set(this.bits);
      this.bits = wider;
    }
    for (; this.terms < terms.length; this.terms++) {
      const row = this.terms * width;
      for (const id of terms[this.terms]!.concepts) {
        for (const group of this.byConcept.get(id) ?? []) this.bits[row + (group >>> 5)]! |= 1 << (group & 31);
      }
    }
  }

  /** Whether a term expresses one of the concepts of a group. */
  has(term: number, group: number): boolean {
    return ((this.bits[term * this.width + (group >>> 5)]! >>> (group & 31)) & 1) !== 0;
  }
}
