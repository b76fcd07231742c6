import type { Context, Turn } from '../../context/index.ts';
import type { Guard } from '../../guard.ts';
import type { Talk } from './options.ts';

/**
 * What the messages of a request say about the talk: the customer's last words and the turns beside them. Evidence for the check,
 * never judged. Turns without text are left out.
 *
 * @param turns Every turn before the reply, oldest first.
 */
export function talkOf(turns: readonly Turn[]): Talk {
  const said = turns.filter(({ text }) => text.trim() !== '');
  const last = said.map(({ role }) => role).lastIndexOf('customer');
  if (last === -1) return { history: said };
  return { customer: said[last]!.text, history: said.filter((_, index) => index !== last) };
}

/**
 * The same context, knowing also whether an apology came earlier in the talk. Agents that use tools speak several times in one turn;
 * they need not be sorry each time. Left as it is where the caller has said so himself, or where it makes no difference.
 */
export function rememberApology(guard: Guard, context: Context): Context {
  const { complaint, apologized, history = [] } = context;
  if (complaint !== true || apologized !== undefined) return context;
  return history.some(({ role, text }) => role === 'agent' && apologizes(guard, text)) ? { ...context, apologized: true } : context;
}

function apologizes(guard: Guard, text: string): boolean {
  return guard.explain(text).acts.some(({ act, modifiers }) => act === 'apology' && !modifiers.includes('negated') && !modifiers.includes('quoted'));
}
