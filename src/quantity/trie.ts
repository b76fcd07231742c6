/**
 * A trie over UTF-16 code units whose edges live in one hash table of integers: a step costs about one probe. Where
 * only one word goes on, its rest is kept as a string, which keeps the table small enough for the caches.
 *
 * The words that begin with a unit are spelt out when a text first has it: most texts need few of them.
 */
import { NumberTable } from '../lexicon/number-table.ts';
import { expandWord } from '../lexicon/alternatives.ts';
import { headsOf } from './expand.ts';

/** A word that ends the branching: what is left of it, and its value. */
export interface Rest<Value> {
  readonly text: string;
  readonly value: Value;
}

/** Words that are not spelt out yet. */
interface Entry<Value> {
  readonly pattern: string;
  /** The value of one of its words, from the one that the word has already. */
  readonly value: (known: Value | undefined) => Value;
}

const ROOT = 0;
const MAX_NODES = 65535;

/** The edges of one node: the words that go on by one code unit, from `from` to `to` in the sorted list. */
interface Branch {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Words with their values; node 0 is the root. */
export class Trie<Value> {
  /** What ends at each node. */
  readonly values: (Value | undefined)[] = [undefined];
  /** The only way on from each node, where there is just one; such a node has no edges. */
  readonly rests: (Rest<Value> | undefined)[] = [undefined];
  private readonly edges = new NumberTable(1 << 11);
  /** By the node behind their first unit, the words that are not spelt out yet. */
  private readonly waiting: (Entry<Value>[] | undefined)[] = [];

  /**
   * Adds the words of a pattern; all of them before the first look-up.
   * @param pattern Words, alternatives in braces.
   * @param value Makes the value of each, from the one that an earlier pattern gave it.
   */
  add(pattern: string, value: Entry<Value>['value']): void {
    const entry = { pattern, value };
    for (const first of headsOf(pattern, 1)) {
      const code = first.charCodeAt(0);
      (this.waiting[this.step(ROOT, code) || this.branch(ROOT, code)] ??= []).push(entry);
    }
  }

  /**
   * The node that the first unit of a word leads to, or 0 where no word begins with it.
   * @throws RangeError where the words need more than 65,535 nodes.
   */
  first(code: number): number {
    const node = this.step(ROOT, code);
    const entries = this.waiting[node];
    if (entries !== undefined) {
      this.waiting[node] = undefined;
      this.spell(node, code, entries);
    }
    return node;
  }

  /** The node reached from `node` by `code`, or 0 where there is none; from the root, only {@link first} leads on. */
  step(node: number, code: number): number {
    return this.edges.get((node << 16) | code);
  }

  /** Puts in what begins with a unit. */
  private spell(root: number, code: number, entries: readonly Entry<Value>[]): void {
    const found = new Map<string, Value>();
    for (const { pattern, value } of entries) {
      for (const word of expandWord(pattern)) if (word.charCodeAt(0) === code) found.set(word, value(found.get(word)));
    }
    const words = [...found.keys()].sort();
    const open: Branch[] = [{ node: root, from: 0, to: words.length, depth: 1 }];
    for (let branch = open.pop(); branch; branch = open.pop()) {
      const { node, depth, to } = branch;
      let { from } = branch;
      if (words[from]!.length === depth) this.values[node] = found.get(words[from++]!);
      if (to - from === 1) {
        const word = words[from]!;
        this.rests[node] = { text: word.slice(depth), value: found.get(word)! };
        continue;
      }
      while (from < to) {
        const next = words[from]!.charCodeAt(depth);
        let end = from + 1;
        while (end < to && words[end]!.charCodeAt(depth) === next) end++;
        open.push({ node: this.branch(node, next), from, to: end, depth: depth + 1 });
        from = end;
      }
    }
  }

  private branch(node: number, code: number): number {
    const next = this.values.length;
    if (next > MAX_NODES) throw new RangeError(`vocabulary: expected at most ${MAX_NODES} trie nodes`);
    this.values.push(undefined);
    this.rests.push(undefined);
    this.edges.put((node << 16) | code, next);
    return next;
  }
}
