import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Splitter } from '../../src/stream/splitter.ts';
import { Sentences } from '../../src/text/sentences.ts';
import { atRandom } from './split.ts';

/** The sentences of a text that comes in pieces; `open` are those known before it ends. */
function split(pieces: readonly string[]): { readonly all: string[]; readonly open: string[][] } {
  const splitter = new Splitter();
  let from = 0;
  const complete = (last: string, ended: boolean): string[] => {
    const sentences: string[] = [];
    for (let sentence = splitter.next(last, ended); sentence !== undefined; sentence = splitter.next(last, ended)) {
      const { codes } = splitter.text;
      for (let at = 0; at < sentence.length; at++) expect(codes[from + at]).toBe(sentence.charCodeAt(at));
      from += sentence.length;
      sentences.push(sentence);
    }
    return sentences;
  };
  const open = pieces.map((piece) => (splitter.push(piece) ? complete(piece, false) : []));
  const all = [...open.flat(), ...complete('', true)];
  splitter.close();
  return { all, open };
}

/** Code units of which each look at one is counted. */
class Watched extends Sentences {
  looks = 0;

  constructor() {
    super();
    this.codes = new Proxy(this.codes, {
      get: (codes, name) => {
        this.looks++;
        const value: unknown = Reflect.get(codes, name);
        return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(codes) : value;
      },
    });
  }
}

describe('sentences of a stream', () => {
  it('are those of the whole text', () => {
    const mark = fc.constantFrom('。', '！', '!', '?', '.', '．', '…', '”', ')', '\u200b', ' ', '\n', 'a', '3', 'Mr', '退', '，', '\ud83d');
    const text = fc.array(mark, { maxLength: 40 }).map((marks) => marks.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (whole, seed) => {
        const expected: string[] = [];
        const read = new Sentences();
        read.append(whole);
        for (let from = 0; from < whole.length; ) {
          const end = read.next(true);
          expected.push(whole.slice(from, end));
          from = end;
        }
        expect(split(atRandom(whole, seed)).all).toEqual(expected);
      }),
      { seed: 20240527, numRuns: 4_000, endOnFailure: true },
    );
  });

  it('are given out as soon as they are known to end', () => {
    const { open } = split(['It costs 3.5 dollars, Mr. Lee. ', '好的。', '”', '再']);
    expect(open).toEqual([['It costs 3.5 dollars, Mr. Lee.'], [], [], [' 好的。”']]);
  });

  it('are the same however long the text is', () => {
    const text = '好的。It costs 3.5 dollars, Mr. Lee! “退。” '.repeat(600);
    const { all } = split([text]);
    expect(all.join('')).toBe(text);
    for (const size of [1, 7, 4_000]) expect(split(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).all).toEqual(all);
    const long = '好'.repeat(10_000);
    expect(split([...long]).all).toEqual([long]);
  });

  it.each(['退', '退。', 'a.', 'a.b', '!', '.\u200b', '3.5', 'Mr. ', '”', '。.!'])('take a bounded number of looks at each code unit: %j', (piece) => {
    const text = piece.repeat(20_000);
    const read = new Watched();
    for (const unit of text) {
      if (!read.append(unit)) continue;
      while (read.next(false) >= 0);
    }
    while (read.next(true) >= 0);
    expect(read.looks / text.length).toBeLessThan(60);
  });
});
