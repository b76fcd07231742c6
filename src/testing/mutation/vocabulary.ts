import { alternativesOf } from '../../lexicon/alternatives.ts';
import { passOn } from '../../lexicon/heritage.ts';
import type { Heritage } from '../../lexicon/heritage.ts';

/** A word as somebody wrote it down: one entry of a concept's list. */
export interface WordEntry {
  /** Where it stands, for people: a file, or `zh`. */
  readonly place: string;
  /** What it is listed under: a concept, or all that a synonym has. */
  readonly concepts: readonly string[];
  /** The word as written. */
  readonly word: string;
  /** What it is called where it is only an alternative of a word: the word with that alternative in brackets. */
  readonly name?: string;
  /** The terms that it stands for, in canonical form: one, or all forms of an English verb, or all that alternatives write out. */
  readonly terms: readonly string[];
  /** Whether its terms have what they take over already, and take over nothing more. Default false. */
  readonly settled?: boolean;
}

/**
 * What can be taken away of an entry by itself: each alternative of its word, or all of it where it has none.
 *
 * @param entry The entry.
 * @param termsOf The canonical terms of a spelling.
 */
export function piecesOf(entry: WordEntry, termsOf: (spelling: string) => readonly string[]): WordEntry[] {
  return alternativesOf(entry.word).map(({ name, spellings }) => ({ ...entry, name, terms: [...new Set(spellings.flatMap(termsOf))] }));
}

/** What a term means once an entry is gone: its concepts; none where it is no term any more. */
export type ChangedTerms = ReadonlyMap<string, readonly string[]>;

const NONE: readonly string[] = [];
const NOTHING: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * The vocabulary by its entries. Says what changes when one of them is taken away, without going through all of them: the
 * entry's own terms, and longer ones that took something over from them.
 */
export class Vocabulary {
  /** Term → concept → how many entries say so. */
  private readonly own = new Map<string, Map<string, number>>();
  /** Term → longer terms that begin or end with it. */
  private readonly longer = new Map<string, string[]>();
  /** Term → its place in the order in which terms take over. */
  private readonly places = new Map<string, number>();
  private readonly settled = new Set<string>();
  /** What is gone for good; alternatives of one word share terms, which go once. */
  private readonly removed = new Set<string>();
  private readonly heritage: Heritage;

  /**
   * @param entries every entry, in the order in which their terms take over from each other.
   * @param heritage what longer terms take over from shorter ones.
   */
  constructor(entries: readonly WordEntry[], heritage: Heritage) {
    this.heritage = heritage;
    for (const { concepts, terms, settled = false } of entries) {
      for (const term of new Set(terms)) {
        if (!this.places.has(term)) this.places.set(term, this.places.size);
        if (settled) this.settled.add(term);
        else this.settled.delete(term);
        const counts = this.own.get(term) ?? new Map<string, number>();
        for (const concept of concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1);
        this.own.set(term, counts);
      }
    }
    for (const term of this.own.keys()) {
      if (this.settled.has(term)) continue;
      for (const part of this.partsOf(term)) {
        const list = this.longer.get(part);
        if (list === undefined) this.longer.set(part, [term]);
        else list.push(term);
      }
    }
  }

  /** What the terms mean that an entry has a part in, once it is gone. */
  without({ concepts, terms }: WordEntry): ChangedTerms {
    const lost = new Map<string, readonly string[]>();
    for (const term of terms) {
      const gone = concepts.filter((concept) => this.own.get(term)?.get(concept) === 1);
      if (gone.length > 0) lost.set(term, gone);
    }
    if (lost.size === 0) return new Map();
    const affected = new Set(lost.keys());
    for (const term of lost.keys()) for (const more of this.longer.get(term) ?? []) affected.add(more);
    const before = this.resolve(affected, NOTHING);
    const after = this.resolve(affected, lost);
    const changed = new Map<string, readonly string[]>();
    for (const term of affected) {
      const now = after.get(term) ?? NONE;
      // What a term loses can be made up for in number by what it may take over then.
      if (!sameConcepts(now, before.get(term) ?? NONE)) changed.set(term, now);
    }
    return changed;
  }

  /** Takes an entry away for good: what is asked afterwards is asked of the rest. */
  remove({ place, concepts, word, terms }: WordEntry): void {
    for (const term of new Set(terms)) {
      const key = [place, word, term, ...concepts].join('\u0000');
      if (this.removed.has(key)) continue;
      this.removed.add(key);
      const counts = this.own.get(term);
      for (const concept of concepts) {
        const count = counts?.get(concept) ?? 0;
        if (count > 1) counts?.set(concept, count - 1);
        else counts?.delete(concept);
      }
    }
  }

  /** The concepts of some terms with what they take over, where some terms have lost some. */
  private resolve(terms: ReadonlySet<string>, lost: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
    const some = new Map<string, readonly string[]>();
    const put = (term: string): void => {
      if (some.has(term)) return;
      const concepts = this.conceptsOf(term).filter((one) => lost.get(term)?.includes(one) !== true);
      if (concepts.length > 0) some.set(term, concepts);
    };
    for (const term of terms) {
      for (const part of this.partsOf(term)) {
        for (const inner of this.partsOf(part)) put(inner);
        put(part);
      }
      put(term);
    }
    const inheriting = [...some.keys()].filter((term) => !this.settled.has(term));
    passOn(some, inheriting.sort((a, b) => this.placeOf(a) - this.placeOf(b)), this.heritage);
    return some;
  }

  private conceptsOf(term: string): string[] {
    return [...(this.own.get(term)?.keys() ?? [])];
  }

  private placeOf(term: string): number {
    return this.places.get(term) ?? 0;
  }

  /** The shorter terms that a term begins or ends with. */
  private partsOf(term: string): string[] {
    const parts: string[] = [];
    for (let at = 1; at < term.length; at++) {
      if (this.own.has(term.slice(0, at))) parts.push(term.slice(0, at));
      if (this.own.has(term.slice(at))) parts.push(term.slice(at));
    }
    return parts;
  }
}

function sameConcepts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((concept) => others.includes(concept));
}
