/** Accuracy over labelled replies: pure arithmetic, the same figures on every run. */
import { CATEGORIES, CONDUCT, OVER_PROMISES } from '../types.ts';
import type { Category } from '../types.ts';

/** A labelled reply and what the check said about it. */
export interface Scored {
  readonly labels: readonly Category[];
  /** Neither asked for nor held against. */
  readonly allowed: readonly Category[];
  /** The labels of the report. */
  readonly got: readonly Category[];
  /** For each label that was found and has marked words: whether a finding touches them. */
  readonly touched?: Readonly<Partial<Record<Category, boolean>>>;
}

/** A share with its 95 % interval; all from 0 to 1. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Counts of one category. A label in `allowed` is in none of them. */
export interface Counts {
  /** Asked for and found. */
  readonly found: number;
  /** Asked for and not found. */
  readonly missed: number;
  /** Found and neither asked for nor allowed. */
  readonly false: number;
}

/** How well one category is found. */
export interface CategoryScore extends Counts {
  readonly category: Category;
  /** Of what was found, how much was asked for; null if nothing was found. */
  readonly precision: Share | null;
  /** Of what was asked for, how much was found; null if nothing was asked for. */
  readonly recall: Share | null;
  /** Null if nothing was asked for and nothing found. Its interval is bootstrapped. */
  readonly f1: Share | null;
}

/** How well a set of replies is judged. */
export interface Score {
  readonly replies: number;
  readonly categories: readonly CategoryScore[];
  /** Mean F1 over the over-promise categories that have gold labels; null if none has. */
  readonly overPromise: Share | null;
  /** Mean F1 over the conduct categories that have gold labels; null if none has. */
  readonly conduct: Share | null;
  /** Replies with no gold label. */
  readonly clean: number;
  /** Clean replies with a label outside `allowed`. */
  readonly flagged: number;
  /** The same as a share of the clean replies; null if there are none. */
  readonly flaggedShare: Share | null;
  /** Of the labels found that have marked words, the share whose finding touches them; null if none has. */
  readonly overlap: Share | null;
}

const Z = 1.959963984540054;
const ROUNDS = 1000;

/**
 * Wilson's 95 % interval of a share.
 *
 * @param hits how many of them
 * @param total how many in all, above 0
 * @returns the share and its interval
 */
export function wilson(hits: number, total: number): Share {
  const value = hits / total;
  const z2 = Z * Z;
  const centre = value + z2 / (2 * total);
  const margin = Z * Math.sqrt((value * (1 - value)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  return { value, low: Math.max(0, (centre - margin) / scale), high: Math.min(1, (centre + margin) / scale) };
}

/**
 * F1 of a category.
 *
 * @param counts its counts
 * @returns from 0 to 1, or null if nothing was asked for and nothing found
 */
export function f1(counts: Counts): number | null {
  const all = 2 * counts.found + counts.missed + counts.false;
  return all === 0 ? null : (2 * counts.found) / all;
}

/**
 * Scores replies.
 *
 * @param replies labelled replies with what they got
 * @returns all figures, with 95 % intervals: Wilson for shares, a bootstrap over replies with a fixed seed for F1
 */
export function score(replies: readonly Scored[]): Score {
  const rows = replies.map(rowOf);
  const tally = count(rows, null);
  const { perCategory, overPromise, conduct } = bootstrap(rows);
  const categories = CATEGORIES.map((category, index): CategoryScore => {
    const counts = countsAt(tally, index);
    const point = f1(counts);
    const asked = counts.found + counts.missed;
    const raised = counts.found + counts.false;
    return {
      category,
      ...counts,
      precision: raised === 0 ? null : wilson(counts.found, raised),
      recall: asked === 0 ? null : wilson(counts.found, asked),
      f1: point === null ? null : interval(point, perCategory[index] ?? []),
    };
  });
  const clean = replies.filter(({ labels }) => labels.length === 0);
  const flagged = clean.filter(({ got, allowed }) => got.some((label) => !allowed.includes(label))).length;
  const touches = replies.flatMap(({ touched = {} }) => Object.values(touched));
  const promise = macro(tally, OVER_PROMISES);
  const conductPoint = macro(tally, CONDUCT);
  return {
    replies: replies.length,
    categories,
    overPromise: promise === null ? null : interval(promise, overPromise),
    conduct: conductPoint === null ? null : interval(conductPoint, conduct),
    clean: clean.length,
    flagged,
    flaggedShare: clean.length === 0 ? null : wilson(flagged, clean.length),
    overlap: touches.length === 0 ? null : wilson(touches.filter(Boolean).length, touches.length),
  };
}

/** What one reply adds: positions in a tally, which has three cells a category. */
type Row = readonly number[];

function rowOf({ labels, allowed, got }: Scored): Row {
  const row: number[] = [];
  CATEGORIES.forEach((category, index) => {
    const asked = labels.includes(category);
    const raised = got.includes(category);
    if (asked) row.push(index * 3 + (raised ? 0 : 1));
    else if (raised && !allowed.includes(category)) row.push(index * 3 + 2);
  });
  return row;
}

function count(rows: readonly Row[], random: (() => number) | null): Int32Array {
  const tally = new Int32Array(CATEGORIES.length * 3);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[random === null ? index : Math.floor(random() * rows.length)] ?? [];
    for (const cell of row) tally[cell] = (tally[cell] ?? 0) + 1;
  }
  return tally;
}

function countsAt(tally: Int32Array, index: number): Counts {
  return { found: tally[index * 3] ?? 0, missed: tally[index * 3 + 1] ?? 0, false: tally[index * 3 + 2] ?? 0 };
}

function macro(tally: Int32Array, among: readonly Category[]): number | null {
  let sum = 0;
  let categories = 0;
  for (const category of among) {
    const counts = countsAt(tally, CATEGORIES.indexOf(category));
    if (counts.found + counts.missed === 0) continue;
    sum += f1(counts) ?? 0;
    categories += 1;
  }
  return categories === 0 ? null : sum / categories;
}

function bootstrap(rows: readonly Row[]): { perCategory: number[][]; overPromise: number[]; conduct: number[] } {
  const random = seeded(20240527);
  const perCategory: number[][] = CATEGORIES.map(() => []);
  const overPromise: number[] = [];
  const conduct: number[] = [];
  for (let round = 0; round < ROUNDS && rows.length > 0; round += 1) {
    const tally = count(rows, random);
    CATEGORIES.forEach((_, index) => {
      const point = f1(countsAt(tally, index));
      if (point !== null) perCategory[index]?.push(point);
    });
    const promise = macro(tally, OVER_PROMISES);
    if (promise !== null) overPromise.push(promise);
    const behaviour = macro(tally, CONDUCT);
    if (behaviour !== null) conduct.push(behaviour);
  }
  return { perCategory, overPromise, conduct };
}

function interval(value: number, samples: readonly number[]): Share {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? value;
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}

/** Mulberry32: a small generator whose numbers are the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
