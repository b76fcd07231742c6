/**
 * `replyguard/vitest/register`: importing it adds the matchers to vitest's `expect`, with their types.
 *
 * @packageDocumentation
 */
import { describe, expect, it } from 'vitest';
import { describeFixtures as describeWith } from './fixtures.ts';
import type { FixtureOptions } from './fixtures.ts';
import { matchers } from './matchers.ts';
import type { ReplyguardMatchers } from './matchers.ts';

expect.extend({ ...matchers });

/**
 * Registers one test for each fixture with vitest, in one suite for each file.
 *
 * @param patterns Files, folders or globs of fixtures, YAML or JSONL.
 * @throws FixtureError with every mistake in the files. TypeError if no fixture is found.
 */
export function describeFixtures(patterns: string | readonly string[], options: Omit<FixtureOptions, 'runner'> = {}): void {
  describeWith(patterns, { ...options, runner: { describe, it } });
}

// Vitest's own `Matchers` takes one type parameter in version 4 and two in version 5, and an augmentation must repeat
// them. The interfaces below have none, and both versions build their assertions from them.
declare global {
  namespace Chai {
    interface Assertion extends ReplyguardMatchers {}
  }
}
declare module 'vitest' {
  interface AsymmetricMatchersContaining extends ReplyguardMatchers<unknown> {}
}
