const BITS = 16;

/** A set of hashes, small enough for the caches: hashes share bits, so that a bit not set means no. */
export class HashSet {
  private readonly bits = new Uint32Array(1 << (BITS - 5));

  /** Puts a hash in. */
  add(hash: number): void {
    const bit = bitOf(hash);
    this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** Whether a hash may be in the set; no means no. */
  mayHave(hash: number): boolean {
    const bit = bitOf(hash);
    return ((this.bits[bit >>> 5]! >>> (bit & 31)) & 1) !== 0;
  }
}

function bitOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
}
