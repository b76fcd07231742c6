import { countByRule, entryKey } from './entry.ts';
import type { ReplyFindings, SuppressionEntry } from './entry.ts';

/** Collects every finding of a run into entries. */
export class SuppressionCollector {
  readonly #today: string;
  readonly #before: ReadonlyMap<string, SuppressionEntry>;
  readonly #collected = new Map<string, SuppressionEntry>();

  /**
   * @param before the entries so far: those that still hold keep their day.
   * @param today the day of new entries, `YYYY-MM-DD`.
   */
  constructor(before: readonly SuppressionEntry[], today: string) {
    this.#before = new Map(before.map((entry) => [entryKey(entry), entry]));
    this.#today = today;
  }

  /**
   * Accepts the findings of a reply.
   *
   * @returns for each finding, in order, the day since which it is accepted.
   */
  add({ file, reply, findings }: ReplyFindings): { readonly since: string }[] {
    for (const [rule, count] of countByRule(findings)) {
      const key = entryKey({ file, reply, rule });
      const known = this.#collected.get(key);
      const since = known?.since ?? this.#before.get(key)?.since ?? this.#today;
      this.#collected.set(key, { file, reply, rule, count: count + (known?.count ?? 0), since });
    }
    return findings.map(({ rule }) => ({ since: this.#collected.get(entryKey({ file, reply, rule }))?.since ?? this.#today }));
  }

  /**
   * What was collected, and the earlier entries of files that were not looked at.
   *
   * @param checked whether every reply of a file was checked.
   */
  entries(checked: (file: string) => boolean): SuppressionEntry[] {
    const kept = [...this.#before].filter(([key, { file }]) => !this.#collected.has(key) && !checked(file));
    return [...kept.map(([, entry]) => entry), ...this.#collected.values()];
  }
}
