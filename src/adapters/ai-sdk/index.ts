/**
 * `replyguard/ai-sdk`: a language-model middleware for the AI SDK 6 and 7. What the model writes is checked before it leaves,
 * whether generated or streamed, in every step of a tool loop.
 *
 * @packageDocumentation
 */
import type { FieldsOptions } from '../shared/fields-guard.ts';
import { refuseFaultyAdapterOptions } from '../shared/options.ts';
import type { AdapterOptions } from '../shared/options.ts';
import { judgeFor } from '../shared/request.ts';
import { protectGenerated } from './generate.ts';
import type { Settings } from './generate.ts';
import { again, bringsContext, forProvider, ownContext, turnsOf } from './prompt.ts';
import { protectStreamed } from './stream.ts';
import type { CallOptions, Middleware } from './types.ts';

/**
 * How the middleware works. The context of a single request goes into its `providerOptions.replyguard`, which the provider never
 * sees; a function as `context` is told the request's parameters.
 */
export interface MiddlewareOptions extends AdapterOptions<CallOptions>, FieldsOptions {}

/**
 * Makes the middleware: `wrapLanguageModel({ model, middleware: replyguardMiddleware({ guard }) })`. What became of a reply stands in
 * the result's `providerMetadata.replyguard`. Holds no state between calls.
 *
 * @throws InputError if an option is wrong.
 */
export function replyguardMiddleware(options: MiddlewareOptions): Middleware {
  refuseFaultyAdapterOptions(options);
  const settingsFor = async (params: CallOptions): Promise<Settings> => ({
    judge: await judgeFor(options, params, turnsOf(params.prompt), ownContext(params)),
    options,
    structured: params.responseFormat?.type === 'json',
  });
  return {
    specificationVersion: 'v3',
    async wrapGenerate({ doGenerate, params, model }) {
      const request = forProvider(params);
      const [settings, result] = await Promise.all([settingsFor(params), bringsContext(params) ? model.doGenerate(request) : doGenerate()]);
      return protectGenerated(result, settings, (reply, feedback) => model.doGenerate(again(request, reply, feedback)));
    },
    async wrapStream({ doStream, params, model }) {
      const request = forProvider(params);
      const [settings, result] = await Promise.all([settingsFor(params), bringsContext(params) ? model.doStream(request) : doStream()]);
      const stream = protectStreamed(result.stream, settings, (reply, feedback) => model.doStream(again(request, reply, feedback)));
      return { ...result, stream };
    },
  };
}

export type { ReplyguardMetadata } from '../shared/metadata.ts';
export type { AdapterOptions, Talk } from '../shared/options.ts';
export type * from './types.ts';
