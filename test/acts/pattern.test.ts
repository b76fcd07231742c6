import { describe, expect, it } from 'vitest';
import { ActReader } from '../../src/acts/frames.ts';
import { parsePattern } from '../../src/acts/pattern.ts';
import { Lexicon } from '../../src/lexicon/lexicon.ts';
import { Reader } from '../../src/reading/reader.ts';

const lexicon = new Lexicon([{ language: 'en', terms: { apple: 'apple|red apple', pear: 'pear', plum: 'plum', negation: 'not' } }], ['#time']);
const reader = new Reader(lexicon, []);

/** Whether the pattern matches the text. */
function matches(pattern: string, text: string): boolean {
  const acts = new ActReader([{ act: 'fruit', patterns: [pattern] }], lexicon, false);
  return acts.read(reader.read(text, 0, 0)).length > 0;
}

describe('patterns', () => {
  it.each([
    ['apple pear', 'a pear and an apple', true],
    ['apple pear', 'a pear, an apple', false],
    ['~ apple pear', 'a pear, an apple', true],
    ['~ apple pear', 'a pear, a dog, an apple', false],
    ['~~ apple pear', 'a pear, a dog, an apple', true],
    ['~~ apple > pear', 'an apple, a dog, a pear', true],
    ['~~ apple > pear', 'a pear, a dog, an apple', false],
    ['~~ apple pear', 'a pear, a dog, a cat, an apple', false],
    ['apple > pear', 'apple then pear', true],
    ['apple > pear', 'pear then apple', false],
    ['apple >5 pear', 'apple and pear', true],
    ['apple >5 pear', 'apple and then a pear', false],
    ['apple >5 pear', 'apple and then a pear or apple, pear', false],
    ['apple|plum', 'a plum', true],
    ['apple !pear', 'an apple and a pear', false],
    ['apple !pear', 'an apple, a pear', true],
    ['apple apple', 'one apple', false],
    ['apple apple', 'apple by apple', true],
    ['apple', 'pineapple', false],
    ['apple', 'a red apple', true],
  ])('%s on "%s": %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    ['kiwi', 'no language pack has the concept "kiwi"'],
    ['> apple', 'misplaced'],
    ['apple >x pear', 'misplaced'],
    ['!apple', 'names no concept that must be present'],
  ])('refuses %s', (pattern, message) => {
    expect(() => parsePattern(pattern, lexicon)).toThrow(message);
  });

  it.each([
    ['an apple', true],
    ['an apple and a plum', false],
    ['an apple and a pear', true],
    ['an apple, a plum', true],
    ['a pear and a plum', true],
  ])('keep to what their act excepts, but for what they ask for themselves: %s', (text, expected) => {
    const acts = new ActReader([{ act: 'fruit', except: ['plum'], patterns: ['apple', 'pear plum'] }], lexicon, false);
    expect(acts.read(reader.read(text, 0, 0)).length > 0).toBe(expected);
  });

  it('refuses an exception that no language pack has', () => {
    expect(() => new ActReader([{ act: 'fruit', except: ['kiwi'], patterns: ['apple'] }], lexicon, false)).toThrow('no language pack has the concept "kiwi"');
  });

  it('leaves out what one language lacks, if told so', () => {
    expect(parsePattern('apple|kiwi', lexicon, true).elements[0]?.ids).toHaveLength(1);
  });
});
