/**
 * replyguard: checks customer-service replies for over-promises and bad conduct, in Chinese and English,
 * against the shop's own policy.
 *
 * @packageDocumentation
 */
import { defaultEngine, extendedEngine } from './default-engine.ts';
import type { Reading } from './engine.ts';
import { refuseUnknownOptions } from './errors.ts';
import { guardOf } from './guard.ts';
import type { Guard } from './guard.ts';
import { loadPolicy } from './policy/index.ts';
import type { Policy, PolicyInput, PolicyName } from './policy/index.ts';
import { loadExtension } from './rules/schema.ts';
import type { Extension } from './rules/schema.ts';
import type { SecondReader } from './second-reader.ts';

/** What a guard is made of. */
export interface GuardOptions {
  /**
   * A preset's name, a policy as plain JSON (complete, or one that `extends` a preset), or a loaded policy.
   * Default: `default`.
   */
  readonly policy?: PolicyName | PolicyInput | Policy;
  /** Vocabulary, acts, rules or a language pack of the shop's own, as plain data. Default: none. */
  readonly extend?: Extension;
  /** A second reader, e.g. `learnedReader()` of `replyguard/learned`. Default: none. */
  readonly reader?: SecondReader;
}

/**
 * Makes a guard for a policy. Guards without data of their own are cheap: they share one engine.
 *
 * @throws PolicyError if the policy is wrong, DataError if the extension is, InputError if there is an option of another name; each
 * names every faulty path and what was expected.
 */
export function createGuard(options: GuardOptions = {}): Guard {
  refuseUnknownOptions(options, OPTIONS);
  const policy = loadPolicy(options.policy === undefined ? 'default' : options.policy);
  const extension = options.extend === undefined ? {} : loadExtension(options.extend);
  return guardOf(extendedEngine(policy, extension), policy, options.reader);
}

const OPTIONS: readonly string[] = ['policy', 'extend', 'reader'];

/** Reads a reply once, for several detectors or policies. */
export function readReply(reply: string): Reading {
  return defaultEngine().read(reply);
}

export * from './detectors/index.ts';
export type { Detector } from './detectors/detect.ts';
export * from './errors.ts';
export { feedback } from './feedback/index.ts';
export * from './policy/index.ts';
export type { Actor } from './acts/act.ts';
export type { Channel, Context, Turn } from './context/index.ts';
export type { Reading } from './engine.ts';
export type { FixOptions, Guard } from './guard.ts';
export type { Opinion, SecondReader, Watch } from './second-reader.ts';
export type { Change, Repair } from './repair/repair.ts';
export type * from './report.ts';
export type { ActDefinition } from './acts/frames.ts';
export type { LanguagePack } from './lexicon/pack.ts';
export type { ContextCondition, Rule } from './rules/rule.ts';
export { looksLikeComplaint } from './complaint.ts';
export { loadExtension } from './rules/schema.ts';
export type { Extension } from './rules/schema.ts';
export type { EditSession, TextChange } from './session/session.ts';
export { protect } from './stream/outcome.ts';
export type { Outcome, Protected, ProtectOptions, Regenerate } from './stream/outcome.ts';
export { protectStream } from './stream/protect-stream.ts';
export type { ProtectedStream, StreamResult } from './stream/protect-stream.ts';
export { HeldError } from './stream/stream.ts';
export type { ReplyStream, StreamEnd, StreamOptions, StreamStep } from './stream/stream.ts';
export { protectTransform } from './stream/transform.ts';
export type { TransformOptions } from './stream/transform.ts';
export { ViolationError } from './stream/violation.ts';
export type { FailOn } from './stream/violation.ts';
export * from './types.ts';
export { VERSION } from './version.ts';
