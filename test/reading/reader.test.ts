import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/lexicon/lexicon.ts';
import { quantitiesEn } from '../../src/generated/quantities-en.ts';
import { quantitiesZh } from '../../src/generated/quantities-zh.ts';
import { Reader } from '../../src/reading/reader.ts';
import { CLAUSE_BREAK, QUANTITY_CONCEPTS } from '../../src/reading/reading.ts';
import type { Sentence } from '../../src/reading/reading.ts';

const packs = [
  { language: 'zh', terms: { refund: '退款|退', arrive: '到账', attribution: '您说', 'clause-break': '但是', day: '3天无理由' } },
  { language: 'en', terms: { refund: 'refund', never: 'in the end' } },
];
const lexicon = new Lexicon(packs, QUANTITY_CONCEPTS, [...QUANTITY_CONCEPTS, CLAUSE_BREAK, 'attribution']);
const reader = new Reader(lexicon, [quantitiesZh, quantitiesEn]);

function tokensOf({ tokens, normalised }: Sentence): string[] {
  return tokens.map(({ start, end, concepts }) => `${normalised.text.slice(start, end)}:${concepts.map((id) => lexicon.concepts[id] ?? '').join('+')}`);
}

function clausesOf({ clauses, normalised }: Sentence): string[] {
  return clauses.map(({ start, end }) => normalised.text.slice(start, end));
}

describe('Reader', () => {
  it('finds terms and quantities in one go', () => {
    expect(tokensOf(reader.read('退款24小时内到账', 0, 0))).toEqual(['退款:refund', '24小时内:#time', '到账:arrive']);
    expect(tokensOf(reader.read('The REFUND takes 3 days, refunding never.', 0, 0))).toEqual(['refund:refund', '3 days:#time']);
  });

  it('prefers a term that reaches beyond a quantity, and a quantity that reaches beyond a term', () => {
    expect(tokensOf(reader.read('支持3天无理由', 0, 0))).toEqual(['3天无理由:day']);
    expect(tokensOf(reader.read('退3天内', 0, 0))).toEqual(['退:refund', '3天内:#time']);
  });

  it('cuts clauses at marks, at words that break them, and at spaces between Chinese characters', () => {
    expect(clausesOf(reader.read('好的，退款但是到账 您稍等', 0, 0))).toEqual(['好的', '退款', '但是到账', '您稍等']);
    expect(clausesOf(reader.read('a refund, in the end', 0, 0))).toEqual(['a refund', ' in the end']);
  });

  it('tells quoted words from cited ones', () => {
    const speech = (text: string): string[] => reader.read(text, 0, 0).tokens.map((token) => token.speech);
    expect(speech('退款“退款”退款')).toEqual(['own', 'quoted', 'own']);
    expect(speech('您说“退款”')).toEqual(['own', 'cited']);
  });

  it('gives clauses the flags and bits of their tokens', () => {
    const [first, second] = reader.read('3天，退款', 0, 0).clauses;
    expect(first!.flags & lexicon.flag('#time')).not.toBe(0);
    expect(second!.flags & lexicon.flag('#time')).toBe(0);
    expect(second!.low | second!.high).not.toBe(0);
  });

  it('keeps clauses bounded in text without marks', () => {
    const { clauses } = reader.read('退'.repeat(2_000), 0, 0);
    expect(Math.max(...clauses.map(({ from, to }) => to - from))).toBeLessThan(60);
  });

  it('counts letters of other scripts', () => {
    expect(reader.read('Возврат 退款', 0, 0).foreign).toBe(7);
    expect(reader.read('refund 退款', 0, 0).foreign).toBe(0);
  });
});
