/**
 * replyguard: checks customer-service replies for over-promises and bad conduct, in Chinese and English,
 * against the shop's own policy.
 *
 * @packageDocumentation
 */
import { defaultEngine } from './default-engine.ts';
import type { Reading } from './engine.ts';
import { guardOf } from './guard.ts';
import type { Guard, SecondReader } from './guard.ts';
import { loadPolicy } from './policy/index.ts';
import type { Policy, PolicyInput, PolicyName } from './policy/index.ts';

/** What a guard is made of. */
export interface GuardOptions {
  /**
   * A preset's name, a policy as plain JSON (complete, or one that `extends` a preset), or a loaded policy.
   * Default: `default`.
   */
  readonly policy?: PolicyName | PolicyInput | Policy;
  /** A second reader, e.g. `learnedReader()` of `replyguard/learned`. Default: none. */
  readonly reader?: SecondReader;
}

/**
 * Makes a guard for a policy. Guards are cheap: all of them share one engine.
 *
 * @throws PolicyError if the policy is wrong; it names every faulty path and what was expected.
 */
export function createGuard(options: GuardOptions = {}): Guard {
  return guardOf(defaultEngine(), loadPolicy(options.policy ?? 'default'), options.reader);
}

/** Reads a reply once, for several detectors or policies. */
export function readReply(reply: string): Reading {
  return defaultEngine().read(reply);
}

export * from './detectors/index.ts';
export type { Detector } from './detectors/detect.ts';
export * from './errors.ts';
export * from './policy/index.ts';
export type { Context, Turn } from './context/index.ts';
export type { Reading } from './engine.ts';
export type { Guard, SecondReader } from './guard.ts';
export type * from './report.ts';
export * from './types.ts';
export { VERSION } from './version.ts';
