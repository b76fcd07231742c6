import { describe, expect, it, test } from 'vitest';
import { alternativesOf, expandWord, isWellWritten, MOST_SPELLINGS } from '../../src/lexicon/alternatives.ts';

describe('alternatives in braces', () => {
  test.each([
    ['day', ['day']],
    ['day{|s}', ['day', 'days']],
    ['{a|b}{c|d}', ['ac', 'ad', 'bc', 'bd']],
    ['{整|弄}不了', ['整不了', '弄不了']],
    ['{|so }sorry', ['sorry', 'so sorry']],
    ['{open', ['{open']],
  ])('%s', (word, expected) => {
    expect(expandWord(word)).toEqual(expected);
  });

  it('are well written with every brace closed, none within another, and not too many of them', () => {
    for (const word of ['day', 'day{|s}', '{a|b} {c|d}', 'a{}']) expect(isWellWritten(word), word).toBe(true);
    for (const word of ['{open', 'closed}', 'a} {b|c}', '{a|{b|c}}', '{a|b} {c']) expect(isWellWritten(word), word).toBe(false);
    const members = Array.from({ length: MOST_SPELLINGS }, (_, index) => String(index)).join('|');
    expect(isWellWritten(`{${members}}`)).toBe(true);
    expect(isWellWritten(`{${members}|more}`)).toBe(false);
    expect(isWellWritten('{a|b}'.repeat(200))).toBe(false);
  });

  it('name each alternative with the spellings that need it', () => {
    expect(alternativesOf('day')).toEqual([{ name: 'day', spellings: ['day'] }]);
    expect(alternativesOf('{not|isn\'t} {my|our} fault')).toEqual([
      { name: "[not] {my|our} fault", spellings: ['not my fault', 'not our fault'] },
      { name: "[isn't] {my|our} fault", spellings: ["isn't my fault", "isn't our fault"] },
      { name: "{not|isn't} [my] fault", spellings: ['not my fault', "isn't my fault"] },
      { name: "{not|isn't} [our] fault", spellings: ['not our fault', "isn't our fault"] },
    ]);
  });
});
