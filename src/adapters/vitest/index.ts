/**
 * `replyguard/vitest`: matchers for `expect`, in vitest and in jest, and one test for each fixture.
 *
 * @packageDocumentation
 */
export { describeFixtures } from './fixtures.ts';
export type { FixtureOptions, Runner } from './fixtures.ts';
export { matchers, matchersFor } from './matchers.ts';
export type {
  Checkable,
  CheckOptions,
  FindingPattern,
  FindingQuery,
  MatcherResult,
  Matchers,
  PassOptions,
  ReplyguardMatchers,
} from './matchers.ts';
