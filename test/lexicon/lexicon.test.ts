import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/lexicon/lexicon.ts';
import { vocabularyOf } from '../../src/lexicon/vocabulary.ts';
import { pack } from '../../src/lexicon/pack.ts';

const packs = [
  {
    language: 'en',
    terms: { pay: 'wire|send', future: "i'll wire|send word", no: "can't wire", neutral: 'wire fence', negation: "can't" },
  },
  { language: 'zh', terms: { pay: '转您|打', future: '这就转您|打电话', negation: '不', no: '不转您' } },
];

describe('Lexicon', () => {
  const lexicon = new Lexicon(packs, [], ['negation'], { inherited: ['negation'], kept: ['pay'], refusing: ['negation'] });
  const conceptsOf = (text: string): string[] =>
    (lexicon.match(text, 0, text.length)?.concepts ?? []).map((id) => lexicon.concepts[id] ?? '');

  it('keeps what a longer term begins or ends with', () => {
    expect(conceptsOf("i'll wire")).toEqual(['future', 'pay']);
    expect(conceptsOf('send word')).toContain('pay');
    expect(conceptsOf('这就转您')).toContain('pay');
  });

  it('keeps nothing in shields, in refusals, or from a single character', () => {
    expect(conceptsOf('wire fence')).toEqual(['neutral']);
    expect(conceptsOf("can't wire")).not.toContain('pay');
    expect(conceptsOf('不转您')).not.toContain('pay');
    expect(conceptsOf('打电话')).toEqual(['future']);
  });

  it('takes the longest term, whole words only', () => {
    const words = new Lexicon([{ language: 'en', terms: { short: 'in|退', long: 'in full|退款', odd: 'ten' } }]);
    const at = (text: string, from = 0): [string[], number] | undefined => {
      const term = words.match(text, from, text.length);
      return term && [term.concepts.map((id) => words.concepts[id] ?? ''), words.matchEnd];
    };
    expect(at('in full.')).toEqual([['long'], 7]);
    expect(at('in fully')).toEqual([['short'], 2]);
    expect(at('tend')).toBeUndefined();
    expect(at('不退款吧', 1)).toEqual([['long'], 3]);
    expect(at('退货')).toEqual([['short'], 1]);
    expect(at('退\n款')).toEqual([['long'], 3]);
    expect(at('in\nfull')).toEqual([['long'], 7]);
  });

  it('gives a term all concepts that packs give it, and keys may name several', () => {
    const two = new Lexicon([
      { language: 'zh', terms: { a: '赔', 'b c': '补' } },
      { language: 'en', terms: { d: '赔' } },
    ]);
    const names = (text: string): string[] => (two.match(text, 0, 1)?.concepts ?? []).map((id) => two.concepts[id] ?? '');
    expect(names('赔')).toEqual(['a', 'd']);
    expect(names('补')).toEqual(['b', 'c']);
  });

  it('finds the longest of terms of several words, however they branch', () => {
    const terms = ['we', 'we will', 'we will pay', 'we wish', 'we will $5', 'we $5', 'will', "we can", "we can't pay", 'to 退', 'to 退 x', '退 we', '退 we will', '退', 'a b c', 'a b d e', 'a-b', 'a b'];
    const words = new Lexicon([{ language: 'en', terms: { any: terms.join('|') } }]);
    const longest = (text: string): number => {
      const spaced = text.replaceAll('\n', ' ');
      const ends = (end: number): boolean => !(/[a-z0-9]{2}/.test(spaced.slice(end - 1, end + 1)) || spaced.startsWith("'t", end));
      return Math.max(0, ...terms.filter((term) => spaced.startsWith(term) && ends(term.length)).map((term) => term.length));
    };
    const pieces = [...new Set(terms.flatMap((term) => term.split(' ')))].concat('wills', 'w', 'wi', 'b', 'x1', '$');
    for (const first of pieces) {
      for (const second of pieces) {
        for (const third of pieces) {
          for (const gap of [' ', '  ', first === '退' ? ' ' : '\n', '-']) {
            const text = `${first}${gap}${second} ${third}`;
            const end = words.match(text, 0, text.length) === undefined ? 0 : words.matchEnd;
            expect(end, text).toBe(longest(text));
          }
        }
      }
    }
  });

  it('reads packed packs alike, unpacking them bit by bit', () => {
    const heritage = { inherited: ['negation'], kept: ['pay'], refusing: ['negation'] };
    const packed = packs.map(({ language, terms }) => pack(language === 'zh' ? 'zh' : 'en', vocabularyOf([{ language, terms: { ...terms } as Record<string, string> }], heritage)));
    const packedLexicon = new Lexicon(packed, [], ['negation']);
    const named = (of: Lexicon, text: string): string[] => (of.match(text, 0, text.length)?.concepts ?? []).map((id) => of.concepts[id] ?? '');
    const texts = ["i'll wire", 'send word', '这就转您', 'wire fence', "can't wire", '不转您', '打电话', '打', 'wires', '电话', 'i will', '不'];
    for (const text of texts) expect(named(packedLexicon, text), text).toEqual(named(lexicon, text));
  });
});
