import type { Context } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import { InputError, throwFaults } from '../../errors.ts';
import { PROTECT_OPTIONS, refuseFaultyOptions } from '../../stream/faulty-options.ts';
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

/**
 * Refuses options that would be passed over: at once, since nobody looks at what fails closed.
 *
 * @param own Names of the adapter's own options.
 * @throws InputError that names each faulty option and what it may be.
 */
export function refuseFaultyAdapterOptions(options: ProtectOptions & { readonly guard: Guard }, own: readonly string[] = []): void {
  refuseFaultyOptions(options, [...PROTECT_OPTIONS, 'guard', 'context', 'fields', ...own]);
  refuseMissingGuard(options);
}

/** @throws InputError where there is no guard. */
export function refuseMissingGuard({ guard }: { readonly guard: Guard }): void {
  // Plain JavaScript may leave it out; every reply would then fail closed.
  if (typeof guard?.check !== 'function') throwFaults(InputError, [{ path: 'options.guard', expected: 'a guard, as createGuard makes it' }]);
}

/** What the messages of a request say about the talk. */
export type Talk = Pick<Context, 'customer' | 'history'>;
