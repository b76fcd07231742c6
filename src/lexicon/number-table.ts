const EMPTY = 0;

/** Positive numbers by 32-bit keys: open addressing in one typed array, so that a look-up costs about one cache line. */
export class NumberTable {
  /** Pairs of a key and its number; 0 marks a free slot. */
  private slots: Int32Array;
  private size = 0;

  /** @param capacity How many slots there are at first; a power of two. */
  constructor(capacity: number) {
    this.slots = new Int32Array(2 * capacity);
  }

  /** The number of a key, 0 if it has none. */
  get(key: number): number {
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const number = slots[slot + 1]!;
      if (number === EMPTY || slots[slot] === key) return number;
      slot = (slot + 2) & mask;
    }
  }

  /** Gives a key that has none a number. */
  put(key: number, number: number): void {
    if (++this.size * 4 > this.slots.length) this.grow();
    this.insert(key, number);
  }

  private insert(key: number, number: number): void {
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (slots[slot + 1] !== EMPTY) slot = (slot + 2) & mask;
    slots[slot] = key;
    slots[slot + 1] = number;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    for (let slot = 0; slot < slots.length; slot += 2) if (slots[slot + 1] !== EMPTY) this.insert(slots[slot]!, slots[slot + 1]!);
  }
}
