/** The one place where the testing tools meet the guard. */
import { createGuard, loadPolicyDocument } from '../index.ts';
import type { GuardOptions } from '../index.ts';
import { cached } from './checker.ts';
import type { CheckerFactory } from './checker.ts';

/**
 * Checkers made of real guards, one a policy.
 *
 * @param reader a second reader beside the rules; none if left out
 * @param extend words, acts and rules of the shop's own; none if left out
 * @returns a factory that keeps what it made
 */
export function guardFactory(reader?: GuardOptions['reader'], extend?: GuardOptions['extend']): CheckerFactory {
  return cached((policy) => {
    const guard = createGuard({ policy: loadPolicyDocument(policy), ...(reader === undefined ? {} : { reader }), ...(extend === undefined ? {} : { extend }) });
    return { check: (reply, context = {}) => guard.check(reply, { ...context }) };
  });
}
