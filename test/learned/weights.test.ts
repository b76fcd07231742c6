import { describe, expect, it } from 'vitest';
import { COLUMNS, MOST, MOST_SUMMANDS, SCALES, Weights, WORDS, encode, encodeGap, encodeWeight, highLane, lowLane } from '../../src/learned/weights.ts';
import { MOST_FOUND } from '../../src/learned/found.ts';
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
      const record = weights.find(hash);
      expect(record).toBeGreaterThan(0);
      for (let slot = 0; slot < SLOTS; slot++) expect(weights.weight(record, slot)).toBe(expected.get(slot) ?? 0);
    }
  });

  it('have no feature that was not stored', () => {
    const weights = new Weights(packed(new Map([[100, new Map([[0, 1]])], [164, new Map([[0, 1]])]])));
    for (const hash of [0, 99, 101, 163, 165, 100 + 64 * 2, (1 << 22) - 1]) expect(weights.find(hash)).toBe(0);
  });

  it('add up in words of two: so many as are handed on at once', () => {
    expect(WORDS).toBe(7);
    expect(MOST_SUMMANDS).toBeGreaterThanOrEqual(MOST_FOUND);
    for (const [low, high] of [[0, 0], [1, -1], [-1, 1], [-MOST, -MOST], [MOST, -MOST]] as const) {
      const sum = MOST_FOUND * (low + high * 65536);
      expect([lowLane(sum | 0), highLane(sum | 0)]).toEqual([MOST_FOUND * low, MOST_FOUND * high].map((value) => value + 0));
    }
  });
});
