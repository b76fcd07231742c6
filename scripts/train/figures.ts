/** Figures over scored replies: counts, F1, thresholds, intervals. */
import { CATEGORIES, CONDUCT, OVER_PROMISES } from '../../src/types.ts';
import { SETTLED_BY_RULES } from '../../src/learned/settled.ts';
import type { Example } from './data.ts';
import { randomOf } from './learn.ts';

/** A reply with its log odds by category. */
export interface ScoredExample {
  readonly example: Example;
  readonly logits: Float64Array;
}

/** Hits and misses by category, and clean replies flagged. */
export interface Tally {
  readonly hits: number[];
  readonly alarms: number[];
  readonly misses: number[];
  clean: number;
  flagged: number;
}

const COLUMNS = CATEGORIES.length;

/** Categories over their thresholds, as a bit set. */
export function raised(logits: Float64Array, thresholds: Float64Array): number {
  let set = 0;
  for (let column = 0; column < COLUMNS; column++) if (logits[column]! >= thresholds[column]!) set |= 1 << column;
  return set;
}

/** Counts what was raised against the labels; what is allowed is neither asked for nor held against. */
export function tally(items: Iterable<readonly [Example, number]>): Tally {
  const zero = (): number[] => new Array<number>(COLUMNS).fill(0);
  const result: Tally = { hits: zero(), alarms: zero(), misses: zero(), clean: 0, flagged: 0 };
  for (const [{ labels, allowed }, set] of items) {
    for (let column = 0; column < COLUMNS; column++) {
      const bit = 1 << column;
      if ((allowed & bit) !== 0) continue;
      if ((labels & bit) !== 0) (set & bit) !== 0 ? result.hits[column]!++ : result.misses[column]!++;
      else if ((set & bit) !== 0) result.alarms[column]!++;
    }
    if (labels !== 0) continue;
    result.clean++;
    if ((set & ~allowed) !== 0) result.flagged++;
  }
  return result;
}

/** F1 of a column, 0 where nothing was found. */
export function f1({ hits, alarms, misses }: Tally, column: number): number {
  const twice = 2 * hits[column]!;
  return twice === 0 ? 0 : twice / (twice + alarms[column]! + misses[column]!);
}

/** Mean F1 over the categories of a family that have gold labels and are not left to rules. */
export function macro(result: Tally, family: 'over-promises' | 'conduct'): number {
  const names: readonly string[] = family === 'conduct' ? CONDUCT : OVER_PROMISES;
  const columns = names
    .map((name) => (CATEGORIES as readonly string[]).indexOf(name))
    .filter((column) => !SETTLED_BY_RULES.includes(CATEGORIES[column]!))
    .filter((column) => result.hits[column]! + result.misses[column]! > 0);
  return columns.reduce((sum, column) => sum + f1(result, column), 0) / Math.max(1, columns.length);
}

/** Clean replies flagged, of 1,000. */
export function perThousand({ clean, flagged }: Tally): number {
  return clean === 0 ? 0 : (1000 * flagged) / clean;
}

const SAMPLES = 400;

/** 95 % interval of a figure by drawing replies again and again, with a fixed seed. */
export function interval(items: readonly (readonly [Example, number])[], figure: (result: Tally) => number): [number, number] {
  const random = randomOf(7);
  const values: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const drawn = items.map(() => items[Math.floor(random() * items.length)]!);
    values.push(figure(tally(drawn)));
  }
  values.sort((a, b) => a - b);
  return [values[Math.floor(SAMPLES * 0.025)]!, values[Math.floor(SAMPLES * 0.975)]!];
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
export interface Budget {
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
