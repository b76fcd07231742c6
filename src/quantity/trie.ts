/**
 * A trie over UTF-16 code units whose edges live in one hash table of integers: a step costs about one probe. Where
 * only one word goes on, its rest is kept as a string, which keeps the table small enough for the caches.
 */

/** A word that ends the branching: what is left of it, and its value. */
export interface Rest<Value> {
  readonly text: string;
  readonly value: Value;
}

/** A built trie; node 0 is the root. */
export interface Trie<Value> {
  readonly keys: Int32Array;
  readonly targets: Uint16Array;
  readonly shift: number;
  /** What ends at each node. */
  readonly values: readonly (Value | undefined)[];
  /** The only way on from each node, where there is just one; such a node has no edges. */
  readonly rests: readonly (Rest<Value> | undefined)[];
}

const MAX_NODES = 65535;

/** The edges of one node: the words that go on by one code unit, from `from` to `to` in the sorted list. */
interface Branch {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/**
 * Builds a trie.
 * @param entries Words and their values.
 * @throws RangeError where the words need more than 65,535 nodes.
 */
export function buildTrie<Value>(entries: ReadonlyMap<string, Value>): Trie<Value> {
  const words = [...entries.keys()].sort();
  const values: (Value | undefined)[] = [undefined];
  const rests: (Rest<Value> | undefined)[] = [undefined];
  const edges: number[] = [];
  const targets: number[] = [];
  const open: Branch[] = [{ node: 0, from: 0, to: words.length, depth: 0 }];
  for (let branch = open.pop(); branch; branch = open.pop()) {
    const { node, depth, to } = branch;
    let { from } = branch;
    if (from < to && (words[from] as string).length === depth) values[node] = entries.get(words[from++] as string);
    if (to - from === 1 && node !== 0) {
      const word = words[from] as string;
      rests[node] = { text: word.slice(depth), value: entries.get(word) as Value };
      continue;
    }
    while (from < to) {
      const code = (words[from] as string).charCodeAt(depth);
      let end = from + 1;
      while (end < to && (words[end] as string).charCodeAt(depth) === code) end++;
      const next = values.length;
      if (next > MAX_NODES) throw new RangeError(`vocabulary: expected at most ${MAX_NODES} trie nodes`);
      values.push(undefined);
      rests.push(undefined);
      edges.push((node << 16) | code);
      targets.push(next);
      open.push({ node: next, from, to: end, depth: depth + 1 });
      from = end;
    }
  }
  return { ...hashEdges(edges, targets), values, rests };
}

function hashEdges(edges: readonly number[], nodes: readonly number[]): { keys: Int32Array; targets: Uint16Array; shift: number } {
  let bits = 4;
  while (1 << bits < edges.length * 2) bits++;
  const keys = new Int32Array(1 << bits);
  const targets = new Uint16Array(1 << bits);
  const shift = 32 - bits;
  const mask = keys.length - 1;
  for (let i = 0; i < edges.length; i++) {
    const key = edges[i] as number;
    let slot = Math.imul(key, 0x9e3779b1) >>> shift;
    while (targets[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    targets[slot] = nodes[i] as number;
  }
  return { keys, targets, shift };
}

/** The node reached from `node` by `code`, or 0 where there is none. */
export function step(trie: Trie<unknown>, node: number, code: number): number {
  const key = (node << 16) | code;
  const { keys, targets } = trie;
  const mask = keys.length - 1;
  let slot = Math.imul(key, 0x9e3779b1) >>> trie.shift;
  for (;;) {
    const target = targets[slot] as number;
    if (target === 0) return 0;
    if (keys[slot] === key) return target;
    slot = (slot + 1) & mask;
  }
}
