import { countByRule, entryKey } from './entry.ts';
import type { ReplyFindings, SuppressionEntry } from './entry.ts';

/** An entry that accepts more findings than there are. */
export interface StaleEntry extends SuppressionEntry {
  /** How many of `count` were found. */
  readonly found: number;
}

/** Which files a run has looked at. */
export interface Looked {
  /** Whether every reply of a file was checked, so that what was not found is not there. */
  readonly checked: (file: string) => boolean;
  /** Whether a file is still there. */
  readonly exists: (file: string) => boolean;
}

/** Applies entries to replies, one after the other, and keeps the books. */
export class Suppressor {
  readonly #entries: ReadonlyMap<string, SuppressionEntry>;
  readonly #used = new Map<string, number>();

  constructor(entries: readonly SuppressionEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entryKey(entry), entry]));
  }

  /**
   * For each finding, in order, the entry that covers it. Findings of a rule are covered all or none: where there are more than
   * were accepted, nobody can tell which ones are new. Replies with the same key share their entries.
   */
  cover({ file, reply, findings }: ReplyFindings): (SuppressionEntry | undefined)[] {
    const covering = new Map<string, SuppressionEntry>();
    for (const [rule, count] of countByRule(findings)) {
      const key = entryKey({ file, reply, rule });
      const entry = this.#entries.get(key);
      if (entry === undefined) continue;
      const used = this.#used.get(key) ?? 0;
      if (used + count <= entry.count) covering.set(rule, entry);
      this.#used.set(key, Math.min(used + count, entry.count));
    }
    return findings.map(({ rule }) => covering.get(rule));
  }

  /** Entries that accept findings which are gone, in the files that were checked or are no longer there. */
  stale({ checked, exists }: Looked): StaleEntry[] {
    const stale: StaleEntry[] = [];
    for (const [key, entry] of this.#entries) {
      const found = this.#used.get(key) ?? 0;
      if (found < entry.count && (checked(entry.file) || !exists(entry.file))) stale.push({ ...entry, found });
    }
    return stale;
  }

  /** The entries without what is stale. */
  pruned(looked: Looked): SuppressionEntry[] {
    const stale = new Map(this.stale(looked).map((entry) => [entryKey(entry), entry.found]));
    return [...this.#entries].flatMap(([key, entry]) => {
      const count = stale.get(key) ?? entry.count;
      return count === 0 ? [] : [{ ...entry, count }];
    });
  }
}
