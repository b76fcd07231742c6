/**
 * A trie over UTF-16 code units, in typed arrays that grow. Its edges live in one hash table; where only one word goes on,
 * what is left of it is kept in one piece, so that the tables stay small enough for the caches.
 */

const MAX_NODES = 65535;
const PAIR_BITS = 17;
/** Numbers a node: word that ends there and word that ends with the tail, start and end of the tail, whether it branches. */
export const RECORD = 4;

/** The hash of two code units, for {@link Trie.pairs}. */
export function pairOf(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> (32 - PAIR_BITS);
}

/** Words, each with a number from 1 to 65,535. */
export class Trie {
  /** A bit for each pair of code units ({@link pairOf}) that some word begins with: 0 means no word does. */
  readonly pairs = new Uint32Array(1 << (PAIR_BITS - 5));
  /**
   * {@link RECORD} numbers a node, node 0 is the root: the number of the word that ends there, and times 65,536 that of the
   * word that ends with the tail; where the tail stands in `letters` (what is left of the only word that goes on; 0 for
   * none) and where it ends; 1 if there are edges.
   */
  records = new Int32Array(RECORD << 12);
  /** The node of each code unit that some word begins with, else 0: most look-ups end here. */
  readonly roots = new Uint16Array(65536);
  /** The letters of all tails. */
  letters = new Uint16Array(1 << 14);

  /** Pairs of an edge (node and code unit) and the node it leads to, 0 where the slot is free. */
  private slots = new Int32Array(2 << 12);
  private edges = 0;
  private nodes = 1;
  private written = 1;

  /** Number of nodes. */
  get size(): number {
    return this.nodes;
  }

  /** The node that an edge leads to, 0 if there is none. */
  child(node: number, code: number): number {
    const key = (node << 16) | code;
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const target = slots[slot + 1]!;
      if (target === 0 || slots[slot] === key) return target;
      slot = (slot + 2) & mask;
    }
  }

  /**
   * Puts a word in.
   *
   * @param word Not empty.
   * @param number Its number.
   * @param both The number for a word that has one already; called with that one and the new one.
   */
  put(word: string, number: number, both: (known: number, number: number) => number): void {
    const first = word.charCodeAt(0);
    const { length } = word;
    if (length > 1) {
      const pair = pairOf(first, word.charCodeAt(1));
      this.pairs[pair >>> 5]! |= 1 << (pair & 31);
    }
    let node = this.roots[first]! || (this.roots[first] = this.branch(0, first));
    for (let at = 1; ; at++) {
      const record = node * RECORD;
      const ends = this.records[record]!;
      if (at === length) {
        const known = ends & 0xffff;
        this.records[record] = (ends & 0xffff0000) | (known === 0 ? number : both(known, number));
        return;
      }
      const from = this.records[record + 1]!;
      if (from === 0 && this.records[record + 3] === 0) {
        this.records[record] = (ends & 0xffff) | (number << 16);
        this.write(record, word, at);
        return;
      }
      if (from !== 0) {
        if (this.hasTail(record, word, at)) {
          this.records[record] = (ends & 0xffff) | (both(ends >>> 16, number) << 16);
          return;
        }
        this.lower(node);
      }
      const code = word.charCodeAt(at);
      node = this.child(node, code) || this.branch(node, code);
    }
  }

  /** Writes what is left of a word as the tail of a node. */
  private write(record: number, word: string, at: number): void {
    const end = this.written + word.length - at;
    if (end > this.letters.length) this.letters = grown(this.letters, new Uint16Array(end * 2));
    this.records[record + 1] = this.written;
    this.records[record + 2] = end;
    for (let from = at; this.written < end; from++) this.letters[this.written++] = word.charCodeAt(from);
  }

  private hasTail(record: number, word: string, at: number): boolean {
    const from = this.records[record + 1]!;
    if (this.records[record + 2]! - from !== word.length - at) return false;
    for (let index = at; index < word.length; index++) if (this.letters[from + index - at] !== word.charCodeAt(index)) return false;
    return true;
  }

  /** Moves the tail of a node one letter on, to make room for another word. */
  private lower(node: number): void {
    const from = this.records[node * RECORD + 1]!;
    const next = this.branch(node, this.letters[from]!) * RECORD;
    const { records } = this;
    const record = node * RECORD;
    const number = records[record]! >>> 16;
    const end = records[record + 2]!;
    records[record] = records[record]! & 0xffff;
    records[record + 1] = 0;
    if (end - from === 1) records[next] = number;
    else {
      records[next] = number << 16;
      records[next + 1] = from + 1;
      records[next + 2] = end;
    }
  }

  private branch(node: number, code: number): number {
    const made = this.nodes++;
    if (made > MAX_NODES) throw new RangeError(`vocabulary: expected at most ${MAX_NODES} trie nodes`);
    if (this.nodes * RECORD > this.records.length) this.records = grown(this.records, new Int32Array(this.records.length * 2));
    this.records[node * RECORD + 3] = 1;
    if (++this.edges * 4 > this.slots.length) this.growSlots();
    this.insert((node << 16) | code, made);
    return made;
  }

  private insert(key: number, target: number): void {
    const mask = this.slots.length - 2;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    this.slots[slot] = key;
    this.slots[slot + 1] = target;
  }

  private growSlots(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    for (let slot = 0; slot < slots.length; slot += 2) if (slots[slot + 1] !== 0) this.insert(slots[slot]!, slots[slot + 1]!);
  }
}

function grown<Numbers extends Int32Array | Uint16Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}
