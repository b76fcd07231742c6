import { describe, expect, it } from 'vitest';
import { conceptHash } from '../../src/learned/hashing.ts';
import { UnitFeatures } from '../../src/learned/walk.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import type { Sentence } from '../../src/reading/reading.ts';

const { concepts } = defaultEngine().lexicon;

function sentenceOf(text: string): Sentence {
  return defaultEngine().read(text).sentences[0]!.sentence;
}

/** Hashes of the first unit of a text, without what the packs recognise. */
function hashes(text: string): number[] {
  const unit = new UnitFeatures(concepts);
  unit.read({ sentence: { ...sentenceOf(text), tokens: [] }, from: 0, token: 0 });
  return unit.features.map(([hash]) => hash).sort((a, b) => a - b);
}

describe('features', () => {
  it('tell numbers apart by size, not by value', () => {
    expect(hashes('赔您35块')).toEqual(hashes('赔您36块'));
    expect(hashes('赔您3块')).not.toEqual(hashes('赔您350块'));
  });

  it('do not see spaces and symbols between words', () => {
    expect(hashes('we  will ship it')).toEqual(hashes('we will * ship it'));
  });

  it('keep the order of a pair', () => {
    const one = new Set(hashes('refund sent today'));
    expect(hashes('today sent refund').every((hash) => one.has(hash))).toBe(false);
  });

  it('read on over a line break inside a term, after a quantity, and as over a comma between Chinese words', () => {
    const clauses = (text: string): number => {
      const unit = new UnitFeatures(concepts);
      unit.read({ sentence: sentenceOf(text), from: 0, token: 0 });
      return unit.clauses;
    };
    expect(clauses('退\n款明天到账')).toBe(1);
    expect(clauses('退款三天\n到账')).toBe(1);
    expect(clauses('您看这样\n给您换个新')).toBe(2);
    expect(hashes('您看这样\n给您换个新')).toEqual(hashes('您看这样，给您换个新'));
    expect(hashes('your order\nis here')).toEqual(hashes('your order'));
  });

  it('end a clause where a thought ends in Chinese without a mark, and a unit where the thought was long', () => {
    const read = (text: string): UnitFeatures => {
      const unit = new UnitFeatures(concepts);
      unit.read({ sentence: sentenceOf(text), from: 0, token: 0 });
      return unit;
    };
    expect(read('今天发货哦我跟仓库说').clauses).toBe(2);
    expect(read('今天发货 我跟仓库说').clauses).toBe(2);
    expect(read('今天发货好的呢').clauses).toBe(1);
    expect(read('今天发货哈哈我跟仓库说').clauses).toBe(2);
    const long = '纸箱厂那边跟不上生产所以这两天缺货呢您要的话明天发';
    expect(read(long).end).toBe(long.indexOf('您要'));
    expect(read('today we ship it, my dear').clauses).toBe(2);
  });

  it('share the stem of words', () => {
    const shared = (a: string, b: string): number => hashes(a).filter((hash) => hashes(b).includes(hash)).length;
    expect(shared('guaranteed', 'guarantees')).toBeGreaterThan(0);
    expect(shared('guaranteed', 'warehouse')).toBe(0);
  });

  it('mark the clauses and the words that they span', () => {
    const unit = new UnitFeatures(concepts);
    const text = '亲，明天到';
    unit.read({ sentence: sentenceOf(text), from: 0, token: 0 });
    expect(unit.clauses).toBe(2);
    for (const [, first, last, start, stop] of unit.features) {
      expect(first).toBeLessThanOrEqual(last);
      expect(last).toBeLessThan(2);
      expect(start).toBeLessThan(stop);
      expect(stop).toBeLessThanOrEqual(text.length);
      expect(unit.clauseStart[first]!).toBeLessThanOrEqual(start);
      expect(stop).toBeLessThanOrEqual(unit.clauseEnd[last]!);
    }
  });

  it('know a concept by its name, not by its number in a lexicon', () => {
    const sentence = sentenceOf('明天退款到账');
    const of = (names: readonly string[], ids: (id: number) => number): number[] => {
      const unit = new UnitFeatures(names);
      const tokens = sentence.tokens.map((token) => ({ ...token, concepts: token.concepts.map(ids) }));
      unit.read({ sentence: { ...sentence, tokens }, from: 0, token: 0 });
      return unit.features.map(([hash]) => hash);
    };
    expect(of([...concepts].reverse(), (id) => concepts.length - 1 - id)).toEqual(of(concepts, (id) => id));
    expect(conceptHash('refund')).not.toBe(conceptHash('money'));
  });
});
