import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { UsageError } from './failure.ts';

/** A file that appears when it is complete: a run that breaks off leaves what was there before. */
export class OutputFile {
  readonly stream: WriteStream;
  readonly #path: string;
  readonly #written: string;

  private constructor(path: string, written: string, stream: WriteStream) {
    this.#path = path;
    this.#written = written;
    this.stream = stream;
  }

  /**
   * Opens a file for writing.
   *
   * @param path absolute.
   * @throws UsageError where nothing can be written.
   */
  static async create(path: string): Promise<OutputFile> {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) throw new UsageError(`--output: ${path} is a folder`);
    // A pipe or a device must be written itself: a file in its place would be another thing.
    const written = found === undefined || found.isFile() ? `${path}.${process.pid}.tmp` : path;
    const stream = createWriteStream(written);
    try {
      await once(stream, 'open');
    } catch (error) {
      throw new UsageError(`--output: cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    return new OutputFile(path, written, stream);
  }

  /** Closes the file and gives it its name. */
  async keep(): Promise<void> {
    await this.#close();
    if (this.#written !== this.#path) await rename(this.#written, this.#path);
  }

  /** Closes the file and throws it away. */
  async discard(): Promise<void> {
    this.stream.destroy();
    if (this.#written !== this.#path) await rm(this.#written, { force: true });
  }

  async #close(): Promise<void> {
    this.stream.end();
    if (!this.stream.closed) await once(this.stream, 'close');
  }
}
