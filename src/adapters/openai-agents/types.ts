/**
 * What the adapter needs of the types of `@openai/agents`, as structures: no version is bound, and everything else of a request, a
 * response or an event goes through untouched.
 */

/** Data beside an object, as a provider or an adapter put it there. */
export type ProviderData = Readonly<Record<string, unknown>>;

/** An item of a conversation: a message, a tool call, reasoning. */
export interface Item {
  readonly type?: string | undefined;
}

/** A message of the conversation. */
export interface Message extends Item {
  readonly role: string;
  readonly content: string | readonly Content[];
}

/** A part of a message. */
export interface Content {
  readonly type: string;
}

/** A text in a message: `input_text` of a user, `output_text` of the model. */
export interface TextContent extends Content {
  readonly text: string;
}

/** A request to a model. */
export interface ModelRequest {
  readonly input: string | readonly Item[];
  readonly outputType?: unknown;
  readonly modelSettings: { readonly providerData?: ProviderData | undefined };
}

/** What a call used; adds up. */
export interface Usage {
  add(more: Usage): void;
}

/** What `getResponse` gives. */
export interface ModelResponse {
  readonly usage: Usage;
  readonly output: readonly Item[];
  readonly providerData?: ProviderData | undefined;
}

/** An event of a streamed response. */
export interface StreamEvent {
  readonly type: string;
  readonly providerData?: ProviderData | undefined;
}

/** A piece of text in a stream. */
export interface TextDelta extends StreamEvent {
  readonly type: 'output_text_delta';
  readonly delta: string;
  readonly itemId?: string | undefined;
}

/** Token counts of a streamed response. */
export interface StreamedUsage {
  readonly requests?: number | undefined;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly totalTokens: number;
}

/** The event that ends a response and holds the whole of it. */
export interface ResponseDone extends StreamEvent {
  readonly type: 'response_done';
  readonly response: {
    readonly output: readonly Item[];
    readonly usage: StreamedUsage;
    readonly providerData?: ProviderData | undefined;
  };
}

/** A model of the SDK: of any provider, or scripted. */
export interface Model<Request, Response, Event, AdviceRequest, Advice> {
  readonly supportsPromptModelSelection?: boolean;
  getResponse(request: Request): Promise<Response>;
  getStreamedResponse(request: Request): AsyncIterable<Event>;
  getRetryAdvice?(request: AdviceRequest): Advice;
}

export function isTextDelta<Event extends StreamEvent>(event: Event): event is Event & TextDelta {
  return event.type === 'output_text_delta' && 'delta' in event && typeof event.delta === 'string';
}

export function isDone<Event extends StreamEvent>(event: Event): event is Event & ResponseDone {
  return event.type === 'response_done' && 'response' in event;
}

export function isMessage(item: Item): item is Message {
  return (item.type === undefined || item.type === 'message') && 'role' in item && 'content' in item;
}

export function isText(content: Content): content is TextContent {
  return 'text' in content && typeof content.text === 'string';
}

export function isOutputText(content: Content): content is TextContent {
  return content.type === 'output_text' && isText(content);
}
