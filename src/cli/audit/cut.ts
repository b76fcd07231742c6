/**
 * Cutting a stream of bytes into whole records, without decoding them: where a record ends is seen from quotes, delimiters and
 * line ends alone, and those bytes never stand inside a character of UTF-8 or GB18030 (but `|` does in GB18030, where it is no
 * delimiter for us). So every batch begins and ends at a known offset, can be read by any worker, and is where an interrupted
 * run goes on.
 */

/** How records are divided. */
export interface Cutting {
  /** The byte between cells, for tables with quoted cells; null where every line is a record. */
  readonly delimiter: number | null;
}

/** A place between two records. */
export interface Position {
  /** Bytes before it, after unpacking. */
  readonly offset: number;
  /** Line that begins there, from 1. */
  readonly line: number;
}

/** Whole records, or a line that is none. */
export interface Piece {
  readonly from: Position;
  readonly next: Position;
  /** Whole records with their line ends; empty where there is only a fault. */
  readonly bytes: Uint8Array;
  /** What is wrong with the line at `from`; then the piece stands for that line alone. */
  readonly fault?: string;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
/** A record that is longer than this is no record: in a table, a quote that nobody closed. */
const LONGEST = { table: 1 << 20, lines: 1 << 24 } as const;
/** Bytes of a batch: some hundred milliseconds of work. */
const BATCH = 1 << 18;

/** More bytes are needed to see where the record ends. */
const OPEN = -1;
/** What stands here is no record: something follows a closing quote. */
const MALFORMED = -2;

/**
 * Cuts a stream into pieces of about {@link BATCH} bytes.
 *
 * A table's record whose quotes do not come out is given up: its first line is reported, and what follows is read anew, so that
 * a stray quote costs one row and not the rest of the file.
 *
 * @param chunks the bytes from `start` on.
 */
export async function* cutPieces(chunks: AsyncIterable<Uint8Array>, cutting: Cutting, start: Position): AsyncGenerator<Piece> {
  const cutter = new Cutter(cutting, start);
  try {
    for await (const chunk of chunks) yield* cutter.push(chunk);
  } catch (error) {
    // What came whole before the stream broke off counts.
    yield* cutter.breakOff();
    throw error;
  }
  yield* cutter.end();
}

/** The records of a piece, one by one. */
export function* recordsOf(bytes: Uint8Array, { delimiter }: Cutting): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const found = recordEnd(bytes, from, delimiter);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(from, end);
    from = end;
  }
}

/** The first whole record from `from` on, with its end; null where there is none. */
export function firstRecord(bytes: Uint8Array, from: number, { delimiter }: Cutting): { bytes: Uint8Array; end: number } | null {
  if (from >= bytes.length) return null;
  const found = recordEnd(bytes, from, delimiter);
  const end = found >= 0 ? found : found === OPEN && endsOutsideQuotes(bytes, from, delimiter) ? bytes.length : -1;
  return end === -1 ? null : { bytes: bytes.subarray(from, end), end };
}

class Cutter {
  readonly #delimiter: number | null;
  readonly #longest: number;
  #position: Position;
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** Bytes that must be there before it is worth looking again. */
  #enough = BATCH;
  #discarding = false;

  constructor({ delimiter }: Cutting, start: Position) {
    this.#delimiter = delimiter;
    this.#longest = delimiter === null ? LONGEST.lines : LONGEST.table;
    this.#position = start;
  }

  *push(chunk: Uint8Array): Generator<Piece> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length >= this.#enough) yield* this.#cut(false);
  }

  *end(): Generator<Piece> {
    yield* this.#cut(true);
  }

  *breakOff(): Generator<Piece> {
    yield* this.#cut(false);
  }

  *#cut(final: boolean): Generator<Piece> {
    const bytes = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks, this.#length);
    let at = 0;
    if (this.#discarding) {
      const newline = bytes.indexOf(NEWLINE);
      at = newline === -1 ? bytes.length : newline + 1;
      this.#discarding = newline === -1;
      this.#position = { offset: this.#position.offset + at, line: this.#position.line };
    }
    while (at < bytes.length) {
      const { end, full, fault } = this.#wholeRecords(bytes, at, final);
      if (end > at) yield this.#piece(bytes.subarray(at, end));
      at = end;
      if (fault !== undefined) at = yield* this.#giveUp(bytes, at, fault);
      else if (!full) break;
    }
    this.#chunks = at === bytes.length ? [] : [bytes.subarray(at)];
    this.#length = bytes.length - at;
    this.#enough = this.#length + BATCH;
  }

  /**
   * The end of the whole records from `from` on, as many as a batch takes: whether that many were there, and what is wrong with
   * the next one, if anything is.
   */
  #wholeRecords(bytes: Uint8Array, from: number, final: boolean): { end: number; full: boolean; fault?: string } {
    let at = from;
    while (at < bytes.length) {
      if (at - from >= BATCH) return { end: at, full: true };
      const end = recordEnd(bytes, at, this.#delimiter);
      if (end >= 0) at = end;
      else if (end === MALFORMED) return { end: at, full: false, fault: 'row: expected a delimiter or the line end after a closing quote' };
      else if (final) {
        if (endsOutsideQuotes(bytes, at, this.#delimiter)) return { end: bytes.length, full: false };
        return { end: at, full: false, fault: 'row: expected a closing quote' };
      } else if (bytes.length - at <= this.#longest) break;
      else return { end: at, full: false, fault: `row: expected a record of at most ${this.#longest >> 20} MiB` };
    }
    return { end: at, full: false };
  }

  /** Reports the line at `at` and goes on after it. */
  *#giveUp(bytes: Uint8Array, at: number, fault: string): Generator<Piece, number> {
    const newline = bytes.indexOf(NEWLINE, at);
    const next = newline === -1 ? bytes.length : newline + 1;
    this.#discarding = newline === -1;
    const from = this.#position;
    this.#position = { offset: from.offset + next - at, line: from.line + 1 };
    yield { from, next: this.#position, bytes: new Uint8Array(0), fault };
    return next;
  }

  #piece(bytes: Uint8Array): Piece {
    const from = this.#position;
    this.#position = { offset: from.offset + bytes.length, line: from.line + countLines(bytes) };
    // A copy with memory of its own, which can be handed over to a worker; `slice` of a Buffer would share it.
    return { from, next: this.#position, bytes: new Uint8Array(bytes) };
  }
}

/** One past the line end of the record at `from`, {@link OPEN} or {@link MALFORMED}. */
function recordEnd(bytes: Uint8Array, from: number, delimiter: number | null): number {
  if (delimiter === null) {
    const newline = bytes.indexOf(NEWLINE, from);
    return newline === -1 ? OPEN : newline + 1;
  }
  let at = from;
  for (;;) {
    // At the start of a cell.
    if (bytes[at] === QUOTE) {
      at = afterQuotes(bytes, at, delimiter);
      if (at < 0) return at;
    }
    while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== NEWLINE) at++;
    if (at >= bytes.length) return OPEN;
    if (bytes[at] === NEWLINE) return at + 1;
    at++;
  }
}

/** The place after a quoted cell, {@link OPEN} or {@link MALFORMED}. */
function afterQuotes(bytes: Uint8Array, from: number, delimiter: number): number {
  let at = from + 1;
  for (;;) {
    at = bytes.indexOf(QUOTE, at);
    if (at === -1) return OPEN;
    if (bytes[at + 1] !== QUOTE) break;
    at += 2;
  }
  at++;
  while (at < bytes.length && bytes[at] === SPACE) at++;
  if (bytes[at] === CARRIAGE_RETURN) at++;
  if (at >= bytes.length) return OPEN;
  return bytes[at] === delimiter || bytes[at] === NEWLINE ? at : MALFORMED;
}

/** Whether the last record, which has no line end, is whole nevertheless. */
function endsOutsideQuotes(bytes: Uint8Array, from: number, delimiter: number | null): boolean {
  if (delimiter === null) return true;
  const closed = new Uint8Array(bytes.length - from + 1);
  closed.set(bytes.subarray(from));
  closed[closed.length - 1] = NEWLINE;
  return recordEnd(closed, 0, delimiter) === closed.length;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
