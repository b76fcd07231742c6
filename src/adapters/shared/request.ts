import { readContext } from '../../context/index.ts';
import type { Context, Turn } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import type { AdapterOptions } from './options.ts';
import { rememberApology, talkOf } from './talk.ts';

/** What a reply is judged by. */
export interface Judge {
  readonly guard: Guard;
  readonly context: Context;
}

/**
 * Puts together what a reply is judged by: the talk, over it the adapter's own context, over it what the request brings. Never
 * throws: where the context is wrong, or cannot be made, the judge's every check fails, so that `onError` decides.
 *
 * @param request What a context function is told.
 * @param turns The messages before the reply, oldest first.
 * @param own What the request brings for the check, if anything: a context of which nothing is known yet.
 */
export async function judgeFor<Request>(
  { guard, context }: AdapterOptions<Request>,
  request: Request,
  turns: readonly Turn[],
  own: unknown,
): Promise<Judge> {
  try {
    const talk = talkOf(turns);
    const general = typeof context === 'function' ? await context(request, talk) : context;
    const whole = { ...talk, ...given(general), ...given(own) };
    return { guard, context: rememberApology(guard, whole) };
  } catch (error) {
    return { guard: failing(guard, error), context: {} };
  }
}

/** A context as it was given, without the fields that are `undefined`, which would hide others. */
function given(value: unknown): Context {
  assertContext(value);
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, field]) => field !== undefined));
}

function assertContext(value: unknown): asserts value is Context | undefined {
  readContext(value);
}

/** A guard that cannot check, and says why. */
function failing(guard: Guard, error: unknown): Guard {
  const fail = (): never => {
    throw error;
  };
  return { ...guard, check: fail, explain: fail, fix: fail, stream: fail };
}

/** What the next reply of the same turn is judged by, e.g. the one after a tool call: this one is history then. */
export function afterSaying({ guard, context }: Judge, text: string): Judge {
  const history: readonly Turn[] = [...(context.history ?? []), { role: 'agent', text }];
  try {
    return { guard, context: rememberApology(guard, { ...context, history }) };
  } catch {
    // A guard that fails here fails at the check itself, where it is seen to.
    return { guard, context };
  }
}
