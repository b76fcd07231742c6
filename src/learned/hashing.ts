/** Hashes of features. Training and reading share them: the weights of a model are stored by hash. */

/** Bits of a feature's hash. Few enough to store cheaply, enough that a chance hit is rare. */
export const HASH_BITS = 22;
const SHIFT = 32 - HASH_BITS;
/** Bits of a hash that a rough filter leaves out. */
export const ROUGH_BITS = 4;
/** Shift from a hash to its word in a rough filter. */
export const WORD_SHIFT = ROUGH_BITS + 5;
const FLAG = 0x243f6a88;

/** A filter that lets every feature through. */
export const EVERYTHING = new Int32Array(1 << (HASH_BITS - WORD_SHIFT)).fill(-1);

/** Whether a feature may be among those that a rough filter knows. */
export function mayKnow(rough: Int32Array, hash: number): boolean {
  return (rough[hash >>> WORD_SHIFT]! & (1 << (hash >>> ROUGH_BITS))) !== 0;
}

/** Makes a part of a feature of a kind and a value. */
export function mix(kind: number, value: number): number {
  const mixed = Math.imul(kind ^ value, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}

/** Hash of a feature of two parts: of the sum of what `mix` made of each. */
export function joined(sum: number): number {
  return Math.imul(sum ^ (sum >>> 16), 0x9e3779b1) >>> SHIFT;
}

/** Hash of a feature of one part. */
export function single(part: number): number {
  return part >>> SHIFT;
}

/** The hash of a fact that is not text, such as one of the context. */
export function flagFeature(index: number): number {
  return single(mix(FLAG, index));
}

/** A hash for the name of a concept; independent of its number in a lexicon. */
export function conceptHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash | 0;
}
