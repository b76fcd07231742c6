import type { Context } from '../context/index.ts';
import { feedback } from '../feedback/index.ts';
import type { Guard } from '../guard.ts';
import type { Report } from '../report.ts';
import { languageFor, reasonOf } from './speech.ts';
import { replacementFor } from './replacement.ts';
import { DEFAULT_FAIL_ON, ViolationError, violationsOf } from './violation.ts';
import type { FailOn } from './violation.ts';

/**
 * What becomes of a reply with a violation.
 *
 * - `throw`: a {@link ViolationError}.
 * - `replace`: the offending clauses give way to wording that is true under the policy; where that cannot be done, the
 *   safe reply is sent.
 * - `retry`: whoever wrote the reply is told what to change and writes it anew, `maxRetries` times at most; then as
 *   `replace`.
 * - `report`: the reply is sent as it is, with its report.
 */
export type Outcome = 'throw' | 'replace' | 'retry' | 'report';

/** How replies are protected; the same in every adapter. */
export interface ProtectOptions {
  /** What becomes of a reply with a violation. Default `replace`. */
  readonly onViolation?: Outcome;
  /** A finding of this severity or above is a violation. Default `block`. */
  readonly failOn?: FailOn;
  /**
   * What is sent instead of a reply that cannot be mended or checked; a function is told what was found, null if the
   * check failed. One that does not pass the check itself gives way to the built-in line. Default: a line that
   * apologises and promises nothing, in the reply's language.
   */
  readonly safeReply?: string | ((report: Report | null) => string);
  /** How often a reply is asked for again under `retry`; an integer ≥ 0. Default 2. */
  readonly maxRetries?: number;
  /** If the check itself fails: `closed` sends the safe reply, `open` sends the reply unchecked. Default `closed`. */
  readonly onError?: 'closed' | 'open';
  /** In a stream, how many UTF-16 code units may wait for a verdict; beyond it `onError` decides. Default 2000. */
  readonly maxHeld?: number;
}

/** What became of a reply. */
export interface Protected {
  /** What to send. */
  readonly text: string;
  /**
   * `passed`: the reply as it came. `replaced`: mended, or the safe reply. `retried`: another reply, that passes.
   * `reported`: the reply as it came, violations and all. `failed-open`: the reply as it came, unchecked;
   * `failed-closed`: the safe reply, because the check failed.
   */
  readonly outcome: 'passed' | 'replaced' | 'retried' | 'reported' | 'failed-open' | 'failed-closed';
  /** What was found in the reply as it first came; null if the check failed on it. */
  readonly report: Report | null;
  /** Why the check failed; absent where it did not. */
  readonly error?: string;
  /** How many replies were judged: 1, and one more for each retry. */
  readonly attempts: number;
}

/**
 * Asks whoever wrote the reply for another one.
 *
 * @param feedback What to change, one line for each rule that was broken.
 * @param attempt Number of the retry, from 1.
 */
export type Regenerate = (feedback: string, attempt: number) => PromiseLike<string>;

/** How often a reply is asked for again where the caller says nothing. */
const DEFAULT_RETRIES = 2;

/**
 * Decides what is sent in the place of a whole reply.
 *
 * @param regenerate Asks for another reply; without it, `retry` is as `replace`. What it throws is thrown on.
 * @throws ViolationError under `throw`.
 */
export async function protect(
  guard: Guard,
  reply: string,
  context?: Context,
  options: ProtectOptions = {},
  regenerate?: Regenerate,
): Promise<Protected> {
  const { failOn = DEFAULT_FAIL_ON } = options;
  const first = judge(guard, reply, context);
  if ('error' in first) return failed(guard, reply, context, options, null, first.error, 1);
  const { report } = first;
  if (violationsOf(report, failOn).length === 0) return { text: reply, outcome: 'passed', report, attempts: 1 };
  if (options.onViolation === 'report') return { text: reply, outcome: 'reported', report, attempts: 1 };
  if (options.onViolation === 'throw') throw new ViolationError(report, failOn, false);
  if (options.onViolation === 'retry' && regenerate !== undefined) return retry(guard, reply, report, context, options, regenerate);
  return replaced(guard, reply, report, report, context, options, 1);
}

/**
 * Goes on where a reply was found to break a rule: asks for another one, at most `maxRetries` times; then as `replace`.
 *
 * @param reply The reply that was judged.
 * @param report What was found in it.
 */
export async function retry(
  guard: Guard,
  reply: string,
  report: Report,
  context: Context | undefined,
  options: ProtectOptions,
  regenerate: Regenerate,
): Promise<Protected> {
  const { failOn = DEFAULT_FAIL_ON, maxRetries = DEFAULT_RETRIES } = options;
  let text = reply;
  let found = report;
  let attempt = 0;
  while (attempt < maxRetries) {
    attempt++;
    text = await regenerate(feedback(found, languageFor(guard, text, context), guard.policy), attempt);
    const next = judge(guard, text, context);
    if ('error' in next) return failed(guard, text, context, options, report, next.error, attempt + 1);
    found = next.report;
    if (violationsOf(found, failOn).length === 0) return { text, outcome: 'retried', report, attempts: attempt + 1 };
  }
  return replaced(guard, text, found, report, context, options, attempt + 1);
}

function replaced(
  guard: Guard,
  reply: string,
  found: Report,
  first: Report,
  context: Context | undefined,
  options: ProtectOptions,
  attempts: number,
): Protected {
  const { text, error } = replacementFor(guard, { released: '', held: reply, report: found }, context, options);
  if (error !== undefined) return { text, outcome: 'failed-closed', report: first, error, attempts };
  return { text, outcome: 'replaced', report: first, attempts };
}

function failed(
  guard: Guard,
  reply: string,
  context: Context | undefined,
  options: ProtectOptions,
  report: Report | null,
  error: string,
  attempts: number,
): Protected {
  if (options.onError === 'open') return { text: reply, outcome: 'failed-open', report, error, attempts };
  const { text } = replacementFor(guard, { released: '', held: reply, report: null }, context, options);
  return { text, outcome: 'failed-closed', report, error, attempts };
}

type Judged = { readonly report: Report } | { readonly error: string };

function judge(guard: Guard, reply: string, context: Context | undefined): Judged {
  try {
    return { report: guard.check(reply, context) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}
