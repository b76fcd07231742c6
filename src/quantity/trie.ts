/**
 * A trie over UTF-16 code units whose edges live in one hash table of integers: a step costs about one probe.
 */

/** A built trie; node 0 is the root. */
export interface Trie<Value> {
  readonly keys: Int32Array;
  readonly targets: Uint16Array;
  readonly shift: number;
  /** What ends at each node. */
  readonly values: readonly (Value | undefined)[];
}

const MAX_NODES = 65535;

/**
 * Builds a trie.
 * @param entries Words and their values.
 * @throws RangeError where the words need more than 65,535 nodes.
 */
export function buildTrie<Value>(entries: ReadonlyMap<string, Value>): Trie<Value> {
  const values: (Value | undefined)[] = [undefined];
  const edges = new Map<number, number>();
  for (const [word, value] of entries) {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const key = (node << 16) | word.charCodeAt(i);
      let next = edges.get(key);
      if (next === undefined) {
        next = values.length;
        if (next > MAX_NODES) throw new RangeError(`vocabulary: expected at most ${MAX_NODES} trie nodes`);
        edges.set(key, next);
        values.push(undefined);
      }
      node = next;
    }
    values[node] = value;
  }
  let bits = 4;
  while (1 << bits < edges.size * 2) bits++;
  const keys = new Int32Array(1 << bits);
  const targets = new Uint16Array(1 << bits);
  const shift = 32 - bits;
  const mask = keys.length - 1;
  for (const [key, target] of edges) {
    let slot = Math.imul(key, 0x9e3779b1) >>> shift;
    while (targets[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    targets[slot] = target;
  }
  return { keys, targets, shift, values };
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
