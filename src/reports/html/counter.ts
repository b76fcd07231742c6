import type { Severity } from '../../types.ts';
import { totalOf } from './charts.ts';
import type { Bar } from './charts.ts';

/** Different names counted apart; what comes after them is counted as others, so that memory stays bounded. */
const MOST_NAMES = 10_000;

/** Counts findings by name and severity. */
export class Counter {
  readonly #counts = new Map<string, Record<Severity, number>>();
  readonly #others: Record<Severity, number> = { block: 0, warn: 0, info: 0 };

  add(name: string, severity: Severity): void {
    const known = this.#counts.get(name);
    if (known) known[severity] += 1;
    else if (this.#counts.size >= MOST_NAMES) this.#others[severity] += 1;
    else this.#counts.set(name, { block: 0, warn: 0, info: 0, [severity]: 1 });
  }

  /** The counts of a name; undefined if it was never added. */
  of(name: string): Readonly<Record<Severity, number>> | undefined {
    return this.#counts.get(name);
  }

  /** The names with the most findings, equal ones by name; one bar for all others. */
  bars(most: number, others: string): Bar[] {
    const all = [...this.#counts].map(([name, counts]): Bar => ({ name, counts }));
    return topBars(all, most, others, this.#others);
  }

  /** All names in their order. */
  inOrder(): Bar[] {
    return [...this.#counts].map(([name, counts]): Bar => ({ name, counts })).sort((a, b) => compare(a.name, b.name));
  }
}

function topBars(bars: readonly Bar[], most: number, others: string, uncounted: Readonly<Record<Severity, number>>): Bar[] {
  const sorted = [...bars].sort((a, b) => totalOf(b) - totalOf(a) || compare(a.name, b.name));
  const rest = { ...uncounted };
  for (const { counts } of sorted.slice(most)) {
    for (const severity of ['block', 'warn', 'info'] as const) rest[severity] += counts[severity];
  }
  const top = sorted.slice(0, most);
  const bar = { name: others, counts: rest };
  return totalOf(bar) > 0 ? [...top, bar] : top;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
