/** The words of a place that weighed most for a category: why the learned reader raised it. */
import type { Window } from './scorer.ts';
import type { UnitFeatures } from './walk.ts';
import { COLUMNS, SCALES } from './weights.ts';
import type { Weights } from './weights.ts';

/** Words with their share, as offsets in the canonical text of the sentence. */
export interface Weighed {
  readonly start: number;
  readonly end: number;
  /** Log odds that they added. */
  readonly weight: number;
}

const LONGEST = 24;

/**
 * The words that spoke most for a category, heaviest first; none overlaps a heavier one.
 *
 * @param most How many at most.
 */
export function weighedWords(window: Window, column: number, unit: UnitFeatures, weights: Weights, most: number): Weighed[] {
  unit.read(window.place);
  const sums = new Map<number, number>();
  for (const [hash, first, last, start, end] of unit.features) {
    if (first < window.first || last > window.last || end - start > LONGEST) continue;
    const record = weights.find(hash);
    if (record === 0) continue;
    const steps = weights.weight(record, column) + weights.weight(record, COLUMNS + column);
    const key = start * 1e5 + end - start;
    if (steps !== 0) sums.set(key, (sums.get(key) ?? 0) + steps);
  }
  const found = [...sums]
    .map(([key, steps]) => {
      const start = Math.floor(key / 1e5);
      return { start, end: start + (key % 1e5), weight: (steps * weights.step) / SCALES };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.start - b.start || b.end - a.end);
  const kept: Weighed[] = [];
  for (const words of found) {
    if (kept.length === most) break;
    if (kept.every((other) => words.end <= other.start || words.start >= other.end)) kept.push(words);
  }
  return kept;
}
