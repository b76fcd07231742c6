/**
 * A trie in typed arrays that grow. Latin words are taken in one step, by their hash: the one that a word begins with, and
 * each that follows, with the space before it. Other words begin with two code units at once. All other edges are of one
 * code unit, and live in one hash table; where only one word goes on, what is left of it is kept in one piece, so that the
 * tables stay small enough for the caches.
 */
import { hashOfWord } from '../text/unit.ts';
import { Units } from '../text/units.ts';
import { isWordUnit } from './pack.ts';
import { NumberTable } from './number-table.ts';

const MAX_NODES = 65535;
/** Numbers a node: see {@link Trie.records}. */
export const RECORD = 4;

/** The node that words begin at. */
export const ROOT = 0;
const SPACE = 32;

/** The bit of an edge, by its code unit or by the hash of its Latin word; edges share bits, so that a bit not set means no. */
export function edgeBit(edge: number): number {
  return 1 << (edge & 31);
}

/** Where the Latin word ends of which the space before it stands at a place; one behind the place where there is none. */
function wordEnd(codes: Uint16Array, at: number, to: number): number {
  let end = at + 1;
  if (codes[at] === SPACE) while (end < to && isWordUnit(codes[end]!)) end++;
  return end;
}

/** One number of a node and the hash of a Latin word, different ones for nearly all of them. */
function keyOf(node: number, hash: number): number {
  return (hash + Math.imul(node, 0x85ebca6b)) | 0;
}

/** Words, each with a number from 1 to 65,535. */
export class Trie {
  /**
   * {@link RECORD} numbers a node: the number of the word that ends there, and times 65,536 that of the word that ends with
   * the tail; where the tail stands in `letters` (what is left of the only word that goes on; 0 for none); where it ends, or
   * without a tail a bit for each edge ({@link edgeBit}); where the Latin word stands that leads there at once.
   */
  records = new Int32Array(RECORD << 12);
  /** The letters of all tails, and of all Latin words that are one step, with the node before them and their length in front. */
  letters = new Uint16Array(1 << 14);
  /** The number of the word that a code unit is by itself, 0 if it is none; not of Latin letters and digits. */
  readonly singles = new Uint16Array(65536);

  /** Node and code unit → the node that the edge between them leads to. */
  private readonly edges = new NumberTable(1 << 13);
  /** The first two code units of a word that begins with no Latin one → the node behind them. */
  private readonly pairs = new NumberTable(1 << 12);
  /** Node and hash of the Latin word that goes on from there → the node behind it; where that is taken, the next number. */
  private readonly latin = new NumberTable(1 << 12);
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

  /** The node that a Latin word leads to, from the root at once and from other nodes with a space before it; 0 if there is none. */
  latinChild(node: number, codes: Uint16Array, from: number, to: number, hash: number): number {
    for (let key = keyOf(node, hash); ; key = (key + 1) | 0) {
      const child = this.latin.get(key);
      if (child === 0 || this.isLatin(child, node, codes, from, to)) return child;
    }
  }

  private isLatin(child: number, node: number, codes: Uint16Array, from: number, to: number): boolean {
    const { letters } = this;
    const place = this.records[child * RECORD + 3]!;
    if (letters[place] !== node || letters[place + 1] !== to - from) return false;
    for (let at = from; at < to; at++) if (letters[place + 2 + at - from] !== codes[at]) return false;
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
    const codes = this.units.fill(word);
    const first = codes[0]!;
    let at = 2;
    let node: number;
    if (isWordUnit(first)) {
      for (at = 1; at < length && isWordUnit(codes[at]!); ) at++;
      node = this.latinStep(ROOT, codes, 0, at);
    } else if (length === 1) {
      const known = this.singles[first]!;
      this.singles[first] = known === 0 ? number : both(known, number);
      return;
    } else {
      const second = codes[1]!;
      node = this.pair(first, second) || this.addTo(this.pairs, (first << 16) | second);
    }
    for (;;) {
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
      const end = wordEnd(codes, at, length);
      node = this.step(node, codes, at, end);
      at = end;
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

  /** Moves the tail of a node one step on, to make room for another word. */
  private lower(node: number): void {
    const record = node * RECORD;
    const number = this.records[record]! >>> 16;
    const from = this.records[record + 1]!;
    const end = this.records[record + 2]!;
    this.records[record]! &= 0xffff;
    this.records[record + 1] = this.records[record + 2] = 0;
    const rest = wordEnd(this.letters, from, end);
    const next = this.step(node, this.letters, from, rest) * RECORD;
    const { records } = this;
    if (rest === end) records[next] = number;
    else {
      records[next] = number << 16;
      records[next + 1] = rest;
      records[next + 2] = end;
    }
  }

  /** The node that one code unit leads to, or several of them: a space and a Latin word; made where there is none yet. */
  private step(node: number, codes: Uint16Array, from: number, to: number): number {
    const code = codes[from]!;
    return to > from + 1 ? this.latinStep(node, codes, from + 1, to) : this.child(node, code) || this.branch(node, code);
  }

  private branch(node: number, code: number): number {
    const made = this.addTo(this.edges, (node << 16) | code);
    this.records[node * RECORD + 2]! |= edgeBit(code);
    return made;
  }

  /** The node that a Latin word leads to, made where there is none yet. */
  private latinStep(node: number, codes: Uint16Array, from: number, to: number): number {
    const hash = hashOfWord(codes, from, to);
    const known = this.latinChild(node, codes, from, to, hash);
    if (known !== 0) return known;
    let key = keyOf(node, hash);
    while (this.latin.get(key) !== 0) key = (key + 1) | 0;
    const made = this.addTo(this.latin, key);
    const place = this.reserve(to - from + 2);
    this.letters[place] = node;
    this.letters[place + 1] = to - from;
    for (let at = from; at < to; at++) this.letters[place + 2 + at - from] = codes[at]!;
    this.records[made * RECORD + 3] = place;
    if (node !== ROOT) this.records[node * RECORD + 2]! |= edgeBit(hash);
    return made;
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
