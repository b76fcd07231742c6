/** Reading a spreadsheet (XLSX) row by row: the zip archive and its XML are streamed, only its shared texts are kept. */
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { SheetRow } from './batch.ts';

/** A spreadsheet file that is open. */
export interface Workbook {
  /** Names of its worksheets, in their order. */
  readonly sheets: readonly string[];
  /** The rows of a worksheet, those with a cell; in pieces, as they are read. */
  rows(sheet: string): AsyncGenerator<SheetRow[]>;
  close(): void;
}

/** Characters of shared texts that are kept at most: a file with more is not read. */
const MOST_TEXT = 1 << 29;

/**
 * Opens a spreadsheet.
 *
 * @throws Error where the file is no XLSX.
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const sheets = await sheetPaths(zip, entries);
  let texts: Promise<string[]> | undefined;
  return {
    sheets: [...sheets.keys()],
    async *rows(sheet) {
      const entry = entries.get(sheets.get(sheet) ?? '');
      if (entry === undefined) throw new Error(`there is no worksheet ${sheet}`);
      texts ??= sharedTexts(zip, entries.get('xl/sharedStrings.xml'));
      yield* sheetRows(await zip.openReadStreamPromise(entry), await texts);
    },
    close: () => zip.close(),
  };
}

type Attributes = Readonly<Record<string, string>>;

/** What is done with the parts of an XML file. */
interface Handler {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Feeds a stream to a handler; yields after every piece. */
async function* parse(stream: Readable, { open, text, close }: Handler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let fault: Error | undefined;
  parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => close(localName(name)));
  parser.on('error', (error) => (fault ??= error));
  const decoder = new TextDecoder();
  const pieces: AsyncIterable<Uint8Array> = stream;
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (fault) throw fault;
    yield;
  }
  parser.write(decoder.decode()).close();
  if (fault) throw fault;
  yield;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The worksheets by name, with the paths of their files. */
async function sheetPaths(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const relations = entries.get('xl/_rels/workbook.xml.rels');
  const workbook = entries.get('xl/workbook.xml');
  if (relations === undefined || workbook === undefined) throw new Error('expected a spreadsheet (XLSX)');
  await readElements(zip, relations, 'Relationship', (attributes) => {
    const target = attributes.Target ?? '';
    targets.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  const sheets = new Map<string, string>();
  await readElements(zip, workbook, 'sheet', (attributes) => {
    const path = targets.get(attributes['r:id'] ?? attributes.id ?? '');
    if (attributes.name !== undefined && path !== undefined && path.includes('worksheets/')) sheets.set(attributes.name, path);
  });
  return sheets;
}

async function readElements(zip: ZipFile, entry: Entry, element: string, take: (attributes: Attributes) => void): Promise<void> {
  const open = (name: string, attributes: Attributes): void => {
    if (name === element) take(attributes);
  };
  for await (const _ of parse(await zip.openReadStreamPromise(entry), { open, text: () => undefined, close: () => undefined }));
}

/** The texts that cells refer to by number; phonetic guides are left out. */
async function sharedTexts(zip: ZipFile, entry: Entry | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (entry === undefined) return texts;
  let current = '';
  let inText = false;
  let guides = 0;
  let total = 0;
  const handler: Handler = {
    open(name) {
      if (name === 'rPh') guides++;
      inText = name === 't' && guides === 0;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      inText = false;
      if (name === 'rPh') guides--;
      if (name !== 'si') return;
      total += current.length;
      if (total > MOST_TEXT) throw new Error('expected less text in the spreadsheet: save it as CSV');
      texts.push(unescapeText(current));
      current = '';
    },
  };
  for await (const _ of parse(await zip.openReadStreamPromise(entry), handler));
  return texts;
}

async function* sheetRows(stream: Readable, texts: readonly string[]): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(texts);
  for await (const _ of parse(stream, reader)) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
}

class RowReader implements Handler {
  readonly #texts: readonly string[];
  #rows: SheetRow[] = [];
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #value = '';
  #inValue = false;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** The rows that are complete. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'row') {
      this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
      this.#cells = [];
      this.#column = -1;
    } else if (name === 'c') {
      this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
      this.#type = attributes.t ?? 'n';
      this.#value = '';
    }
    this.#inValue = name === 'v' || name === 't';
  };

  readonly text = (text: string): void => {
    if (this.#inValue) this.#value += text;
  };

  readonly close = (name: string): void => {
    this.#inValue = false;
    if (name === 'c' && this.#column >= 0) {
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = this.#cell();
    } else if (name === 'row' && this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells });
  };

  #cell(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return this.#texts[Number(value)] ?? '';
      case 'n':
        // 4.5439E4 and 0.1000000000000000055 as everybody writes them.
        return value === '' || Number.isNaN(Number(value)) ? value : String(Number(value));
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'e':
        return '';
      default:
        return unescapeText(value);
    }
  }
}

/** The number of a column, from 0: `B7` is 1; -1 for what names none, or one beyond the last that spreadsheets have. */
function columnOf(reference: string): number {
  let number = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    number = number * 26 + letter;
  }
  return number > 16_384 ? -1 : number - 1;
}

/** Spreadsheets write characters that XML cannot hold as `_x000D_`. */
function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}
