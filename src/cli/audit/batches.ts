import type { Batch, SheetRow } from './batch.ts';
import { cutPieces } from './cut.ts';
import type { Position } from './cut.ts';
import { openWorkbook } from './sheet.ts';
import type { Source } from './sources.ts';
import { openBytes } from './stream.ts';

/** A batch and where its source goes on after it. */
export interface Step {
  readonly batch: Batch;
  readonly next: Position;
  /** Share of the source that was read, from 0 to 1. */
  readonly read: number;
}

/** Rows of a spreadsheet in a batch. */
const SHEET_ROWS = 2000;
const NOTHING = new Uint8Array(0);

/**
 * The rows of a source from a position on, in batches. Where the source cannot be read to its end, the last batch is a fault that
 * says so: what was read before stays.
 */
export async function* batchesOf(source: Source, from: Position): AsyncGenerator<Step> {
  let next = from;
  try {
    for await (const step of source.sheet === null ? textBatches(source, from) : sheetBatches(source, source.sheet, from)) {
      next = step.next;
      yield step;
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    yield { batch: { ...batchOf(source, next.line), fault: `file: expected to be read to its end: ${message}` }, next, read: 1 };
  }
}

async function* textBatches(source: Source, from: Position): AsyncGenerator<Step> {
  const { layout, path, packing, size } = source;
  const delimiter = layout.kind === 'table' ? layout.delimiter.charCodeAt(0) : null;
  const { chunks, bytesRead } = openBytes(path, packing, from.offset);
  for await (const piece of cutPieces(chunks, { delimiter }, from)) {
    const batch = { ...batchOf(source, piece.from.line), bytes: piece.bytes, ...(piece.fault === undefined ? {} : { fault: piece.fault }) };
    yield { batch, next: piece.next, read: Math.min(1, bytesRead() / Math.max(size, 1)) };
  }
}

async function* sheetBatches(source: Source, sheet: string, from: Position): AsyncGenerator<Step> {
  const workbook = await openWorkbook(source.path);
  try {
    let rows: SheetRow[] = [];
    const take = (): Step => {
      const line = rows[rows.length - 1]!.row + 1;
      const step = { batch: { ...batchOf(source, rows[0]!.row), rows }, next: { offset: 0, line }, read: 0.5 };
      rows = [];
      return step;
    };
    for await (const piece of workbook.rows(sheet)) {
      for (const row of piece) {
        if (row.row >= from.line) rows.push(row);
        if (rows.length >= SHEET_ROWS) yield take();
      }
    }
    if (rows.length > 0) yield take();
  } finally {
    workbook.close();
  }
}

function batchOf({ name, layout }: Source, line: number): Batch {
  return { source: name, layout, line, bytes: NOTHING, rows: [] };
}
