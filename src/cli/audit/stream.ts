/** The bytes of a source: unpacked, as UTF-8 or GB18030, from an offset on. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Encoding } from './batch.ts';

/** How the bytes of a file are to be unpacked. */
export interface Packing {
  readonly gzip: boolean;
  /** Byte order of UTF-16, which is turned into UTF-8; null for other encodings. */
  readonly wide: 'utf-16le' | 'utf-16be' | null;
}

/** A source being read. */
export interface Opened {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes of the file read so far, before unpacking. */
  bytesRead(): number;
}

const CHUNK = 1 << 18;

/**
 * Opens a file.
 *
 * @param offset bytes to leave out, counted after unpacking. Of a packed file they are read all the same.
 */
export function openBytes(path: string, { gzip, wide }: Packing, offset = 0): Opened {
  const plain = !gzip && wide === null;
  const file = createReadStream(path, { highWaterMark: CHUNK, start: plain ? offset : 0 });
  const bytesRead = (): number => file.bytesRead + (plain ? offset : 0);
  if (plain) return { chunks: file, bytesRead };
  const unpacked: AsyncIterable<Uint8Array> = gzip ? unpack(file) : file;
  return { chunks: skip(wide === null ? unpacked : narrow(unpacked, wide), offset), bytesRead };
}

/** With room for one chunk only, everything before the place where a packed file breaks off is given out before the error. */
const UNPACKING = { chunkSize: CHUNK, highWaterMark: 1 };

async function* unpack(file: ReturnType<typeof createReadStream>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip(UNPACKING);
  file.on('error', (error) => gunzip.destroy(error));
  yield* file.pipe(gunzip);
}

async function* narrow(chunks: AsyncIterable<Uint8Array>, wide: 'utf-16le' | 'utf-16be'): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(wide);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* skip(chunks: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Uint8Array> {
  let left = offset;
  for await (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      yield left === 0 ? chunk : chunk.subarray(left);
      left = 0;
    }
  }
}

/** The beginning of a source, and what it shows about the whole. */
export interface Sample {
  /** The first bytes, unpacked and without a byte order mark. */
  readonly head: Uint8Array;
  readonly packing: Packing;
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

/** Bytes that the header is looked for in. */
const HEAD = 1 << 20;
/** Where the beginning is ASCII alone, so many bytes are looked at for the first character that is not. */
const FAR = 1 << 26;

/**
 * Finds out the encoding: a byte order mark says it; else UTF-8 where the beginning is valid UTF-8, else GB18030, which GBK and
 * GB2312 are parts of.
 *
 * @param given the encoding, where the caller knows it.
 */
export async function takeSample(path: string, gzip: boolean, given: Encoding | undefined): Promise<Sample> {
  const first = await headOf(path, { gzip, wide: null }, 2);
  const wide = wideOf(first);
  const packing: Packing = { gzip, wide };
  const head = await headOf(path, packing, HEAD);
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const encoding = given ?? (mark === 3 || wide !== null ? 'utf-8' : await guessEncoding(path, packing));
  return { head: head.subarray(mark), packing, encoding, mark };
}

function wideOf([first, second]: Uint8Array): Packing['wide'] {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

async function headOf(path: string, packing: Packing, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  try {
    for await (const chunk of openBytes(path, packing).chunks) {
      chunks.push(chunk);
      read += chunk.length;
      if (read >= length) break;
    }
  } catch (error) {
    // A file that breaks off is read as far as it goes; that it does is reported when the audit gets there.
    if (read === 0) throw error;
  }
  return Buffer.concat(chunks).subarray(0, length);
}

async function guessEncoding(path: string, packing: Packing): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let ascii = true;
  try {
    for await (const chunk of openBytes(path, packing).chunks) {
      if (!decodes(decoder, chunk)) return 'gb18030';
      ascii &&= chunk.every((byte) => byte < 0x80);
      read += chunk.length;
      if (read >= (ascii ? FAR : HEAD)) break;
    }
  } catch (error) {
    if (read === 0) throw error;
  }
  return 'utf-8';
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}
