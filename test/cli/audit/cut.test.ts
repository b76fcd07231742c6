import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cutPieces, recordsOf } from '../../../src/cli/audit/cut.ts';
import { rowsOf } from '../../../src/cli/audit/rows.ts';
import type { Layout } from '../../../src/cli/audit/batch.ts';
import type { Cutting, Piece, Position } from '../../../src/cli/audit/cut.ts';

const COMMA = { delimiter: 44 };
const START = { offset: 0, line: 1 };

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cut(bytes: Uint8Array, { size = 7, cutting = COMMA, start = START }: { size?: number; cutting?: Cutting; start?: Position } = {}): Promise<Piece[]> {
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

it('reads any bytes to their end without failing', async () => {
  const byte = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x20, 0x61) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) });
  const layouts: Layout[] = [
    { kind: 'table', delimiter: ',', encoding: 'utf-8', width: 2, columns: { reply: 0, agent: 1 } },
    { kind: 'table', delimiter: ',', encoding: 'gb18030', width: 2, columns: { reply: 1 } },
    { kind: 'json', columns: { reply: ['a'] } },
    { kind: 'lines', encoding: 'utf-8' },
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { maxLength: 200 }), fc.constantFrom(...layouts), fc.integer({ min: 1, max: 40 }), async (list, layout, size) => {
      const bytes = Uint8Array.from(list);
      let at = START;
      for (const { from, next, bytes: whole, fault } of await cut(bytes, { size, cutting: { delimiter: layout.kind === 'table' ? 44 : null } })) {
        expect(from).toEqual(at);
        const lines = bytes.subarray(from.offset, next.offset).filter((each) => each === 0x0a).length;
        expect(next.line - from.line === lines || (fault !== undefined && next.line === from.line + 1)).toBe(true);
        const batch = { source: 's', layout, line: from.line, bytes: whole, rows: [], ...(fault === undefined ? {} : { fault }) };
        for (const { row, faults } of rowsOf(batch)) {
          const place = row?.row ?? faults[0]!.row;
          expect(place >= from.line && (place < next.line || next.offset === bytes.length)).toBe(true);
        }
        at = next;
      }
      expect(at.offset).toBe(bytes.length);
    }),
    { numRuns: 2000 },
  );
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
