/**
 * `replyguard/promptfoo`: an assertion for promptfoo, as the default export.
 *
 * @packageDocumentation
 */
import { assertionFor } from './assertion.ts';
import type { Assertion } from './assertion.ts';

export { assertionFor } from './assertion.ts';
export type { Assertion, AssertionConfig, AssertionContext, GradingResult } from './assertion.ts';

const assertion = assertionFor();

/**
 * The assertion with the rules of this library; policy and context come from `config` and `vars.replyguard`. It holds
 * itself by name, since promptfoo looks for the name in `package:replyguard/promptfoo:replyguard` inside the default export.
 */
export const replyguard: Assertion & { readonly replyguard: Assertion } = Object.assign(assertion, { replyguard: assertion });

export default replyguard;
