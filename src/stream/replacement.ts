import type { Context } from '../context/index.ts';
import type { Guard } from '../guard.ts';
import type { Report } from '../report.ts';
import type { Language } from '../types.ts';
import { languageFor, reasonOf } from './speech.ts';
import type { ProtectOptions } from './outcome.ts';
import { DEFAULT_FAIL_ON, violates } from './violation.ts';
import type { FailOn } from './violation.ts';

/** Passes the check under every policy and in every context. */
export const SAFE_REPLY: Readonly<Record<Language, string>> = {
  zh: '很抱歉给您带来不便，您的问题我们需要先核实一下，核实后会尽快回复您。',
  en: "I'm sorry for the trouble. We need to look into this first and will get back to you.",
};

/** A reply of which a part may have gone out already. */
export interface Unsent {
  /** What has gone out: the beginning of the reply, without a violation. */
  readonly released: string;
  /** The rest of the reply. */
  readonly held: string;
  /** What was found in the whole of it; null if the check failed. */
  readonly report: Report | null;
}

/** What goes out in the place of the rest of a reply. */
export interface Replacement {
  /** Goes on from what was released; together they pass the check. */
  readonly text: string;
  /** Why the check failed, if it did: then the text is the safe reply, unchecked. */
  readonly error?: string;
}

/**
 * The rest of the reply, mended; where it cannot be, the caller's safe reply, the built-in one, or nothing: the first of
 * them that passes the check after what was released.
 */
export function replacementFor(guard: Guard, unsent: Unsent, context: Context | undefined, options: ProtectOptions): Replacement {
  const { failOn = DEFAULT_FAIL_ON, safeReply } = options;
  const { released, held, report } = unsent;
  const safe = joined(released, SAFE_REPLY[languageFor(guard, released + held, context)]);
  try {
    const own = typeof safeReply === 'function' ? safeReply(report) : safeReply;
    const instead = own === undefined ? [safe] : [joined(released, own), safe];
    if (report === null) return { text: instead[0] ?? safe };
    // What is mended passes, but for a reply with more findings than a report has room for.
    const candidates = [...mend(guard, unsent, context, failOn), ...instead];
    return { text: candidates.find((text) => !violates(guard.check(released + text, context).verdict, failOn)) ?? '' };
  } catch (error) {
    return { text: safe, error: reasonOf(error) };
  }
}

/** The rest of the mended reply; nothing where it cannot be mended without touching what has gone out. */
function mend(guard: Guard, { released, held }: Unsent, context: Context | undefined, failOn: FailOn): readonly string[] {
  const { reply, unfixed } = guard.fix(released + held, context, { failOn });
  return unfixed === undefined && reply.startsWith(released) ? [reply.slice(released.length)] : [];
}

/** English sentences stand apart. */
function joined(released: string, text: string): string {
  const last = released.charCodeAt(released.length - 1);
  return released !== '' && last > 32 && last < 0x2000 ? ` ${text}` : text;
}
