import { describe, expect, it } from 'vitest';
import { FLAGS, shortFlags, SHORT_FLAGS, Softeners, SOFTENING_FLAGS, softeningFlags } from '../../src/learned/flags.ts';
import { COLUMNS, SCALES, Weights } from '../../src/learned/weights.ts';
import { weightsEn } from '../../src/learned/weights/en.ts';
import { weightsZh } from '../../src/learned/weights/zh.ts';
import { defaultEngine } from '../../src/default-engine.ts';

const softeners = new Softeners(defaultEngine().lexicon.concepts);
const soft = (reply: string): number => softeners.in(defaultEngine().read(reply).sentences[0]!.sentence);

describe('flags', () => {
  it('differ from one another', () => {
    expect(new Set(FLAGS).size).toBe(FLAGS.length);
  });

  it('say how short a reply is, the shorter the more of them', () => {
    expect(shortFlags(200, 'en')).toEqual([]);
    expect(shortFlags(100, 'en').length).toBe(1);
    expect(shortFlags(5, 'en')).toEqual(SHORT_FLAGS);
    expect(shortFlags(40, 'zh').length).toBeLessThan(shortFlags(40, 'en').length);
  });

  it('say what softens a reply, in both languages', () => {
    expect(softeningFlags(soft('不能退')).length).toBe(0);
    expect(softeningFlags(soft('非常抱歉，不能退')).length).toBeGreaterThan(0);
    expect(soft('非常抱歉') & soft("I'm so sorry")).not.toBe(0);
  });

  // A stream releases text that no later text can make worse.
  it.each([weightsZh, weightsEn])('have weights that more text can only take away ($language)', (packed) => {
    const weights = new Weights(packed);
    const valuesOf = (flag: number): number[] => Array.from({ length: SCALES * COLUMNS }, (_, slot) => weights.weight(weights.find(flag), slot));
    expect(Math.max(0, ...SOFTENING_FLAGS.flatMap(valuesOf))).toBe(0);
    expect(Math.min(0, ...SHORT_FLAGS.flatMap(valuesOf))).toBe(0);
  });
});
