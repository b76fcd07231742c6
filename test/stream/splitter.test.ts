import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Splitter } from '../../src/stream/splitter.ts';
import type * as sentences from '../../src/text/sentences.ts';
import { sentenceEnd } from '../../src/text/sentences.ts';
import { atRandom } from './split.ts';

const looked = vi.hoisted(() => ({ at: 0 }));

/** Counts the code units that are looked at; a search in vain puts all of its text together. */
vi.mock('../../src/text/sentences.ts', async (importOriginal) => {
  const original = await importOriginal<typeof sentences>();
  return {
    ...original,
    sentenceEnd(text: string, from: number, complete: boolean, next: number) {
      const end = original.sentenceEnd(text, from, complete, next);
      looked.at += end < 0 ? text.length : end - next;
      return end;
    },
  };
});

describe('sentences of a stream', () => {
  it('are those of the whole text', () => {
    const mark = fc.constantFrom('。', '！', '!', '?', '.', '．', '…', '”', ')', '\u200b', ' ', '\n', 'a', '3', 'Mr', '退', '，', '\ud83d');
    const text = fc.array(mark, { maxLength: 40 }).map((marks) => marks.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (whole, seed) => {
        const expected: string[] = [];
        for (let from = 0; from < whole.length; ) {
          const end = sentenceEnd(whole, from, true, from);
          expected.push(whole.slice(from, end));
          from = end;
        }
        const splitter = new Splitter();
        const found = atRandom(whole, seed).flatMap((piece) => splitter.push(piece));
        expect([...found, ...splitter.end()]).toEqual(expected);
      }),
      { seed: 20240527, numRuns: 4_000, endOnFailure: true },
    );
  });

  it('are given out as soon as they are known to end', () => {
    const splitter = new Splitter();
    expect(splitter.push('It costs 3.5 dollars, Mr. Lee. ')).toEqual(['It costs 3.5 dollars, Mr. Lee.']);
    expect(splitter.push('好的。')).toEqual([]);
    expect(splitter.push('”')).toEqual([]);
    expect(splitter.push('再')).toEqual([' 好的。”']);
  });

  it.each(['退', '退。', 'a.', 'a.b', '!', '.\u200b', '3.5', 'Mr. ', '”', '。.!'])('take a bounded number of looks at each code unit: %j', (piece) => {
    const text = piece.repeat(20_000);
    const splitter = new Splitter();
    looked.at = 0;
    for (const unit of text) splitter.push(unit);
    splitter.end();
    expect(looked.at / text.length).toBeLessThan(40);
  });
});
