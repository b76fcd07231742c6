import type { Protected } from '../../stream/outcome.ts';
import { askAgain } from '../shared/again.ts';
import type { FieldsOptions } from '../shared/fields-guard.ts';
import { refuseFaultyAdapterOptions } from '../shared/options.ts';
import type { AdapterOptions } from '../shared/options.ts';
import { protectWhole } from '../shared/reply.ts';
import { judgeFor } from '../shared/request.ts';
import { draftOf, settled } from './draft.ts';
import { plain, turnsOf } from './messages.ts';
import type { ChatMessage } from './messages.ts';

/** A model call as LangChain hands it to a middleware: the part that is read here. */
export interface ModelRequest {
  readonly model: object;
  readonly messages: readonly ChatMessage[];
  readonly runtime: { readonly context?: unknown };
}

/** Options of {@link replyguardMiddleware}. */
export interface LangChainOptions extends AdapterOptions<ModelRequest>, FieldsOptions {
  /** Is told what became of each reply of the model: for logs and counters. What it throws is thrown on. Default: nothing. */
  readonly onReply?: (result: Protected, request: ModelRequest) => void;
}

/** A middleware for LangChain's `createMiddleware`. */
export interface ReplyguardMiddleware {
  readonly name: string;
  /** Asks the model, and lets through only what passes. */
  readonly wrapModelCall: <Request extends ModelRequest, Response>(
    request: Request,
    handler: (request: Request) => Response | PromiseLike<Response>,
  ) => Promise<Response>;
}

/** Keeps the tokens of a model call out of LangGraph's stream of messages. */
const NO_STREAM = 'nostream';

/**
 * Makes a middleware that checks each text that the model writes, those before tool calls too. To be passed through LangChain's
 * own `createMiddleware`, and to stand last in the list of middleware, so that no other one exchanges the model afterwards. What is
 * known about the talk comes from the messages, `options.context`, and `replyguard` in the context of the run. What became of a
 * reply stands in its message, under `response_metadata.replyguard`.
 *
 * @throws InputError if an option is wrong.
 */
export function replyguardMiddleware(options: LangChainOptions): ReplyguardMiddleware {
  refuseFaultyAdapterOptions(options, ['onReply']);
  const { onReply, onViolation = 'replace' } = options;
  return {
    name: 'replyguard',
    async wrapModelCall(request, handler) {
      const held = onViolation === 'report' ? request : { ...request, model: quiet(request.model) };
      let response = await handler(held);
      let draft = draftOf(response);
      if (draft === undefined) return response;
      const judge = await judgeFor(options, request, turnsOf(request.messages), ownContext(request));
      const messages = [...request.messages];
      const ask = async (feedback: string): Promise<string> => {
        if (draft !== undefined) messages.push(plain(draft.message, draft.text), customerSays(request.messages, askAgain(feedback)));
        response = await handler({ ...held, messages });
        draft = draftOf(response);
        // A command, or a call without a word, has nothing to judge and is passed on.
        return draft?.text ?? '';
      };
      const result = await protectWhole(judge, draft.text, draft.structured, options, ask);
      onReply?.(result, request);
      return draft === undefined ? response : settled(response, draft, result);
    },
  };
}

/** The same model, tagged so that its tokens are not streamed: they leave before anybody can judge them. */
function quiet(model: object): object {
  const withConfig: unknown = Reflect.get(model, 'withConfig');
  if (typeof withConfig !== 'function') throw new TypeError('replyguard: expected a model with `withConfig`, so that its tokens can be kept out of the stream');
  const config: unknown = Reflect.get(model, 'config');
  const tags: unknown = typeof config === 'object' && config !== null ? Reflect.get(config, 'tags') : undefined;
  const tagged: object = withConfig.call(model, { tags: [...(Array.isArray(tags) ? tags : []), NO_STREAM] });
  return tagged;
}

/** What the run's context brings for the check. */
function ownContext({ runtime }: ModelRequest): unknown {
  const { context } = runtime;
  return typeof context === 'object' && context !== null ? Reflect.get(context, 'replyguard') : undefined;
}

/** A message to the model in the customer's place, of the class of those that are there. */
function customerSays(messages: readonly ChatMessage[], text: string): ChatMessage {
  const like = messages.find(({ type }) => type === 'human');
  if (like !== undefined) return plain(like, text);
  // Chat models take this shape too.
  return Object.assign({ type: 'human', content: text }, { role: 'user' });
}
