import type { Turn } from '../../context/index.ts';
import { askAgain } from '../shared/again.ts';
import { isMessage, isText } from './types.ts';
import type { Item, ModelRequest } from './types.ts';

/** The key under which a request brings its context, and a response says what became of the reply. */
export const KEY = 'replyguard';

/** What customer and agent said, as far as the request holds it. */
export function turnsOf(input: string | readonly Item[]): Turn[] {
  if (typeof input === 'string') return [{ role: 'customer', text: input }];
  return input.filter(isMessage).flatMap(({ role, content }): readonly Turn[] => {
    if (role !== 'user' && role !== 'assistant') return [];
    const text = typeof content === 'string' ? content : content.map((part) => (isText(part) ? part.text : '')).join('');
    return [{ role: role === 'user' ? 'customer' : 'agent', text }];
  });
}

/** The context that a request brings; its provider never sees it. */
export function ownContext({ modelSettings }: ModelRequest): unknown {
  return modelSettings.providerData?.[KEY];
}

/** The request as its provider is to have it: what is known about the case is nobody else's business. */
export function forProvider<Request extends ModelRequest>(request: Request): Request {
  const { modelSettings } = request;
  if (modelSettings.providerData === undefined || !(KEY in modelSettings.providerData)) return request;
  const { [KEY]: _own, ...providerData } = modelSettings.providerData;
  return { ...request, modelSettings: { ...modelSettings, providerData } };
}

/** The same request again, after a reply that cannot be sent. */
export function again<Request extends ModelRequest>(request: Request, reply: string, feedback: string): Request {
  const before: readonly Item[] = typeof request.input === 'string' ? [user(request.input)] : request.input;
  const assistant = { type: 'message', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text: reply }] };
  return { ...request, input: [...before, assistant, user(askAgain(feedback))] };
}

/** Whether the request asks for JSON: then the text is for a program. */
export function isStructured({ outputType }: ModelRequest): boolean {
  return outputType !== undefined && outputType !== 'text';
}

function user(text: string): Item {
  const message = { type: 'message', role: 'user', content: text };
  return message;
}
