/** Features found in a unit, as numbers one after the other: made and read in bulk, thousands of times a second. */

/** So many numbers make a feature; what they are, by place. */
export const FEATURE = 5;
/** Its hash, of `HASH_BITS` bits. */
export const HASH = 0;
/** Clause of its first word. */
export const FIRST = 1;
/** Clause of its last word. */
export const LAST = 2;
/** Where its words start in the text. */
export const START = 3;
/** Where they end. */
export const STOP = 4;

/** At most so many are handed on at once. */
export const MOST_FOUND = 800;
const CAPACITY = MOST_FOUND * FEATURE;

/** A list of features, handed on when it is full and at the end of the unit. */
export class Found {
  /** The features; only those before `end` count. */
  readonly numbers = new Int32Array(CAPACITY);
  end = 0;
  private readonly take: (found: Found) => void;

  /** @param take Takes the features; the list is empty afterwards. */
  constructor(take: (found: Found) => void) {
    this.take = take;
  }

  /** Hands the features on if there is no room for so many more. */
  makeRoom(features: number): void {
    if (this.end + features * FEATURE > CAPACITY) this.handOn();
  }

  /** Adds a feature; there must be room. */
  add(hash: number, first: number, last: number, start: number, stop: number): void {
    const { numbers, end } = this;
    numbers[end + HASH] = hash;
    numbers[end + FIRST] = first;
    numbers[end + LAST] = last;
    numbers[end + START] = start;
    numbers[end + STOP] = stop;
    this.end = end + FEATURE;
  }

  /** Hands the features on. */
  handOn(): void {
    if (this.end > 0) this.take(this);
    this.end = 0;
  }
}
