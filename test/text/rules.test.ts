import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';
import { English, Phrases, readRules, Spelling } from '../../scripts/generate-text.ts';
import { ROOT } from '../../scripts/root.ts';

const phrases = readRules(ROOT, 'zh-phrases.yml', Phrases);
const spelling = readRules(ROOT, 'zh-spelling.yml', Spelling);
const english = readRules(ROOT, 'en.yml', English);

const examples = [
  ...phrases.map(({ good }) => good),
  ...spelling.examples,
  ...spelling['pinyin-examples'],
  ...spelling.annotations.examples,
  ...english['repair-examples'],
  ...english['leet-examples'],
  ...english['stretched-examples'],
  ...english['spelled-examples'],
];

const traps = [
  ...phrases.map(({ trap }) => trap),
  ...spelling.traps,
  ...spelling['pinyin-traps'],
  ...spelling.annotations.traps,
  ...english['repair-traps'],
  ...english['leet-traps'],
  ...english['stretched-traps'],
  ...english['spelled-traps'],
];

describe('examples in rules/text', () => {
  it.each(examples)('$from is read as $to', ({ from, to }) => {
    expect(normalise(from).text).toBe(to);
  });

  it.each(traps)('%s stays', (text) => {
    expect(normalise(text).text).toBe(text);
  });

  it.each(phrases.flatMap(({ from, to, except = [] }) => [...from.map((wrong) => [wrong, to]), ...except.map((word) => [word, word])]))(
    '%s is read as %s',
    (from, to) => {
      expect(normalise(from).text).toBe(to);
    },
  );

  it.each(Object.entries(english.repairs).flatMap(([right, wrong]) => wrong.split(' ').map((word) => [word, right])))(
    '%s is read as %s',
    (wrong, right) => {
      expect(normalise(`so ${wrong} it`).text).toBe(`so ${right} it`);
    },
  );
});
