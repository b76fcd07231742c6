import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/lexicon/lexicon.ts';

const packs = [
  {
    language: 'en',
    terms: { pay: 'wire|send', future: "i'll wire|send word", no: "can't wire", neutral: 'wire fence', negation: "can't" },
  },
  { language: 'zh', terms: { pay: '转您|打', future: '这就转您|打电话', negation: '不', no: '不转您' } },
];

describe('Lexicon', () => {
  const lexicon = new Lexicon(packs, [], ['negation'], ['pay'], ['negation']);
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
});
