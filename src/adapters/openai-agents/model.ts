import type { ReplyguardMetadata } from '../shared/metadata.ts';
import { refuseFaultyAdapterOptions } from '../shared/options.ts';
import { judgeFor } from '../shared/request.ts';
import { again, forProvider, isStructured, ownContext, turnsOf } from './request.ts';
import { protectResponse } from './response.ts';
import type { ModelOptions, Settings } from './response.ts';
import { protectEvents } from './stream.ts';
import type { Model, ModelRequest, ModelResponse, StreamEvent } from './types.ts';

/**
 * Wraps a model so that nothing it writes leaves unchecked: `new Agent({ model: replyguardModel(model, { guard }) })`. Both ways of asking
 * are protected, in every turn of a run. What became of a reply is told to `onResult`, and stands in the response's
 * `providerData.replyguard`. The context of one request may come in its `modelSettings.providerData.replyguard`, which the provider
 * never sees. Holds no state between calls: a model may be wrapped for one run.
 *
 * @throws InputError if an option is wrong.
 */
export function replyguardModel<
  Request extends ModelRequest,
  Response extends ModelResponse,
  Event extends StreamEvent,
  AdviceRequest = never,
  Advice = undefined,
>(model: Model<Request, Response, Event, AdviceRequest, Advice>, options: ModelOptions): Model<Request, Response, Event, AdviceRequest, Advice> {
  refuseFaultyAdapterOptions(options, ['onResult']);
  const settingsFor = async (request: ModelRequest): Promise<Settings> => ({
    judge: await judgeFor(options, request, turnsOf(request.input), ownContext(request)),
    options,
    structured: isStructured(request),
  });
  const tell = (request: ModelRequest, metadata: ReplyguardMetadata): void => options.onResult?.(metadata, request);
  return {
    ...(model.supportsPromptModelSelection === undefined ? {} : { supportsPromptModelSelection: model.supportsPromptModelSelection }),
    async getResponse(request) {
      const inner = forProvider(request);
      const [settings, first] = await Promise.all([settingsFor(request), model.getResponse(inner)]);
      const { response, metadata } = await protectResponse(first, settings, (reply, feedback) => model.getResponse(again(inner, reply, feedback)));
      if (metadata !== undefined) tell(request, metadata);
      return response;
    },
    async *getStreamedResponse(request) {
      const inner = forProvider(request);
      const settings = await settingsFor(request);
      const retry = (reply: string, feedback: string): AsyncIterable<Event> => model.getStreamedResponse(again(inner, reply, feedback));
      yield* protectEvents(model.getStreamedResponse(inner), settings, retry, (metadata) => tell(request, metadata));
    },
    ...(model.getRetryAdvice === undefined ? {} : { getRetryAdvice: (request: AdviceRequest) => model.getRetryAdvice!(request) }),
  };
}
