import { HASH_RANGE, hashOf } from './hash.ts';

/** How the states of a {@link Bounded} map begin and come together. `merge` must be associative and commutative. */
export interface Algebra<State> {
  /** The state of a key that nothing has been counted for. */
  empty(): State;
  /** Adds `from` to `into`; `from` stays as it is. */
  merge(into: State, from: State): void;
}

/** A {@link Bounded} map as plain JSON. */
export interface BoundedEntries<State> {
  /** The kept keys in the order of their text. */
  readonly kept: readonly (readonly [string, State])[];
  /** All other keys together; null where there are none. */
  readonly rest: State | null;
  /** The smallest hash among the keys that were not kept; null where all are kept. */
  readonly cut: number | null;
}

/**
 * Counts by key in bounded memory: the keys with the smallest hashes are kept, all others are counted together.
 *
 * A key that is kept in the end was never dropped before, since at no time were enough keys before it; so its count is
 * complete, and what is kept does not depend on the order of the rows or on how they were divided.
 */
export class Bounded<State> {
  readonly #limit: number;
  readonly #algebra: Algebra<State>;
  #states = new Map<string, State>();
  #rest: State | null = null;
  #cut = HASH_RANGE;

  /** @param limit how many keys are kept, at least 1. */
  constructor(limit: number, algebra: Algebra<State>) {
    this.#limit = limit;
    this.#algebra = algebra;
  }

  /** The state to which what belongs to a key is to be added. */
  at(key: string): State {
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    if (this.#cut < HASH_RANGE && hashOf(key) >= this.#cut) return (this.#rest ??= this.#algebra.empty());
    // Dropping costs a sort, so it is done when the limit is exceeded twofold.
    if (this.#states.size >= 2 * this.#limit) {
      this.#prune();
      return this.at(key);
    }
    const state = this.#algebra.empty();
    this.#states.set(key, state);
    return state;
  }

  /** Adds everything that another map with the same limit counted. */
  merge({ kept, rest, cut }: BoundedEntries<State>): void {
    for (const [key, state] of kept) this.#algebra.merge(this.at(key), state);
    if (rest !== null) this.#algebra.merge((this.#rest ??= this.#algebra.empty()), rest);
    if (cut !== null) this.#cut = Math.min(this.#cut, cut);
  }

  /** What was counted; the states are not copied. */
  entries(): BoundedEntries<State> {
    this.#prune();
    const kept = [...this.#states].sort(([a], [b]) => (a < b ? -1 : 1));
    return { kept, rest: this.#rest, cut: this.#cut === HASH_RANGE ? null : this.#cut };
  }

  #prune(): void {
    if (this.#states.size <= this.#limit) return;
    const byHash = [...this.#states.keys()].map((key) => ({ key, hash: hashOf(key) }));
    byHash.sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
    const dropped = byHash.slice(this.#limit);
    const rest = (this.#rest ??= this.#algebra.empty());
    for (const { key } of dropped) {
      this.#algebra.merge(rest, this.#states.get(key)!);
      this.#states.delete(key);
    }
    this.#cut = Math.min(this.#cut, dropped[0]!.hash);
  }
}

/** How many different keys there were: exact where all are kept, else an estimate from the spread of the hashes. */
export function distinctKeys<State>({ kept, cut }: BoundedEntries<State>): number {
  return cut === null ? kept.length : Math.round((kept.length * HASH_RANGE) / cut);
}
