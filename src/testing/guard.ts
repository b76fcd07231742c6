/** The one place where the testing tools meet the guard. */
import { createGuard, loadPolicyDocument } from '../index.ts';
import { cached } from './checker.ts';
import type { CheckerFactory } from './checker.ts';

/** Who reads the replies: the rules alone, or the learned reader as well. */
export type Reader = 'rules' | 'both';

/**
 * Checkers made of real guards, one a policy.
 *
 * @param reader who reads; the rules alone if left out
 * @returns a factory that keeps what it made
 */
export async function guardFactory(reader: Reader = 'rules'): Promise<CheckerFactory> {
  const second = reader === 'both' ? (await import('../learned/index.ts')).learnedReader : undefined;
  return cached((policy) => {
    const guard = createGuard({ policy: loadPolicyDocument(policy), ...(second === undefined ? {} : { reader: second }) });
    return { check: (reply, context = {}) => guard.check(reply, { ...context }) };
  });
}
