/** Cutting a JSONL file into ranges of whole lines, and reading the rows of a range. */
import { open, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { guessColumns, readRow } from 'replyguard/audit';
import type { ReadRow } from 'replyguard/audit';

/** Whole lines of a file that every worker can read: a shared disk here, an object store with range requests elsewhere. */
export interface Range {
  readonly file: string;
  /** First byte. */
  readonly start: number;
  /** One past the last byte. */
  readonly end: number;
}

/** Cuts a file into ranges of about `size` bytes, each of which ends with a line. */
export async function rangesOf(file: string, size: number): Promise<Range[]> {
  const { size: length } = await stat(file);
  const handle = await open(file);
  try {
    const ranges: Range[] = [];
    for (let start = 0; start < length; ) {
      const end = start + size >= length ? length : await lineEnd(handle, start + size);
      ranges.push({ file, start, end });
      start = end;
    }
    return ranges;
  } finally {
    await handle.close();
  }
}

async function lineEnd(handle: Awaited<ReturnType<typeof open>>, from: number): Promise<number> {
  const buffer = Buffer.alloc(65_536);
  for (let at = from; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    const newline = buffer.subarray(0, bytesRead).indexOf(0x0a);
    if (newline !== -1) return at + newline + 1;
    if (bytesRead === 0) return at;
    at += bytesRead;
  }
}

/** The rows of a range. A row is named by the range's first byte and its line there, which no other row shares. */
export async function rowsOf({ file, start, end }: Range): Promise<ReadRow[]> {
  const lines = createInterface({ input: createReadStream(file, { start, end: end - 1 }), crlfDelay: Infinity });
  const rows: ReadRow[] = [];
  let line = 0;
  for await (const text of lines) {
    line++;
    const place = { source: `${file}@${start}`, row: line };
    if (text.trim() !== '') rows.push(readLine(place, text));
  }
  return rows;
}

function readLine(place: { source: string; row: number }, text: string): ReadRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { row: null, faults: [{ ...place, level: 'row', error: 'row: expected JSON' }] };
  }
  const cells = new Map<string, unknown>(Object.entries(value ?? {}));
  const headers = [...cells.keys()];
  const columns = guessColumns(headers);
  return readRow(place, (column) => {
    const header = columns[column] === undefined ? undefined : headers[columns[column]];
    const cell = header === undefined ? undefined : cells.get(header);
    return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : undefined;
  });
}
