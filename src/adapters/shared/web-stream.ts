/**
 * The little that adapters need of web streams. Every runtime has them; the types are spelt out since the core is compiled without
 * those of a browser or of Node.
 */

/** Reads a stream piece by piece. */
export interface WebReader<T> {
  read(): Promise<{ readonly done: false; readonly value: T } | { readonly done: true; readonly value: T | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

/** A stream to be read. */
export interface WebStream<T> {
  getReader(): WebReader<T>;
}

/** Where a source puts what it has. */
export interface WebController<T> {
  enqueue(value: T): void;
  close(): void;
}

/** Makes what a stream delivers, when it is asked to. */
export interface WebSource<T> {
  pull(controller: WebController<T>): Promise<void>;
  cancel(reason?: unknown): Promise<void>;
}

declare const ReadableStream: new <T>(source: WebSource<T>, strategy: { readonly highWaterMark: number }) => WebStream<T>;

/** A stream that makes nothing before somebody reads it. */
export function streamFrom<T>(source: WebSource<T>): WebStream<T> {
  return new ReadableStream(source, { highWaterMark: 0 });
}
