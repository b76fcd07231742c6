import type { Lexicon } from '../lexicon/lexicon.ts';
import { highBit, lowBit } from '../lexicon/term.ts';

/** Some concepts: their number among all groups, and their bits as `Term` has them. */
export interface Concepts {
  readonly group: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The sets of concepts that patterns name, each with a number, and for every term of the lexicon a bit for each of them:
 * whether a token fills an element of a pattern is then one look-up.
 */
export class ConceptGroups {
  private readonly byKey = new Map<string, Concepts>();
  private readonly byList = new Map<readonly number[], Concepts>();
  private readonly byConcept = new Map<number, number[]>();
  private width = 0;
  private bits = new Int32Array(0);
  private terms = 0;

  /** A set of concepts; sets are named before the first {@link learn}. */
  of(ids: readonly number[]): Concepts {
    let concepts = this.byList.get(ids);
    if (concepts === undefined) {
      const key = ids.join(' ');
      concepts = this.byKey.get(key) ?? this.add(key, ids);
      this.byList.set(ids, concepts);
    }
    return concepts;
  }

  private add(key: string, ids: readonly number[]): Concepts {
    const group = this.byKey.size;
    let low = 0;
    let high = 0;
    for (const id of ids) {
      low |= lowBit(id);
      high |= highBit(id);
      const groups = this.byConcept.get(id);
      if (groups === undefined) this.byConcept.set(id, [group]);
      else groups.push(group);
    }
    const concepts = { group, low, high };
    this.byKey.set(key, concepts);
    this.width = (group >>> 5) + 1;
    return concepts;
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
