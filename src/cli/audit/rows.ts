import Papa from 'papaparse';
import { readRow } from '../../audit/index.ts';
import type { Cell, Column, ReadRow } from '../../audit/index.ts';
import type { Batch, Encoding, Layout } from './batch.ts';
import { recordsOf } from './cut.ts';

/** Reads the rows of a batch; blank ones are left out. */
export function* rowsOf(batch: Batch): Generator<ReadRow> {
  const { source, layout, line } = batch;
  if (batch.fault !== undefined) {
    yield brokenRow(source, line, batch.fault);
    return;
  }
  if (layout.kind === 'table') yield* tableRows(batch, layout);
  else if (layout.kind === 'sheet') {
    const cellOf = placeIn(layout.columns);
    for (const { row, cells } of batch.rows) {
      if (!isBlank(cells)) yield readRow({ source, row }, cellOf(cells));
    }
  } else {
    const encoding = layout.kind === 'json' ? 'utf-8' : layout.encoding;
    const read = layout.kind === 'json' ? jsonRow(layout.columns) : lineRow;
    let row = line;
    for (const bytes of recordsOf(batch.bytes, { delimiter: null })) {
      const text = decode(bytes, encoding);
      if (text === null) yield brokenRow(source, row, `row: expected ${encoding.toUpperCase()}`);
      else if (text.trim() !== '') yield read(source, row, text);
      row++;
    }
  }
}

function* tableRows({ source, line, bytes }: Batch, layout: Layout & { kind: 'table' }): Generator<ReadRow> {
  const cellOf = placeIn(layout.columns);
  let row = line;
  for (const record of parseTable(bytes, layout)) {
    if ('fault' in record) yield brokenRow(source, row, record.fault);
    else if (!isBlank(record.cells)) {
      const fault = widthFault(record.cells, layout);
      yield fault === null ? readRow({ source, row }, cellOf(record.cells)) : brokenRow(source, row, fault);
    }
    row += record.lines;
  }
}

type TableRecord = { readonly lines: number } & ({ readonly cells: readonly string[] } | { readonly fault: string });

/** The records of a table; where one cannot be read, each is read by itself, so that it costs no other. */
function parseTable(bytes: Uint8Array, layout: Layout & { kind: 'table' }): TableRecord[] {
  const { encoding, delimiter } = layout;
  const text = decode(bytes, encoding);
  const { data, errors } = text === null ? { data: [], errors: [] } : Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (text !== null && errors.length === 0) {
    // What follows the last line end is no row.
    if (text.endsWith('\n')) data.pop();
    return data.map((cells) => ({ cells, lines: 1 + linesIn(cells) }));
  }
  const records = [...recordsOf(bytes, { delimiter: delimiter.charCodeAt(0) })];
  if (records.length > 1) return records.flatMap((record) => parseTable(record, layout));
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0a) lines++;
  return [{ lines, fault: text === null ? `row: expected ${encoding.toUpperCase()}` : `row: expected cells divided by ${shownDelimiter(delimiter)}` }];
}

function shownDelimiter(delimiter: string): string {
  return delimiter === '\t' ? 'tabs' : delimiter;
}

/** A row with more cells than the header holds text that was cut at a delimiter; one without the reply's cell was cut off. */
function widthFault(cells: readonly string[], { width, columns }: Layout & { kind: 'table' }): string | null {
  const extra = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
  const short = columns.reply !== undefined && columns.reply >= cells.length;
  return extra || short ? `row: expected ${width} cells, got ${cells.length}` : null;
}

function placeIn(columns: Readonly<Partial<Record<Column, number>>>): (cells: readonly string[]) => (column: Column) => Cell {
  return (cells) => (column) => {
    const place = columns[column];
    return place === undefined ? undefined : (cells[place] ?? '');
  };
}

function jsonRow(columns: Readonly<Partial<Record<Column, readonly string[]>>>): (source: string, row: number, text: string) => ReadRow {
  return (source, row, text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return brokenRow(source, row, 'row: expected JSON');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return brokenRow(source, row, 'row: expected an object');
    return readRow({ source, row }, (column) => {
      const path = columns[column];
      return path === undefined ? undefined : cellAt(value, path);
    });
  };
}

/** The value at a path of own keys; a key that is missing in this line is an empty cell. */
function cellAt(value: object, path: readonly string[]): Cell {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
    at = Reflect.get(at, key);
  }
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' || typeof at === 'object' ? at : null;
}

function lineRow(source: string, row: number, text: string): ReadRow {
  return readRow({ source, row }, (column) => (column === 'reply' ? text : undefined));
}

function brokenRow(source: string, row: number, error: string): ReadRow {
  return { row: null, faults: [{ source, row, level: 'row', error }] };
}

const DECODERS: Readonly<Record<Encoding, InstanceType<typeof TextDecoder>>> = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true }),
};

/** The text with plain line ends; null where the bytes are not of the encoding. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return DECODERS[encoding].decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function linesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
