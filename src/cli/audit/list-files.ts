import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchResult } from './batch.ts';
import { csvLines, LIST_HEADERS, LISTS } from './lists.ts';
import type { List } from './lists.ts';

/** Spreadsheets take a file for UTF-8 only if it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/** The list files of an output folder, written from their known lengths on. */
export class ListFiles {
  readonly #files: ReadonlyMap<List, FileHandle>;
  readonly #lengths: Record<List, number>;

  private constructor(files: ReadonlyMap<List, FileHandle>, lengths: Record<List, number>) {
    this.#files = files;
    this.#lengths = lengths;
  }

  /**
   * Opens the files; whatever stands in them after `lengths` is cut off, since it was not counted.
   *
   * @param lengths bytes that count; absent: the files begin anew.
   * @throws Error where a file is shorter than that: it is not the one that was counted.
   */
  static async open(folder: string, lengths?: Readonly<Record<List, number>>): Promise<ListFiles> {
    const files = new Map<List, FileHandle>();
    for (const list of LISTS) {
      const file = await open(join(folder, `${list}.csv`), lengths === undefined ? 'w' : 'r+');
      files.set(list, file);
      if (lengths === undefined) continue;
      const { size } = await file.stat();
      if (size < lengths[list]) throw new Error(`${list}.csv: expected at least ${lengths[list]} bytes, got ${size}`);
      await file.truncate(lengths[list]);
    }
    const lists = new ListFiles(files, { ...(lengths ?? { ledger: 0, findings: 0, faults: 0 }) });
    if (lengths === undefined) for (const list of LISTS) await lists.#append(list, `${BYTE_ORDER_MARK}${csvLines([LIST_HEADERS[list]])}`);
    return lists;
  }

  /** Bytes of each file that count. */
  get lengths(): Readonly<Record<List, number>> {
    return { ...this.#lengths };
  }

  /** Adds the lines of a batch. */
  async add(result: Pick<BatchResult, List>): Promise<void> {
    for (const list of LISTS) await this.#append(list, result[list]);
  }

  /** Makes sure that what was added is on the disk. */
  async sync(): Promise<void> {
    for (const file of this.#files.values()) await file.sync();
  }

  async close(): Promise<void> {
    for (const file of this.#files.values()) await file.close();
  }

  async #append(list: List, text: string): Promise<void> {
    if (text === '') return;
    const bytes = Buffer.from(text);
    await this.#files.get(list)!.write(bytes, 0, bytes.length, this.#lengths[list]);
    this.#lengths[list] += bytes.length;
  }
}
