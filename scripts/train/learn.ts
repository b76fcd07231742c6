/**
 * Logistic regression for all categories at once, on features scaled by the log ratio of naive Bayes, with the
 * follow-the-regularised-leader update, whose L1 part leaves most weights at zero. One thread, fixed order: the same
 * rows give the same weights.
 */
import { COLUMNS } from '../../src/learned/weights.ts';
import { IGNORE, POSITIVE, SOME } from './dataset.ts';
import type { Dataset } from './dataset.ts';

/** How to learn. */
export interface Settings {
  /** Passes over the rows. */
  readonly epochs: number;
  /** Step size. */
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly l1: number;
  /** How much a positive row counts against a negative one. */
  readonly positive: number;
  /** Added to every count of naive Bayes. */
  readonly smoothing: number;
}

/** Weights by feature and category, and the start value of each category. */
export interface Learned {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const L2 = 1e-4;
const BETA = 0.01;
const FIRST_BIAS = -3;
const SMALLEST_GRADIENT = 2e-3;
const SEED = 1;
/** Weights are the mean of so many last passes: which rows came last matters less. */
const MEAN_OF = 3;

/** A small random generator (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** How telling each feature is for each category: the log ratio of its rates in positive and in other rows. */
function tellingOf({ rows, index, hashes, targets }: Dataset, chosen: Int32Array, smoothing: number): Float32Array {
  const features = hashes.length;
  const positives = new Float32Array(features * COLUMNS);
  const total = new Float32Array(features);
  const rowsPositive = new Float32Array(COLUMNS);
  for (const row of chosen) {
    const columns: number[] = [];
    for (let column = 0; column < COLUMNS; column++) if (targets[row * COLUMNS + column] === POSITIVE) columns.push(column);
    for (const column of columns) rowsPositive[column]!++;
    for (let at = rows[row]!; at < rows[row + 1]!; at++) {
      const feature = index[at]!;
      total[feature]!++;
      for (const column of columns) positives[feature * COLUMNS + column]!++;
    }
  }
  const telling = new Float32Array(features * COLUMNS);
  for (let feature = 0; feature < features; feature++) {
    for (let column = 0; column < COLUMNS; column++) {
      const inside = positives[feature * COLUMNS + column]!;
      const rate = (inside + smoothing) / (rowsPositive[column]! + 2 * smoothing);
      const outside = (total[feature]! - inside + smoothing) / (chosen.length - rowsPositive[column]! + 2 * smoothing);
      telling[feature * COLUMNS + column] = Math.abs(Math.log(rate / outside));
    }
  }
  return telling;
}

/** Learns from the chosen rows of a dataset. */
export function learn(dataset: Dataset, chosen: Int32Array, settings: Settings): Learned {
  const { rows, index, times, hashes, signs } = dataset;
  const { epochs, rate, l1, positive, smoothing } = settings;
  const size = hashes.length * COLUMNS;
  const telling = tellingOf(dataset, chosen, smoothing);
  const pull = new Float32Array(size);
  const seen = new Float32Array(size);
  const weights = new Float32Array(size);
  const sums = new Float32Array(size);
  const bias = new Float32Array(COLUMNS).fill(FIRST_BIAS);
  const biasSeen = new Float32Array(COLUMNS);
  const targets = Int8Array.from(dataset.targets);
  const logits = new Float64Array(COLUMNS);
  const gradients = new Float64Array(COLUMNS);
  const active = new Int32Array(COLUMNS);

  const score = (row: number): void => {
    for (let column = 0; column < COLUMNS; column++) logits[column] = bias[column]!;
    for (let at = rows[row]!; at < rows[row + 1]!; at++) {
      const base = index[at]! * COLUMNS;
      const often = times[at]!;
      for (let column = 0; column < COLUMNS; column++) {
        const weight = weights[base + column]!;
        if (weight !== 0) logits[column]! += weight * telling[base + column]! * often;
      }
    }
  };
  const update = (row: number): void => {
    score(row);
    let count = 0;
    for (let column = 0; column < COLUMNS; column++) {
      const target = targets[row * COLUMNS + column]!;
      if (target === IGNORE) continue;
      let gradient = 1 / (1 + Math.exp(-logits[column]!)) - target;
      if (target === POSITIVE) gradient *= positive;
      if (Math.abs(gradient) < SMALLEST_GRADIENT) continue;
      gradients[column] = gradient;
      active[count++] = column;
    }
    for (let position = 0; position < count; position++) {
      const column = active[position]!;
      biasSeen[column]! += gradients[column]! ** 2;
      bias[column]! -= (rate * gradients[column]!) / Math.sqrt(biasSeen[column]! + 1);
    }
    if (count === 0) return;
    for (let at = rows[row]!; at < rows[row + 1]!; at++) {
      const base = index[at]! * COLUMNS;
      const often = times[at]!;
      for (let position = 0; position < count; position++) {
        const place = base + active[position]!;
        const gradient = gradients[active[position]!]! * often * telling[place]!;
        const before = seen[place]!;
        const after = before + gradient * gradient;
        const root = Math.sqrt(after + BETA) / rate;
        pull[place]! += gradient - (root - Math.sqrt(before + BETA) / rate) * weights[place]!;
        seen[place] = after;
        const force = pull[place]!;
        const weight = force > l1 ? -(force - l1) / (root + L2) : force < -l1 ? -(force + l1) / (root + L2) : 0;
        weights[place] = weight * signs[index[at]!]! < 0 ? 0 : weight;
      }
    }
  };

  const bags = bagsOf(dataset, chosen);
  const order = Int32Array.from(chosen);
  const random = randomOf(SEED);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const bag of bags) chooseInBag(bag, epoch, dataset, targets, logits, score);
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const row = order[at]!;
      order[at] = order[other]!;
      order[other] = row;
    }
    for (const row of order) update(row);
    if (epoch >= epochs - MEAN_OF) for (let place = 0; place < size; place++) sums[place]! += weights[place]!;
  }
  for (let place = 0; place < size; place++) weights[place] = (sums[place]! / MEAN_OF) * telling[place]!;
  return { weights, bias };
}

/** The rows of each reply with a label whose words are not marked. */
function bagsOf({ reply, targets }: Dataset, chosen: Int32Array): number[][] {
  const bags = new Map<number, number[]>();
  for (const row of chosen) {
    let open = false;
    for (let column = 0; column < COLUMNS; column++) if (targets[row * COLUMNS + column] === SOME) open = true;
    if (!open) continue;
    const bag = bags.get(reply[row]!);
    if (bag === undefined) bags.set(reply[row]!, [row]);
    else bag.push(row);
  }
  return [...bags.values()];
}

/** In a reply whose marked words are unknown, the row with most evidence counts as positive; the rest is ignored. */
function chooseInBag(
  bag: readonly number[],
  epoch: number,
  dataset: Dataset,
  targets: Int8Array,
  logits: Float64Array,
  score: (row: number) => void,
): void {
  const best = new Float64Array(COLUMNS).fill(-Infinity);
  const chosen = new Int32Array(COLUMNS).fill(-1);
  for (const row of bag) {
    score(row);
    for (let column = 0; column < COLUMNS; column++) {
      if (logits[column]! <= best[column]!) continue;
      best[column] = logits[column]!;
      chosen[column] = row;
    }
  }
  for (const row of bag) {
    for (let column = 0; column < COLUMNS; column++) {
      if (dataset.targets[row * COLUMNS + column] !== SOME) continue;
      const known = bag.length === 1 || (epoch > 0 && chosen[column] === row);
      targets[row * COLUMNS + column] = known ? POSITIVE : IGNORE;
    }
  }
}
