import type { Context } from './context/index.ts';
import { readContext } from './context/index.ts';
import type { Engine } from './engine.ts';
import { faultyChoice, InputError, refuseUnknownOptions, throwFaults } from './errors.ts';
import type { Policy } from './policy/policy.ts';
import { languageOfReasons, repair } from './repair/repair.ts';
import type { Repair } from './repair/repair.ts';
import { explanationOf, judgeReading, reportOf } from './reporting.ts';
import type { Explanation, Report } from './report.ts';
import type { Run, RunOptions } from './run.ts';
import type { SecondReader } from './second-reader.ts';
import { refuseFaultyStreamOptions } from './stream/faulty-options.ts';
import { sessionOf } from './session/session.ts';
import type { EditSession } from './session/session.ts';
import { streamOf } from './stream/stream.ts';
import type { ReplyStream, StreamOptions } from './stream/stream.ts';
import { FAIL_ON, violationsOf } from './stream/violation.ts';
import type { FailOn } from './stream/violation.ts';

const CHECK: RunOptions = {};
const EXPLAIN: RunOptions = { explain: true };

/** Checks replies against one policy. Holds no state between checks: one guard serves any number of requests. */
export interface Guard {
  /** The policy that replies are judged by. */
  readonly policy: Policy;
  /**
   * Checks a reply.
   *
   * @param reply The reply as it would be sent; any string at all.
   * @param context What is known about the talk; all fields optional, unknown ones refused.
   * @throws InputError if the reply is no string. ContextError if the context is wrong; it names the path.
   */
  check(reply: string, context?: Context): Report;
  /** As `check`, and says also which near matches were excused, and by which cue. */
  explain(reply: string, context?: Context): Explanation;
  /**
   * Mends a reply: each offending clause gives way to wording that is true under the policy, or is left out; every
   * other character stays. The mended reply passes the check; one that cannot be mended comes back as it was, with
   * the reason in `unfixed`, and with what `options.instead` makes, if it is given.
   *
   * @throws As `check`; InputError also if an option is wrong.
   */
  fix(reply: string, context?: Context, options?: FixOptions): Repair;
  /**
   * Checks a reply while it is being written, e.g. by a model: gives back what may go out, as soon as nothing that
   * follows can turn it into a violation. What is found in the end is what `check` finds in the whole.
   *
   * @throws ContextError if the context is wrong. InputError if an option is.
   */
  stream(context?: Context, options?: StreamOptions): ReplyStream;
  /**
   * Checks a text while it is being edited: each update reads only the sentences that are new, and gives what `check`
   * gives of the whole.
   *
   * @throws ContextError if the context is wrong.
   */
  session(context?: Context): EditSession;
}

/** What a repair may fall back to. */
export interface FixOptions {
  /** Mend findings of this severity and above, and let the others be. Default `warn`. */
  readonly failOn?: FailOn;
  /**
   * Makes the reply to send in the place of one that cannot be mended, e.g. `composed(theCase)` of
   * `replyguard/decision`. Called only then. Default: none.
   */
  readonly instead?: (policy: Policy) => string;
}

/** Makes a guard from an engine and a policy. */
export function guardOf(engine: Engine, policy: Policy, second?: SecondReader): Guard {
  const judge = (reply: string, context: Context | undefined, options: RunOptions): Run => {
    if (typeof reply !== 'string') throw new InputError([{ path: 'reply', expected: 'a string' }]);
    return judgeReading(engine, engine.read(reply), policy, readContext(context), options);
  };
  const check = (reply: string, context?: Context): Report => reportOf(engine, judge(reply, context, CHECK), reply, second);
  return {
    policy,
    check,
    fix(reply, context, given = {}) {
      refuseFaultyFixOptions(given);
      const { instead, failOn = 'warn' } = given;
      if (typeof reply !== 'string') throw new InputError([{ path: 'reply', expected: 'a string' }]);
      const { complaint, lang } = readContext(context);
      const options = { complaint, language: languageOfReasons(reply, lang) };
      const repaired = repair(reply, (candidate) => gravest(check(candidate, context), failOn), options);
      return repaired.unfixed === undefined || instead === undefined ? repaired : { ...repaired, instead: instead(policy) };
    },
    explain: (reply, context) => explanationOf(engine, judge(reply, context, EXPLAIN), reply, second),
    stream(context, options = {}) {
      refuseFaultyStreamOptions(options);
      return streamOf(engine, policy, readContext(context), options, second);
    },
    session: (context) => sessionOf(engine, policy, readContext(context), second),
  };
}

/** @throws InputError that names each option and what it may be. */
function refuseFaultyFixOptions(options: FixOptions): void {
  refuseUnknownOptions(options, ['failOn', 'instead']);
  const { failOn, instead } = options;
  const made = instead === undefined || typeof instead === 'function';
  throwFaults(InputError, [...faultyChoice(failOn, FAIL_ON, 'options.failOn'), ...(made ? [] : [{ path: 'options.instead', expected: 'a function that makes a reply' }])]);
}

function gravest(report: Report, failOn: FailOn): Report {
  return failOn === 'warn' ? report : { ...report, findings: violationsOf(report, failOn) };
}
