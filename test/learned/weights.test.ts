import { describe, expect, it } from 'vitest';
import { COLUMNS, MOST, SCALES, Weights, encode, encodeGap, encodeWeight } from '../../src/learned/weights.ts';
import type { PackedWeights } from '../../src/learned/weights.ts';

const SLOTS = COLUMNS * SCALES;

/** Packs features given as hash → weights by slot. */
function packed(features: ReadonlyMap<number, ReadonlyMap<number, number>>): PackedWeights {
  let gaps = '';
  let counts = '';
  let slots = '';
  let values = '';
  let before = 0;
  for (const [hash, weights] of [...features].sort(([a], [b]) => a - b)) {
    gaps += encodeGap(hash - before);
    counts += encode(weights.size);
    for (const [slot, value] of weights) {
      slots += encode(slot);
      values += encodeWeight(value);
    }
    before = hash;
  }
  return { language: 'zh', step: 0.5, bias: new Array<number>(SLOTS).fill(0), gaps, counts, slots, values };
}

describe('packed weights', () => {
  it('come back as they went in: first and last hash, neighbours, extreme weights, every slot', () => {
    const every = new Map(Array.from({ length: SLOTS }, (_, slot) => [slot, (slot % (2 * MOST + 1)) - MOST]));
    const features = new Map([
      [0, new Map([[0, MOST]])],
      [1, new Map([[SLOTS - 1, -MOST]])],
      [2, every],
      [39, new Map([[3, 1]])],
      [79, new Map([[4, 2]])],
      [(1 << 22) - 1, new Map([[5, -1]])],
    ]);
    const weights = new Weights(packed(features));
    for (const [hash, expected] of features) {
      const feature = weights.find(hash);
      expect(feature).toBeGreaterThanOrEqual(0);
      const read = new Map<number, number>();
      for (let at = weights.starts[feature]!; at < weights.starts[feature + 1]!; at++) read.set(weights.slots[at]!, weights.values[at]!);
      expect(read).toEqual(expected);
    }
  });

  it('have no feature that was not stored', () => {
    const weights = new Weights(packed(new Map([[100, new Map([[0, 1]])], [164, new Map([[0, 1]])]])));
    for (const hash of [0, 99, 101, 163, 165, 100 + 64 * 2, (1 << 22) - 1]) expect(weights.find(hash)).toBe(-1);
  });
});
