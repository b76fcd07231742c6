/**
 * A trie in typed arrays that grow. It branches only behind the head of a word: its first Latin word, which is found by its
 * hash, or its first two code units. From there on its edges live in one hash table; where only one word goes on, what is
 * left of it is kept in one piece, so that the tables stay small enough for the caches.
 */
import { hashOn } from '../text/unit.ts';
import { Units } from '../text/units.ts';
import { isWordUnit } from './pack.ts';
import { NumberTable } from './number-table.ts';

const MAX_NODES = 65535;
/** Numbers a node: see {@link Trie.records}. */
export const RECORD = 4;

/** The bit of an edge; edges share bits, so that a bit not set means no. */
export function edgeBit(code: number): number {
  return 1 << (code & 31);
}

/** Words, each with a number from 1 to 65,535. */
export class Trie {
  /**
   * {@link RECORD} numbers a node: the number of the word that ends there, and times 65,536 that of the word that ends with
   * the tail; where the tail stands in `letters` (what is left of the only word that goes on; 0 for none); where it ends, or
   * without a tail a bit for each edge ({@link edgeBit}); where the Latin word stands that leads there at once.
   */
  records = new Int32Array(RECORD << 12);
  /** The letters of all tails, and of the Latin words at the head of others, with their length before them. */
  letters = new Uint16Array(1 << 14);
  /** The number of the word that a code unit is by itself, 0 if it is none; not of Latin letters and digits. */
  readonly singles = new Uint16Array(65536);

  /** Node and code unit → the node that the edge between them leads to. */
  private readonly edges = new NumberTable(1 << 13);
  /** The first two code units of a word that begins with no Latin one → the node behind them. */
  private readonly pairs = new NumberTable(1 << 12);
  /** The hash of the Latin word that a word begins with → the node behind it; where that is taken, the next number. */
  private readonly heads = new NumberTable(1 << 12);
  private readonly units = new Units();
  private nodes = 1;
  private written = 1;

  /** Number of nodes. */
  get size(): number {
    return this.nodes;
  }

  /** The node that an edge leads to, 0 if there is none. */
  child(node: number, code: number): number {
    return this.edges.get((node << 16) | code);
  }

  /** The node behind two code units, 0 if no word begins with them. */
  pair(first: number, second: number): number {
    return this.pairs.get((first << 16) | second);
  }

  /** The node behind the Latin word that stands in the code units of a text, 0 if no word begins with it. */
  head(codes: Uint16Array, from: number, to: number, hash: number): number {
    for (let key = hash; ; key = (key + 1) | 0) {
      const node = this.heads.get(key);
      if (node === 0 || this.isHead(node, codes, from, to)) return node;
    }
  }

  private isHead(node: number, codes: Uint16Array, from: number, to: number): boolean {
    const { letters } = this;
    const place = this.records[node * RECORD + 3]!;
    if (letters[place] !== to - from) return false;
    for (let at = from; at < to; at++) if (letters[place + 1 + at - from] !== codes[at]) return false;
    return true;
  }

  /**
   * Puts a word in.
   *
   * @param word Not empty.
   * @param number Its number.
   * @param both The number for a word that has one already; called with that one and the new one.
   */
  put(word: string, number: number, both: (known: number, number: number) => number): void {
    const { length } = word;
    const first = word.charCodeAt(0);
    let at = 2;
    let node: number;
    if (isWordUnit(first)) {
      let hash = first;
      for (at = 1; at < length && isWordUnit(word.charCodeAt(at)); at++) hash = hashOn(hash, word.charCodeAt(at));
      node = this.head(this.units.fill(word), 0, at, hash) || this.addHead(word, at, hash);
    } else if (length === 1) {
      const known = this.singles[first]!;
      this.singles[first] = known === 0 ? number : both(known, number);
      return;
    } else {
      const second = word.charCodeAt(1);
      node = this.pair(first, second) || this.addTo(this.pairs, (first << 16) | second);
    }
    for (; ; at++) {
      const record = node * RECORD;
      const ends = this.records[record]!;
      if (at === length) {
        const known = ends & 0xffff;
        this.records[record] = (ends & 0xffff0000) | (known === 0 ? number : both(known, number));
        return;
      }
      const from = this.records[record + 1]!;
      if (from === 0 && this.records[record + 2] === 0) {
        this.records[record] = (ends & 0xffff) | (number << 16);
        this.records[record + 1] = this.write(word, at, length);
        this.records[record + 2] = this.written;
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

  /** Writes a piece of a word into `letters`; returns where it stands. */
  private write(word: string, from: number, to: number): number {
    const start = this.reserve(to - from);
    for (let at = from; at < to; at++) this.letters[start + at - from] = word.charCodeAt(at);
    return start;
  }

  private reserve(length: number): number {
    const start = this.written;
    this.written += length;
    if (this.written > this.letters.length) this.letters = grown(this.letters, new Uint16Array(this.written * 2));
    return start;
  }

  private hasTail(record: number, word: string, at: number): boolean {
    const from = this.records[record + 1]!;
    if (this.records[record + 2]! - from !== word.length - at) return false;
    for (let index = at; index < word.length; index++) if (this.letters[from + index - at] !== word.charCodeAt(index)) return false;
    return true;
  }

  /** Moves the tail of a node one letter on, to make room for another word. */
  private lower(node: number): void {
    const record = node * RECORD;
    const number = this.records[record]! >>> 16;
    const from = this.records[record + 1]!;
    const end = this.records[record + 2]!;
    this.records[record]! &= 0xffff;
    this.records[record + 1] = this.records[record + 2] = 0;
    const next = this.branch(node, this.letters[from]!) * RECORD;
    const { records } = this;
    if (end - from === 1) records[next] = number;
    else {
      records[next] = number << 16;
      records[next + 1] = from + 1;
      records[next + 2] = end;
    }
  }

  private branch(node: number, code: number): number {
    const made = this.addTo(this.edges, (node << 16) | code);
    this.records[node * RECORD + 2]! |= edgeBit(code);
    return made;
  }

  private addHead(word: string, end: number, hash: number): number {
    let key = hash;
    while (this.heads.get(key) !== 0) key = (key + 1) | 0;
    const node = this.addTo(this.heads, key);
    const place = this.reserve(1);
    this.letters[place] = end;
    this.write(word, 0, end);
    this.records[node * RECORD + 3] = place;
    return node;
  }

  private addTo(table: NumberTable, key: number): number {
    const made = this.nodes++;
    if (made > MAX_NODES) throw new RangeError(`vocabulary: expected at most ${MAX_NODES} trie nodes`);
    if (this.nodes * RECORD > this.records.length) this.records = grown(this.records, new Int32Array(this.records.length * 2));
    table.put(key, made);
    return made;
  }
}

function grown<Numbers extends Int32Array | Uint16Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}
