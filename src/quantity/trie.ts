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
  /** Pairs of an edge (node and code unit) and the node that it leads to, hashed; the node 0 marks a free slot. */
  readonly edges: Int32Array;
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

function hashEdges(keys: readonly number[], nodes: readonly number[]): { edges: Int32Array; shift: number } {
  let bits = 4;
  while (1 << bits < keys.length * 2) bits++;
  const edges = new Int32Array(2 << bits);
  const shift = 32 - bits;
  const mask = edges.length - 1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    let slot = (Math.imul(key, 0x9e3779b1) >>> shift) << 1;
    while (edges[slot + 1] !== 0) slot = (slot + 2) & mask;
    edges[slot] = key;
    edges[slot + 1] = nodes[i] as number;
  }
  return { edges, shift };
}

/** The node reached from `node` by `code`, or 0 where there is none. */
export function step(trie: Trie<unknown>, node: number, code: number): number {
  const key = (node << 16) | code;
  const { edges } = trie;
  let slot = (Math.imul(key, 0x9e3779b1) >>> trie.shift) << 1;
  for (;;) {
    const target = edges[slot + 1] as number;
    if (target === 0 || edges[slot] === key) return target;
    slot = (slot + 2) & (edges.length - 1);
  }
}
