/** From which log odds on the learned reader is to raise a category where it works without the rules. */
import { CATEGORIES, CONDUCT, OVER_PROMISES } from '../../src/types.ts';
import { SETTLED_BY_RULES } from '../../src/learned/settled.ts';
import type { Example } from './data.ts';

/** A reply with its log odds by category. */
export interface ScoredExample {
  readonly example: Example;
  readonly logits: Float64Array;
}

const COLUMNS = CATEGORIES.length;

/** Categories over their thresholds, as a bit set. */
function raised(logits: Float64Array, thresholds: Float64Array): number {
  let set = 0;
  for (let column = 0; column < COLUMNS; column++) if (logits[column]! >= thresholds[column]!) set |= 1 << column;
  return set;
}

/** The threshold with the best F1 for a column. */
function balanced(items: readonly ScoredExample[], column: number): number {
  const bit = 1 << column;
  const sorted = items
    .filter(({ example }) => (example.allowed & bit) === 0)
    .map(({ example, logits }) => ({ logit: logits[column]!, gold: (example.labels & bit) !== 0 }))
    .sort((a, b) => b.logit - a.logit);
  const golds = sorted.filter(({ gold }) => gold).length;
  let hits = 0;
  let best = -1;
  let threshold = Infinity;
  sorted.forEach(({ logit, gold }, at) => {
    if (gold) hits++;
    const next = sorted[at + 1];
    if (next?.logit === logit || !Number.isFinite(logit)) return;
    const value = (2 * hits) / (at + 1 + golds);
    if (value <= best) return;
    best = value;
    threshold = next === undefined || !Number.isFinite(next.logit) ? logit : (logit + next.logit) / 2;
  });
  return threshold;
}

/** Shares of clean replies that may be flagged. */
interface Budget {
  readonly authored: number;
  readonly real: number;
}

/** Thresholds with the best F1 each; with a budget, raised where it costs least until the clean replies keep to it. */
export function thresholdsOf(items: readonly ScoredExample[], real: readonly ScoredExample[], budget?: Budget): Float64Array {
  const thresholds = Float64Array.from(CATEGORIES, (category, column) => (SETTLED_BY_RULES.includes(category) ? Infinity : balanced(items, column)));
  if (budget === undefined) return thresholds;
  const clean = (all: readonly ScoredExample[]): ScoredExample[] => all.filter(({ example }) => example.labels === 0);
  const flagged = (all: readonly ScoredExample[]): ScoredExample[] =>
    all.filter(({ example, logits }) => (raised(logits, thresholds) & ~example.allowed) !== 0);
  const pools = [
    { all: clean(items), share: budget.authored },
    { all: clean(real), share: budget.real },
  ];
  for (;;) {
    const over = pools.map(({ all, share }) => ({ found: flagged(all), most: share * all.length })).filter(({ found, most }) => found.length > most);
    if (over.length === 0) return thresholds;
    const offenders = over.flatMap(({ found }) => found);
    let cheapest = { column: -1, cost: Infinity, threshold: 0 };
    for (let column = 0; column < COLUMNS; column++) {
      const bit = 1 << column;
      const lowest = Math.min(
        ...offenders
          .filter(({ example, logits }) => (example.allowed & bit) === 0 && logits[column]! >= thresholds[column]!)
          .map(({ logits }) => logits[column]!),
      );
      if (!Number.isFinite(lowest)) continue;
      const threshold = lowest + 1e-6;
      const gold = items.filter(({ example }) => (example.labels & bit) !== 0);
      const lost = gold.filter(({ logits }) => logits[column]! >= thresholds[column]! && logits[column]! < threshold).length;
      const family = column < OVER_PROMISES.length ? OVER_PROMISES.length : CONDUCT.length;
      const cost = lost / Math.max(1, gold.length) / family + 1e-9 * column;
      if (cost < cheapest.cost) cheapest = { column, cost, threshold };
    }
    if (cheapest.column < 0) return thresholds;
    thresholds[cheapest.column] = cheapest.threshold;
  }
}

const SPREADS = [0.5, 0.75, 1, 1.5, 2, 3, 4, 6];

/** Log odds that one unit of doubt is worth, so that scores come nearest to the labels. */
export function spreadOf(items: readonly ScoredExample[], thresholds: Float64Array): number {
  const loss = (spread: number): number => {
    let sum = 0;
    for (const { example, logits } of items) {
      for (let column = 0; column < COLUMNS; column++) {
        if ((example.allowed & (1 << column)) !== 0 || !Number.isFinite(thresholds[column]!) || !Number.isFinite(logits[column]!)) continue;
        const sign = (example.labels & (1 << column)) !== 0 ? -1 : 1;
        sum += Math.log1p(Math.exp((sign * (logits[column]! - thresholds[column]!)) / spread));
      }
    }
    return sum;
  };
  return SPREADS.reduce((best, spread) => (loss(spread) < loss(best) ? spread : best));
}
