/**
 * A trie over UTF-16 code units, in typed arrays. Its edges live in one hash table; where only one word goes on, what is
 * left of it is kept in one piece, so that the tables stay small enough for the caches.
 */

const FREE = 0;
const MAX_NODES = 65535;
const PAIR_BITS = 17;
const EMPTY = '';

/** The hash of two code units, for {@link Trie.pairs}. */
export function pairOf(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> (32 - PAIR_BITS);
}

/** Words, each with a number above 0. Words come first, then {@link seal}, then look-ups. */
export class Trie {
  /** First code unit → node of all words that begin with it, 0 if none does. */
  readonly roots = new Uint16Array(65536);
  /** A bit for each pair of code units ({@link pairOf}) that some word begins with: 0 means no word does. */
  readonly pairs = new Uint32Array(1 << (PAIR_BITS - 5));
  /** Node → the number of the word that ends there, 0 if none does. */
  endings = new Uint16Array(0);
  /** Node → where its tail stands in `letters`: what is left of the only word that goes on; 0 if it has none. */
  tails = new Int32Array(0);
  /** Node → where its tail ends. */
  tailEnds = new Int32Array(0);
  /** Node → the number of the word that ends with the tail. */
  tailEndings = new Uint16Array(0);
  /** The letters of all tails. */
  letters = new Uint16Array(0);

  /** Edge (node and code unit) → node it leads to. */
  private keys = new Int32Array(1 << 12);
  private targets = new Uint16Array(1 << 12);
  private edges = 0;
  // While words are put in.
  private ending: number[] = [0];
  private tail: string[] = [EMPTY];
  private tailEnding: number[] = [0];
  private branches: boolean[] = [false];

  /** Number of nodes. */
  get size(): number {
    return this.endings.length;
  }

  /** The node that an edge leads to, 0 if there is none. */
  child(node: number, code: number): number {
    const key = (node << 16) | code;
    const { keys, targets } = this;
    const mask = keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const target = targets[slot]!;
      if (target === FREE || keys[slot] === key) return target;
      slot = (slot + 1) & mask;
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
    let node = this.roots[first]!;
    if (node === 0) node = this.roots[first] = this.newNode();
    for (let at = 1; ; at++) {
      if (at === length) {
        const known = this.ending[node]!;
        this.ending[node] = known === 0 ? number : both(known, number);
        return;
      }
      const tail = this.tail[node]!;
      if (tail === EMPTY && !this.branches[node]) {
        this.tail[node] = word.slice(at);
        this.tailEnding[node] = number;
        return;
      }
      if (tail.length === length - at && word.endsWith(tail)) {
        this.tailEnding[node] = both(this.tailEnding[node]!, number);
        return;
      }
      if (tail !== EMPTY) this.lower(node, tail);
      const code = word.charCodeAt(at);
      const next = this.child(node, code);
      node = next === 0 ? this.branch(node, code) : next;
    }
  }

  /** Ends the putting in of words. */
  seal(): void {
    this.endings = Uint16Array.from(this.ending);
    this.tailEndings = Uint16Array.from(this.tailEnding);
    this.tails = new Int32Array(this.ending.length);
    this.tailEnds = new Int32Array(this.ending.length);
    const all = this.tail.join('');
    this.letters = new Uint16Array(all.length + 1);
    for (let at = 0; at < all.length; at++) this.letters[at + 1] = all.charCodeAt(at);
    let from = 1;
    this.tail.forEach((tail, node) => {
      if (tail === EMPTY) return;
      this.tails[node] = from;
      from += tail.length;
      this.tailEnds[node] = from;
    });
    this.ending = [];
    this.tail = [];
    this.tailEnding = [];
    this.branches = [];
  }

  /** Moves the tail of a node one letter on, to make room for another word. */
  private lower(node: number, tail: string): void {
    const next = this.branch(node, tail.charCodeAt(0));
    const number = this.tailEnding[node]!;
    this.tail[node] = EMPTY;
    this.tailEnding[node] = 0;
    if (tail.length === 1) this.ending[next] = number;
    else {
      this.tail[next] = tail.slice(1);
      this.tailEnding[next] = number;
    }
  }

  private newNode(): number {
    const node = this.ending.length;
    if (node > MAX_NODES) throw new RangeError(`vocabulary: expected at most ${MAX_NODES} trie nodes`);
    this.ending.push(0);
    this.tail.push(EMPTY);
    this.tailEnding.push(0);
    this.branches.push(false);
    return node;
  }

  private branch(node: number, code: number): number {
    if (++this.edges * 2 > this.keys.length) this.grow();
    const made = this.newNode();
    this.branches[node] = true;
    this.insert((node << 16) | code, made);
    return made;
  }

  private insert(key: number, target: number): void {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.targets[slot] !== FREE) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.targets[slot] = target;
  }

  private grow(): void {
    const { keys, targets } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.targets = new Uint16Array(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot++) if (targets[slot] !== FREE) this.insert(keys[slot]!, targets[slot]!);
  }
}
