import type { Turn } from '../../context/index.ts';
import { askAgain } from '../shared/again.ts';
import { isText } from './types.ts';
import type { CallOptions, PromptMessage } from './types.ts';

/** The key under which a request brings its context, and a result says what became of the reply. */
export const KEY = 'replyguard';

/** What customer and agent said, as the prompt has it. */
export function turnsOf(prompt: readonly PromptMessage[]): Turn[] {
  return prompt.flatMap(({ role, content }): readonly Turn[] => {
    if (role !== 'user' && role !== 'assistant') return [];
    const text = typeof content === 'string' ? content : content.map((part) => (isText(part) ? part.text : '')).join('');
    return [{ role: role === 'user' ? 'customer' : 'agent', text }];
  });
}

/** The context that a request brings; its provider never sees it. */
export function ownContext({ providerOptions }: CallOptions): unknown {
  return providerOptions?.[KEY];
}

/** Whether a request brings a context. */
export function bringsContext({ providerOptions }: CallOptions): boolean {
  return providerOptions !== undefined && KEY in providerOptions;
}

/** The request as its provider is to have it: what is known about the case is nobody else's business. */
export function forProvider<Params extends CallOptions>(params: Params): Params {
  if (!bringsContext(params)) return params;
  const { [KEY]: _own, ...providerOptions } = params.providerOptions ?? {};
  return { ...params, providerOptions };
}

/** The same request again, after a reply that cannot be sent. */
export function again<Params extends CallOptions>(params: Params, reply: string, feedback: string): Params {
  const assistant = { role: 'assistant', content: [{ type: 'text', text: reply }] };
  const user = { role: 'user', content: [{ type: 'text', text: askAgain(feedback) }] };
  return { ...params, prompt: [...params.prompt, assistant, user] };
}
