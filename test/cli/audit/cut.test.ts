import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cutPieces, recordsOf } from '../../../src/cli/audit/cut.ts';
import type { Piece } from '../../../src/cli/audit/cut.ts';

const COMMA = { delimiter: 44 };
const START = { offset: 0, line: 1 };

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cut(bytes: Uint8Array, { size = 7, cutting = COMMA, start = START } = {}): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of cutPieces(inChunks(bytes.subarray(start.offset), size), cutting, start)) pieces.push(piece);
  return pieces;
}

function recordTexts(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ bytes, fault }) => (fault === undefined ? [...recordsOf(bytes, COMMA)].map((record) => Buffer.from(record).toString()) : [`! ${fault}`]));
}

const cell = fc.oneof(fc.constantFrom('', 'a', '回复', 'a,b', 'say "hi"', 'two\nlines', '5" wide', '\r\n', '"'), fc.string({ unit: 'grapheme', maxLength: 6 }));

describe('tables', () => {
  it('are cut into the records that a parser finds, wherever the stream is divided', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 50 }), fc.boolean(), async (rows, size, open) => {
        const text = Papa.unparse(rows, { newline: '\n' }) + (open ? '' : '\n');
        const records = recordTexts(await cut(Buffer.from(text), { size }));
        expect(records.join('')).toBe(text);
        expect(records.map((record) => Papa.parse(record.replace(/\n$/, ''), { delimiter: ',', newline: '\n' }).data[0])).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('go on from the end of any piece', async () => {
    const text = Array.from({ length: 40_000 }, (_, at) => `${at},"reply\n${at}",x`).join('\n');
    const bytes = Buffer.from(text);
    const pieces = await cut(bytes, { size: 65_536 });
    expect(pieces.length).toBeGreaterThan(2);
    for (const { next } of pieces) {
      const rest = await cut(bytes, { size: 65_536, start: next });
      expect(recordTexts(rest).join('')).toBe(bytes.subarray(next.offset).toString());
      expect(next.line).toBe(bytes.subarray(0, next.offset).toString().split('\n').length);
    }
  });

  it('lose the one line with a stray quote', async () => {
    const texts = recordTexts(await cut(Buffer.from('a,b\n"x"y,z\nc,"d"\n"open,e\nf,g\n')));
    expect(texts).toEqual(['a,b\n', '! row: expected a delimiter or the line end after a closing quote', 'c,"d"\n', '! row: expected a closing quote', 'f,g\n']);
  });

  it('lose the one line whose quote nobody closes for a mebibyte', async () => {
    const rest = `${'x,y\n'.repeat(400_000)}`;
    const texts = recordTexts(await cut(Buffer.from(`a,b\n"open,e\n${rest}`), { size: 65_536 }));
    expect(texts.slice(0, 3)).toEqual(['a,b\n', '! row: expected a record of at most 1 MiB', 'x,y\n']);
    expect(texts).toHaveLength(400_002);
  });

  it('lose the one record that has no end', async () => {
    const texts = recordTexts(await cut(Buffer.from(`a,b\n${'x'.repeat(3 << 20)}\nc,d\n`), { size: 65_536 }));
    expect(texts).toEqual(['a,b\n', '! row: expected a record of at most 1 MiB', 'c,d\n']);
  });
});

it('gives what was whole before the stream breaks off', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a\nb\nc');
    throw new Error('gone');
  }
  const texts: string[] = [];
  await expect(async () => {
    for await (const { bytes } of cutPieces(broken(), { delimiter: null }, START)) texts.push(Buffer.from(bytes).toString());
  }).rejects.toThrow('gone');
  expect(texts).toEqual(['a\nb\n']);
});
