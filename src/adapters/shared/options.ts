import type { Context } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import type { ProtectOptions } from '../../stream/outcome.ts';

/** What every adapter of an agent framework is told. */
export interface AdapterOptions<Request> extends ProtectOptions {
  /** Checks the replies. One guard may serve any number of adapters and requests. */
  readonly guard: Guard;
  /**
   * What is known about the talk beside its messages; a function is told the framework's own request. What the request itself brings
   * goes over it. `customer` and `history` come from the messages, unless they are given. Default: nothing.
   */
  readonly context?: Context | ((request: Request) => Context | PromiseLike<Context>);
}
