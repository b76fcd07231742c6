import { describe, expect, it } from 'vitest';
import { isNeverRead } from '../../scripts/never-read.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import { Engine } from '../../src/engine.ts';
import { DATA } from '../../src/default-engine.ts';

const words = ['双倍罚', '重罚', 'twice in a row', 'refused. regards', 'fined'];
const engine = new Engine({ ...DATA, packs: [...DATA.packs, { language: 'zh', terms: { punish: words.join('|') } }] });

describe('isNeverRead', () => {
  it.each(['重罚', 'fined'])('lets words be that are read: %s', (word) => {
    expect(isNeverRead(engine, word, 'punish')).toBe(false);
  });

  it.each(['双倍罚', 'twice in a row', 'refused. regards'])('finds words in whose place something else is read: %s', (word) => {
    expect(isNeverRead(engine, word, 'punish')).toBe(true);
  });

  it('finds words that are listed under something else', () => {
    expect(isNeverRead(defaultEngine(), '退款', 'greeting')).toBe(true);
  });
});
