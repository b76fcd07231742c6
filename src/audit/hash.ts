/** One more than the largest hash: hashes are whole numbers below it, spread evenly. */
export const HASH_RANGE = 2 ** 53;

/**
 * A well-spread hash of a text: two 32-bit multiplicative lanes (as in cyrb53), 53 bits in all, so that it fits a number. Not for
 * secrets. The same text gives the same hash on every machine and in every version: checkpoints hold them.
 */
export function hashOf(text: string): number {
  let low = 0x41c6ce57;
  let high = 0xdeadbeef;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
