import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLines } from '../../src/cli/lines.ts';
import type { Line } from '../../src/cli/lines.ts';

async function read(pieces: readonly Uint8Array[]): Promise<Line[]> {
  const source = (async function* () {
    yield* pieces;
  })();
  const found: Line[] = [];
  for await (const batch of readLines(source)) found.push(...batch);
  return found;
}

test('lines are the same wherever the bytes are cut', async () => {
  const word = fc.constantFrom('a', '退款', '\n', '\r\n', '\n\n', ' ', '\u2028', '👍', '\ufeff');
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { maxLength: 20 }),
      fc.array(fc.nat({ max: 60 }), { maxLength: 8 }),
      async (words, cuts) => {
        const text = words.join('');
        const bytes = new TextEncoder().encode(text);
        const edges = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
        const expected = text
          .split('\n')
          .map((line, index) => ({ number: index + 1, text: line.replace(/\r$/, '').replace(/^\ufeff/, '') }))
          .filter((line) => line.text.trim() !== '');
        expect(await read(pieces)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('a long line in many pieces takes time in proportion', async () => {
  const piece = new Uint8Array(64).fill(0x61);
  const time = async (pieces: number): Promise<number> => {
    const start = performance.now();
    const [line] = await read(Array.from({ length: pieces }, () => piece));
    expect(line?.text?.length).toBe(pieces * 64);
    return performance.now() - start;
  };
  await time(2_000);
  const short = await time(10_000);
  expect(await time(80_000)).toBeLessThan(Math.max(short * 32, 500));
});
