/** What the processor needs of Mastra's types, as structures, so that no version of theirs is bound. */

/** A part of a stream. */
export interface Part {
  readonly type: string;
}

/** A part of a text: its beginning, a piece of it, or its end. */
export interface TextPart extends Part {
  readonly payload: { readonly id: string; readonly text?: string; readonly providerMetadata?: unknown };
}

/** What a request brings along, by name. */
export interface RequestContext {
  get(key: string): unknown;
}

/** The messages of a talk. */
export interface MessageList {
  readonly get: { readonly all: { db(): readonly unknown[] } };
}

/** What a context function is told. */
export interface MastraRequest {
  readonly requestContext?: RequestContext | undefined;
  readonly messageList?: MessageList | undefined;
}

/** Ends a run, or asks the model again. */
export type Abort = (reason?: string, options?: { retry?: boolean; metadata?: unknown }) => never;

/** What is known when a part of a stream passes by. */
export interface StreamArguments<P> extends MastraRequest {
  readonly part: P;
  /** Kept by Mastra for the time of one request. */
  readonly state: Record<string, unknown>;
  readonly abort: Abort;
}

/** What is known when the model has ended a step. */
export interface StepArguments<List> {
  readonly messageList: List;
  readonly state: Record<string, unknown>;
  readonly abort: Abort;
}

/** Whether a part belongs to a text. */
export function isTextPart(part: Part): part is TextPart {
  if (!['text-start', 'text-delta', 'text-end'].includes(part.type)) return false;
  const payload: unknown = Reflect.get(part, 'payload');
  return typeof payload === 'object' && payload !== null;
}
