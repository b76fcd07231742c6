import { describe, expect, test } from 'vitest';
import { quantitiesEn } from '../../src/generated/quantities-en.ts';
import { quantitiesZh } from '../../src/generated/quantities-zh.ts';
import { parseQuantityPack } from '../../src/quantity/pack-schema.ts';
import type { QuantityPack } from '../../src/quantity/pack.ts';
import { createQuantityReader } from '../../src/quantity/read.ts';
import { Trie } from '../../src/quantity/trie.ts';

describe('a pack', () => {
  test('is strict, and a fault names the path', () => {
    expect(parseQuantityPack(structuredClone(quantitiesEn))).toEqual(quantitiesEn);
    expect(() => parseQuantityPack({ ...quantitiesZh, colour: 1 })).toThrow(/colour/);
    expect(() => parseQuantityPack({ ...quantitiesZh, units: [{ words: ['天'], unit: 'week', size: 1 }] })).toThrow(/units\[0\]\.unit/);
    expect(() => parseQuantityPack(null)).toThrow();
  });

  test('can be extended by a user', () => {
    const pack: QuantityPack = { ...quantitiesZh, units: [...quantitiesZh.units, { words: ['炷香'], unit: 'minute', size: 30 }] };
    const [quantity] = createQuantityReader([pack])('一炷香内到账');
    expect(quantity).toMatchObject({ kind: 'time', start: 0, end: 4, duration: { min: 0, max: 30, unit: 'minute' } });
  });
});

test('a trie keeps words that are beginnings of others', () => {
  const trie = new Trie<number>();
  ['a', 'ab{c|d}', '{b|a}'].forEach((pattern, index) => trie.add(pattern, (known = 0) => known * 10 + index + 1));
  const first = trie.first(97);
  expect(trie.values[first]).toBe(13);
  const second = trie.step(first, 98);
  const third = trie.step(second, 99);
  expect(trie.values[second]).toBeUndefined();
  expect(trie.values[third] ?? trie.rests[third]?.value).toBe(2);
  expect(trie.values[trie.first(98)]).toBe(3);
  expect(trie.first(99)).toBe(0);
});
