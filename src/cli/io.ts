import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { OutputClosed } from './failure.ts';

/** What a command needs from the outside; tests pass their own. */
export interface Terminal {
  /** Standard input as raw bytes. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Whether a person sits at standard input, so that nothing will be piped. */
  readonly stdinIsTerminal: boolean;
  /** Where results go. */
  readonly stdout: Writable;
  /** Where remarks on the run go. */
  readonly stderr: Writable;
  /** Folder that relative paths and globs start from. */
  readonly cwd: string;
  /** Whether colours are wanted. */
  readonly colour: boolean;
}

/** Bytes of a file, piece by piece. */
export function fileBytes(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path);
}

/** All bytes of a source as text; a byte order mark is dropped, bytes that are not UTF-8 become U+FFFD. */
export async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for await (const chunk of chunks) pieces.push(decoder.decode(chunk, { stream: true }));
  pieces.push(decoder.decode());
  return pieces.join('');
}

/** Pieces of output up to this many characters are joined into one write. */
const BATCH = 65_536;

/** Writes in large pieces and waits whenever the reader of the output is slower than we are. */
export class Output {
  readonly #stream: Writable;
  #pending: string[] = [];
  #length = 0;
  #closed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#closed = true;
      if (error.code !== 'EPIPE') throw error;
    });
  }

  /**
   * Adds text to what is to be written.
   *
   * @throws OutputClosed when nobody reads the output any more.
   */
  async write(text: string): Promise<void> {
    if (text === '') return;
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length >= BATCH) await this.flush();
  }

  /**
   * Hands everything on, and returns once the stream has room again.
   *
   * @throws OutputClosed when nobody reads the output any more.
   */
  async flush(): Promise<void> {
    if (this.#closed || this.#stream.destroyed) throw new OutputClosed();
    if (this.#length === 0) return;
    const text = this.#pending.join('');
    this.#pending = [];
    this.#length = 0;
    if (this.#stream.write(text)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of ['drain', 'close', 'error']) this.#stream.off(event, done);
        resolve();
      };
      for (const event of ['drain', 'close', 'error']) this.#stream.on(event, done);
    });
    if (this.#closed) throw new OutputClosed();
  }
}
