/**
 * `replyguard/promptfoo`: an assertion for promptfoo, as the default export.
 *
 * @packageDocumentation
 */
import { assertionFor } from './assertion.ts';

export { assertionFor } from './assertion.ts';
export type { Assertion, AssertionConfig, AssertionContext, GradingResult } from './assertion.ts';

/** The assertion with the rules of this library; policy and context come from `config` and `vars.replyguard`. */
export const replyguard = assertionFor();

export default replyguard;
