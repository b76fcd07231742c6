import type { Context } from '../context/index.ts';
import { feedback } from '../feedback/index.ts';
import type { Guard } from '../guard.ts';
import type { Report } from '../report.ts';
import { languageFor, reasonOf } from './speech.ts';
import { replacementFor } from './replacement.ts';
import { DEFAULT_FAIL_ON, ViolationError, violates } from './violation.ts';
import type { FailOn } from './violation.ts';
import { refuseFaultyOptions } from './faulty-options.ts';

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

/** What a reply is judged by. */
export interface Protection {
  readonly guard: Guard;
  readonly context: Context | undefined;
  readonly options: ProtectOptions;
}

/**
 * Decides what is sent in the place of a whole reply.
 *
 * @param regenerate Asks for another reply; without it, `retry` is as `replace`. What it throws is thrown on.
 * @throws ViolationError under `throw`. InputError if an option is wrong.
 */
export async function protect(
  guard: Guard,
  reply: string,
  context?: Context,
  options: ProtectOptions = {},
  regenerate?: Regenerate,
): Promise<Protected> {
  refuseFaultyOptions(options);
  return protectReply(guard, reply, context, options, regenerate);
}

/** As {@link protect}, for adapters, whose options have been looked at and hold more than how to protect. */
export async function protectReply(
  guard: Guard,
  reply: string,
  context: Context | undefined,
  options: ProtectOptions,
  regenerate: Regenerate | undefined,
): Promise<Protected> {
  const { failOn = DEFAULT_FAIL_ON, onViolation } = options;
  const protection = { guard, context, options };
  const judged = judge(protection, reply);
  if ('error' in judged) return failed(protection, { text: reply, report: null, error: judged.error, attempts: 1 });
  const { report } = judged;
  if (!violates(report.verdict, failOn)) return { text: reply, outcome: 'passed', report, attempts: 1 };
  if (onViolation === 'report') return { text: reply, outcome: 'reported', report, attempts: 1 };
  if (onViolation === 'throw') throw new ViolationError(report, failOn, false);
  if (onViolation === 'retry' && regenerate !== undefined) return retry(protection, reply, report, regenerate);
  return replaced(protection, reply, report, { report, attempts: 1 });
}

/**
 * Goes on where a reply was found to break a rule: asks for another one, at most `maxRetries` times; then as `replace`.
 *
 * @param reply The reply that was judged.
 * @param report What was found in it.
 */
export async function retry(protection: Protection, reply: string, report: Report, regenerate: Regenerate): Promise<Protected> {
  const { guard, context, options } = protection;
  const { failOn = DEFAULT_FAIL_ON, maxRetries = DEFAULT_RETRIES } = options;
  let text = reply;
  let found = report;
  let attempts = 1;
  for (; attempts <= maxRetries; attempts++) {
    text = await regenerate(feedback(found, languageFor(guard, text, context), guard.policy), attempts);
    const judged = judge(protection, text);
    if ('error' in judged) return failed(protection, { text, report, error: judged.error, attempts: attempts + 1 });
    found = judged.report;
    if (!violates(found.verdict, failOn)) return { text, outcome: 'retried', report, attempts: attempts + 1 };
  }
  return replaced(protection, text, found, { report, attempts });
}

function replaced({ guard, context, options }: Protection, reply: string, found: Report, so: Pick<Protected, 'report' | 'attempts'>): Protected {
  const { text, error } = replacementFor(guard, { released: '', held: reply, report: found }, context, options);
  return error === undefined ? { text, outcome: 'replaced', ...so } : { text, outcome: 'failed-closed', error, ...so };
}

function failed({ guard, context, options }: Protection, unchecked: Omit<Protected, 'outcome'>): Protected {
  if (options.onError === 'open') return { ...unchecked, outcome: 'failed-open' };
  const { text } = replacementFor(guard, { released: '', held: unchecked.text, report: null }, context, options);
  return { ...unchecked, text, outcome: 'failed-closed' };
}

type Judged = { readonly report: Report } | { readonly error: string };

function judge({ guard, context }: Protection, reply: string): Judged {
  try {
    return { report: guard.check(reply, context) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}
