import type { Context } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import type { ProtectOptions } from '../../stream/outcome.ts';

/** What every adapter of an agent framework is told. */
export interface AdapterOptions<Request> extends ProtectOptions {
  /** Checks the replies. One guard may serve any number of adapters and requests. */
  readonly guard: Guard;
  /**
   * What is known about the talk beside its messages; a function is told the framework's own request, and what its messages say. What
   * the request itself brings goes over it. `customer` and `history` come from the messages, unless they are given. Default: nothing.
   */
  readonly context?: Context | ((request: Request, talk: Talk) => Context | PromiseLike<Context>);
}

/** What the messages of a request say about the talk. */
export type Talk = Pick<Context, 'customer' | 'history'>;
