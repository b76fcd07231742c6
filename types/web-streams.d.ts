/**
 * The part of the web streams that the core names. Every runtime has them, but TypeScript knows them only together with
 * the DOM or Node, and the core is checked without either.
 */
interface TransformStreamDefaultController<O> {
  enqueue(chunk: O): void;
  error(reason: unknown): void;
  terminate(): void;
}

declare class TransformStream<I, O> {
  constructor(transformer?: {
    transform?(chunk: I, controller: TransformStreamDefaultController<O>): void | PromiseLike<void>;
    flush?(controller: TransformStreamDefaultController<O>): void | PromiseLike<void>;
  });
  readonly readable: AsyncIterable<O>;
  readonly writable: object;
}
