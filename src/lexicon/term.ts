/** What a term stands for. */
export interface Term {
  /** Terms that stand for the same have the same number, from 0 on. */
  readonly number: number;
  /** Ids of the concepts that it expresses. */
  readonly concepts: readonly number[];
  /** Bits of the named concepts (`Lexicon.flag`) among them. */
  readonly flags: number;
  /** Two words of bits, one bit for each concept; concepts share bits, so that a bit not set means no. */
  readonly low: number;
  readonly high: number;
}

/** So many of the bits belong to one concept each. */
export const OWN_BITS = 12;
const SHARED_BITS = 64 - OWN_BITS;

function bitOf(id: number): number {
  return id < OWN_BITS ? id : OWN_BITS + ((id - OWN_BITS) % SHARED_BITS);
}

/** The bits of a concept in {@link Term.low}. */
export function lowBit(id: number): number {
  const bit = bitOf(id);
  return bit < 32 ? 1 << bit : 0;
}

/** The bits of a concept in {@link Term.high}. */
export function highBit(id: number): number {
  const bit = bitOf(id);
  return bit < 32 ? 0 : 1 << (bit - 32);
}

/**
 * Makes a term.
 *
 * @param flagOf The flag of a concept.
 */
export function newTerm(number: number, concepts: readonly number[], flagOf: (id: number) => number): Term {
  let flags = 0;
  let low = 0;
  let high = 0;
  for (const id of concepts) {
    if (id < 0) continue;
    flags |= flagOf(id);
    low |= lowBit(id);
    high |= highBit(id);
  }
  return { number, concepts, flags, low, high };
}
