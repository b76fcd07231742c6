/**
 * What the middleware needs of the AI SDK's types, as structures: they fit versions 6 and 7 (specifications 3 and 4) alike, and bind
 * nobody to either. Everything else of a request, a result or a part goes through untouched.
 */
import type { WebStream } from '../shared/web-stream.ts';

/** Options by provider; `replyguard` holds the context of one request. */
export type ProviderOptions = Readonly<Record<string, unknown>>;

/** A message of the prompt. */
export interface PromptMessage {
  readonly role: string;
  readonly content: string | readonly { readonly type: string }[];
}

/** A request to a model. */
export interface CallOptions {
  readonly prompt: readonly PromptMessage[];
  readonly providerOptions?: ProviderOptions | undefined;
  readonly responseFormat?: { readonly type: string } | undefined;
}

/** A part of what a model generated, or an event of its stream. */
export interface Part {
  readonly type: string;
}

/** A text of a generated result. */
export interface TextContent extends Part {
  readonly type: 'text';
  readonly text: string;
}

/** The beginning or end of a text in a stream. */
export interface TextMark extends Part {
  readonly type: 'text-start' | 'text-end';
  readonly id: string;
}

/** A piece of a text in a stream. */
export interface TextDelta extends Part {
  readonly type: 'text-delta';
  readonly id: string;
  readonly delta: string;
}

/** Token counts by kind. */
export type Tokens = Readonly<Record<string, number | undefined>>;

/** What a call used. */
export interface Usage {
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
}

/** Why the model stopped. */
export interface FinishReason {
  readonly unified: string;
  readonly raw: string | undefined;
}

/** Facts for the caller by provider. */
export type ProviderMetadata = Readonly<Record<string, unknown>>;

/** What the end of a call says, whether as a result or as the last part of a stream. */
export interface Finish {
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly providerMetadata?: ProviderMetadata | undefined;
}

/** The last part of a stream. */
export interface FinishPart extends Part, Finish {
  readonly type: 'finish';
}

/** What `doGenerate` gives. */
export interface GenerateResult extends Finish {
  readonly content: readonly Part[];
}

/** What `doStream` gives. */
export interface StreamResult {
  readonly stream: WebStream<Part>;
}

/** A model that is asked again. */
export interface Model<Params, Generated, Streamed> {
  doGenerate(params: Params): PromiseLike<Generated>;
  doStream(params: Params): PromiseLike<Streamed>;
}

/** What the SDK hands to a middleware. */
export interface Call<Params, Generated, Streamed> {
  doGenerate(): PromiseLike<Generated>;
  doStream(): PromiseLike<Streamed>;
  readonly params: Params;
  readonly model: Model<Params, Generated, Streamed>;
}

/** A language-model middleware for `wrapLanguageModel` of the AI SDK 6 and 7. */
export interface Middleware {
  readonly specificationVersion: 'v3';
  wrapGenerate<Params extends CallOptions, Generated extends GenerateResult, Streamed extends StreamResult>(
    call: Call<Params, Generated, Streamed>,
  ): Promise<Generated>;
  wrapStream<Params extends CallOptions, Generated extends GenerateResult, Streamed extends StreamResult>(
    call: Call<Params, Generated, Streamed>,
  ): Promise<Streamed>;
}

export function isText(part: Part): part is TextContent {
  return part.type === 'text' && 'text' in part && typeof part.text === 'string';
}

export function isTextDelta(part: Part): part is TextDelta {
  return part.type === 'text-delta' && 'delta' in part && typeof part.delta === 'string';
}

/** The same piece of text with other words. */
export function withDelta(part: TextDelta, delta: string): TextDelta {
  return { ...part, delta };
}

export function isTextMark(part: Part): part is TextMark {
  return part.type === 'text-start' || part.type === 'text-end';
}

export function isFinish(part: Part): part is FinishPart {
  return part.type === 'finish';
}

/** Whether a part goes with the text around it and does not end the reply: a citation, a fact about the call. */
export function belongsToText({ type }: Part): boolean {
  return type === 'source' || type === 'raw' || type === 'stream-start' || type === 'response-metadata' || type === 'ping';
}
