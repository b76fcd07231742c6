/** Finding the files of an audit, and finding out how each is to be read. */
import { stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import Papa from 'papaparse';
import { glob } from 'tinyglobby';
import { UsageError } from '../failure.ts';
import type { Encoding, Layout } from './batch.ts';
import { firstRecord } from './cut.ts';
import type { Position } from './cut.ts';
import { mapHeaders } from './mapping.ts';
import type { Overrides } from './mapping.ts';
import { openWorkbook } from './sheet.ts';
import { takeSample } from './stream.ts';
import type { Packing } from './stream.ts';

/** What the caller says about the sources. */
export interface SourceOptions {
  /** Columns that the caller names. */
  readonly map: Overrides;
  /** The encoding of all text files; absent: guessed for each. */
  readonly encoding: Encoding | undefined;
  /** False where the first row of tables is data; columns are then named by their numbers, from 1. */
  readonly header: boolean;
}

/** A file, or a worksheet of one, that is ready to be read. */
export interface Source {
  /** What results call it. */
  readonly name: string;
  readonly path: string;
  /** Name of the worksheet; null for other files. */
  readonly sheet: string | null;
  readonly layout: Layout;
  readonly packing: Packing;
  /** Where the data begins. */
  readonly start: Position;
  /** Bytes of the file. */
  readonly size: number;
  /** When the file was changed last, in milliseconds. */
  readonly changed: number;
  /** The headers of a table, the keys of JSON lines; empty for plain lines. */
  readonly headers: readonly string[];
}

/** A file that cannot be audited, and why. */
export interface Refusal {
  readonly name: string;
  readonly error: string;
}

const ENDINGS = ['csv', 'tsv', 'tab', 'jsonl', 'ndjson', 'txt', 'xlsx'] as const;
/** Records that are looked at for the header: exports often have a title before it. */
const HEADER_WITHIN = 10;
/** JSON lines that are looked at for their keys. */
const KEYS_WITHIN = 50;
const DELIMITERS = [',', '\t', ';', '|'];

/**
 * The files that the arguments name, folders with everything in them that can be read.
 *
 * @param out the folder that the audit writes into: what an earlier one left there is no chat.
 * @throws UsageError for an argument that is no file or folder, or a folder with nothing to read.
 */
export async function findFiles(arguments_: readonly string[], cwd: string, out: string | undefined): Promise<string[]> {
  const names: string[] = [];
  for (const argument of arguments_) {
    const status = await stat(resolve(cwd, argument)).catch(() => undefined);
    if (status === undefined) throw new UsageError(`no such file or folder: ${argument}`);
    if (!status.isDirectory()) {
      if (endingOf(argument) === undefined) {
        throw new UsageError(`${argument}: expected a name that ends in ${ENDINGS.map((ending) => `.${ending}`).join(', ')} or one of these with .gz`);
      }
      names.push(argument);
      continue;
    }
    const patterns = ENDINGS.flatMap((ending) => (ending === 'xlsx' ? ['**/*.xlsx'] : [`**/*.${ending}`, `**/*.${ending}.gz`]));
    // Spreadsheets that are open leave a file that begins with ~$.
    const found = await glob(patterns, { cwd: resolve(cwd, argument), onlyFiles: true, caseSensitiveMatch: false, ignore: ['**/~$*', '**/node_modules/**'] });
    const inside = found.filter((name) => out === undefined || !resolve(cwd, argument, name).startsWith(`${out}${sep}`));
    if (inside.length === 0) throw new UsageError(`${argument}: expected a folder with chats (${ENDINGS.map((ending) => `.${ending}`).join(', ')})`);
    const folder = argument.replace(/[\\/]+$/, '');
    names.push(...inside.sort().map((name) => (folder === '.' ? name : `${folder}/${name}`)));
  }
  const paths = new Map(names.map((name) => [resolve(cwd, name), name]));
  return [...paths.values()];
}

/** Finds out how a file is to be read; a spreadsheet gives a source for each worksheet. */
export async function inspect(name: string, cwd: string, options: SourceOptions): Promise<(Source | Refusal)[]> {
  const path = resolve(cwd, name);
  try {
    const { size, mtimeMs } = await stat(path);
    const file = { path, size, changed: Math.round(mtimeMs) };
    return endingOf(name) === 'xlsx' ? await inspectWorkbook(name, file, options) : [await inspectText(name, file, options)];
  } catch (error) {
    return [{ name, error: error instanceof Error ? error.message : String(error) }];
  }
}

type File = Pick<Source, 'path' | 'size' | 'changed'>;

async function inspectText(name: string, file: File, options: SourceOptions): Promise<Source | Refusal> {
  const ending = endingOf(name);
  const { head, packing, encoding, mark } = await takeSample(file.path, /\.gz$/i.test(name), options.encoding);
  const text = (bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);
  const common = { name, ...file, sheet: null, packing };
  if (ending === 'txt') {
    return { ...common, layout: { kind: 'lines', encoding }, start: { offset: mark, line: 1 }, headers: [] };
  }
  if (ending === 'jsonl' || ending === 'ndjson') {
    const paths = keysOf(text(head).split('\n').slice(0, KEYS_WITHIN));
    const { columns, missing } = mapHeaders(paths.map((keys) => keys.join('.')), options.map, paths.map((keys) => keys[keys.length - 1]!));
    if (missing !== null) return { name, error: missing };
    const byPath = Object.fromEntries(Object.entries(columns).map(([column, place]) => [column, paths[place]!]));
    return { ...common, layout: { kind: 'json', columns: byPath }, start: { offset: mark, line: 1 }, headers: paths.map((keys) => keys.join('.')) };
  }
  const records = headRecords(head, text, ending === 'csv' ? undefined : '\t');
  if (encoding === 'gb18030' && records.delimiter === '|') {
    // The byte of | is also the second byte of characters.
    return { name, error: 'file: expected another delimiter than | in GB18030; save it as UTF-8' };
  }
  const found = findHeader(records.rows.map(({ cells }) => cells), options);
  if ('error' in found) return { name, error: found.error };
  const { place, headers, columns } = found;
  const layout: Layout = { kind: 'table', delimiter: records.delimiter, encoding, width: headers.length, columns };
  const before = options.header ? records.rows[place] : undefined;
  const start = before === undefined ? { offset: mark, line: 1 } : { offset: mark + before.end, line: before.lines + 1 };
  return { ...common, layout, start, headers };
}

async function inspectWorkbook(name: string, file: File, options: SourceOptions): Promise<(Source | Refusal)[]> {
  const workbook = await openWorkbook(file.path);
  try {
    const found: (Source | Refusal)[] = [];
    for (const sheet of workbook.sheets) {
      const rows: { row: number; cells: readonly string[] }[] = [];
      for await (const piece of workbook.rows(sheet)) {
        rows.push(...piece.slice(0, HEADER_WITHIN - rows.length));
        if (rows.length >= HEADER_WITHIN) break;
      }
      if (rows.length === 0) continue;
      const sheetName = workbook.sheets.length === 1 ? name : `${name}:${sheet}`;
      const header = findHeader(rows.map(({ cells }) => cells), options);
      if ('error' in header) {
        found.push({ name: sheetName, error: header.error });
        continue;
      }
      const line = options.header ? rows[header.place]!.row + 1 : 1;
      const { columns, headers } = header;
      const packing = { gzip: false, wide: null };
      found.push({ name: sheetName, ...file, sheet, packing, layout: { kind: 'sheet', columns }, start: { offset: 0, line }, headers });
    }
    // A workbook may hold other things beside the chats.
    const sources = found.filter((each) => 'layout' in each);
    return sources.length > 0 || found.length > 0 ? (sources.length > 0 ? sources : found) : [{ name, error: 'file: expected rows' }];
  } finally {
    workbook.close();
  }
}

interface Header {
  readonly place: number;
  readonly headers: readonly string[];
  readonly columns: Readonly<Partial<Record<string, number>>>;
}

/** The first row with a header for the reply; what it lacks, where none has. */
function findHeader(rows: readonly (readonly string[])[], { map, header }: SourceOptions): Header | { error: string } {
  if (rows.length === 0) return { error: 'file: expected a header and rows' };
  if (!header) {
    const headers = Array.from({ length: Math.max(...rows.map((cells) => cells.length)) }, (_, place) => String(place + 1));
    const { columns, missing } = mapHeaders(headers, map);
    return missing === null ? { place: -1, headers, columns } : { error: missing };
  }
  let first: string | undefined;
  for (const [place, cells] of rows.entries()) {
    const headers = cells.map((cell) => cell.trim());
    const { columns, missing } = mapHeaders(headers, map);
    if (missing === null) return { place, headers, columns };
    if (cells.some((cell) => cell.trim() !== '')) first ??= missing;
  }
  return { error: first ?? 'file: expected a header and rows' };
}

interface HeadRecords {
  readonly delimiter: string;
  /** The first records: their cells, where they end, and the lines up to there. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly end: number; readonly lines: number }[];
}

function headRecords(head: Uint8Array, text: (bytes: Uint8Array) => string, given: string | undefined): HeadRecords {
  const said = /^sep=(.)\r?\n/.exec(text(head.subarray(0, 8)));
  const delimiter = said?.[1] ?? given ?? guessDelimiter(text(head.subarray(0, 1 << 16)));
  const rows: { cells: string[]; end: number; lines: number }[] = [];
  let lines = 0;
  for (let at = 0; rows.length < HEADER_WITHIN; ) {
    const record = firstRecord(head, at, { delimiter: delimiter.charCodeAt(0) });
    if (record === null) break;
    const content = text(record.bytes).replace(/\r?\n$/, '');
    lines += content.split('\n').length;
    at = record.end;
    rows.push({ cells: Papa.parse<string[]>(content, { delimiter, newline: '\n' }).data[0] ?? [], end: at, lines });
  }
  return { delimiter, rows: said ? rows.slice(1) : rows };
}

/** The delimiter that stands most often in the first lines, outside quotes. */
function guessDelimiter(text: string): string {
  const lines = text.split('\n').slice(0, HEADER_WITHIN).join('\n').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => lines.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** The keys of JSON objects, those of objects inside them too, in the order in which they are met. */
function keysOf(lines: readonly string[]): string[][] {
  const found = new Map<string, string[]>();
  const note = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const keys = [...path, key];
      if (keys.length < 3 && typeof inner === 'object' && inner !== null && !Array.isArray(inner)) note(inner, keys);
      else found.set(JSON.stringify(keys), keys);
    }
  };
  for (const line of lines) {
    try {
      note(JSON.parse(line), []);
    } catch {
      // A broken line is reported with its place when its turn comes.
    }
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}

function endingOf(name: string): (typeof ENDINGS)[number] | undefined {
  const plain = basename(name).toLowerCase();
  return ENDINGS.find((ending) => plain.endsWith(`.${ending}`) || (ending !== 'xlsx' && plain.endsWith(`.${ending}.gz`)));
}
