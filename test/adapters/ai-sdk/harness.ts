/** The same calls through the AI SDK 6 and 7, with mock models of both specifications. */
import * as ai7 from 'ai';
import { MockLanguageModelV3 as Model3On7, MockLanguageModelV4 as Model4On7 } from 'ai/test';
import * as ai6 from 'ai6';
import { MockLanguageModelV3 as Model3On6 } from 'ai6/test';
import { replyguardMiddleware } from '../../../src/adapters/ai-sdk/index.ts';
import type { MiddlewareOptions, Part } from '../../../src/adapters/ai-sdk/index.ts';
import type { Turn } from '../../../src/index.ts';
import { guard, pieces } from '../table.ts';

export const USAGE = {
  inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: undefined },
  outputTokens: { total: 5, text: 5, reasoning: undefined },
};
const STOP = { unified: 'stop', raw: 'stop' } as const;

/** A result of `doGenerate`. */
export function generated(...content: readonly (string | Part)[]): object {
  const parts = content.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
  const calls = parts.some(({ type }) => type === 'tool-call');
  return { content: parts, finishReason: calls ? { unified: 'tool-calls', raw: 'tool_calls' } : STOP, usage: USAGE, warnings: [] };
}

/** The parts of a stream with one text in small pieces. */
export function streamed(text: string, size = 2): Part[] {
  return [start(), mark('text-start'), ...pieces(text, size).map((delta) => delta_('1', delta)), mark('text-end'), finish()];
}

export function start(): Part & { readonly warnings: readonly [] } {
  return { type: 'stream-start', warnings: [] };
}
export function mark(type: string, id = '1'): Part & { readonly id: string } {
  return { type, id };
}
export function delta_(id: string, delta: string): Part & { readonly id: string; readonly delta: string } {
  return { type: 'text-delta', id, delta };
}
export function finish(unified = 'stop'): Part {
  return Object.assign({ type: 'finish' }, { finishReason: { unified, raw: unified }, usage: USAGE });
}

/** What a mock model does at each call: a result to generate, or parts to stream. */
export interface Script {
  readonly generate?: readonly object[];
  readonly stream?: readonly (readonly Part[] | ReadableStream<Part>)[];
}

/** What the tests look at, whichever the version. */
export interface Sdk {
  readonly name: string;
  generate(script: Script, options?: Partial<MiddlewareOptions>, request?: Request): Promise<Outcome>;
  stream(script: Script, options?: Partial<MiddlewareOptions>, request?: Request): Promise<Outcome>;
}

export interface Request {
  readonly messages?: readonly Turn[];
  readonly replyguard?: unknown;
  readonly more?: object;
}

export interface Outcome {
  readonly text: string;
  /** The texts of the stream as they went out. */
  readonly deltas: readonly string[];
  readonly parts: readonly (Part & Record<string, unknown>)[];
  readonly error: unknown;
  readonly finishReason: string;
  readonly usage: { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined };
  readonly metadata: Record<string, unknown> | undefined;
  readonly steps: readonly { readonly text: string }[];
  /** The parameters that the model was called with. */
  readonly calls: readonly { readonly prompt: readonly { readonly role: string; readonly content: unknown }[]; readonly providerOptions?: object }[];
}

// The SDKs' own types differ from version to version; the harness speaks to them through what they have in common.
type Loose = Record<string, (...given: readonly unknown[]) => unknown>;
type Mock = { doGenerateCalls: unknown[]; doStreamCalls: unknown[] };
type MockClass = new (options: object) => Mock;

function sdkOf(name: string, sdk: object, Model: unknown): Sdk {
  const loose = sdk as Loose;
  const run = async (kind: 'generateText' | 'streamText', script: Script, options: Partial<MiddlewareOptions> = {}, request: Request = {}): Promise<Outcome> => {
    const generate = [...(script.generate ?? [])];
    const stream = [...(script.stream ?? [])];
    const model = new (Model as MockClass)({
      doGenerate: async () => generate.shift(),
      doStream: async () => ({ stream: streamOf(stream.shift() ?? []) }),
    });
    const wrapped = loose['wrapLanguageModel']!({ model, middleware: replyguardMiddleware({ guard, ...options }) });
    const messages = (request.messages ?? [{ role: 'customer', text: '你好，在吗？' }]).map(({ role, text }) => ({
      role: role === 'customer' ? 'user' : 'assistant',
      content: text,
    }));
    const providerOptions = { other: { seed: 1 }, ...(request.replyguard === undefined ? {} : { replyguard: request.replyguard }) };
    const errors: unknown[] = [];
    const call = { model: wrapped, messages, providerOptions, maxRetries: 0, onError: ({ error }: { error: unknown }) => errors.push(error), ...request.more };
    const calls = (): Outcome['calls'] => [...model.doGenerateCalls, ...model.doStreamCalls] as Outcome['calls'];
    if (kind === 'generateText') {
      const result = (await loose['generateText']!(call)) as Result;
      return outcomeOf(result, [], [], undefined, calls());
    }
    const result = loose['streamText']!(call) as StreamedResult;
    const parts: (Part & Record<string, unknown>)[] = [];
    let error: unknown;
    try {
      for await (const part of result.fullStream) {
        parts.push(part);
        if (part.type === 'error') error = part['error'];
      }
    } catch (thrown) {
      error = thrown;
    }
    const deltas = parts.flatMap((part) => (part.type === 'text-delta' ? [String(part['text'])] : []));
    if (error !== undefined) return outcomeOf({ text: deltas.join('') }, parts, deltas, error, calls());
    const settled = {
      text: await result.text,
      finishReason: await result.finishReason,
      totalUsage: await result.totalUsage,
      providerMetadata: await result.providerMetadata,
      steps: await result.steps,
    };
    return outcomeOf(settled, parts, deltas, undefined, calls());
  };
  return { name, generate: (...given) => run('generateText', ...given), stream: (...given) => run('streamText', ...given) };
}

interface Result {
  readonly text: string;
  readonly finishReason?: string | undefined;
  readonly totalUsage?: Outcome['usage'] | undefined;
  readonly providerMetadata?: Record<string, Record<string, unknown>> | undefined;
  readonly steps?: Outcome['steps'] | undefined;
}
type StreamedResult = { readonly [Key in keyof Result]: Promise<Result[Key]> } & { readonly fullStream: AsyncIterable<Part & Record<string, unknown>> };

function outcomeOf(result: Result, parts: Outcome['parts'], deltas: readonly string[], error: unknown, calls: Outcome['calls']): Outcome {
  const { text, finishReason = '', totalUsage, providerMetadata, steps = [] } = result;
  const usage = { inputTokens: totalUsage?.inputTokens, outputTokens: totalUsage?.outputTokens };
  return { text, finishReason, usage, metadata: providerMetadata?.['replyguard'], steps, parts, deltas, error, calls };
}

function streamOf(parts: readonly Part[] | ReadableStream<Part>): ReadableStream<Part> {
  if (parts instanceof ReadableStream) return parts;
  const left = [...parts];
  return new ReadableStream<Part>({
    pull(controller) {
      const part = left.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(part);
    },
  });
}

export const SDKS: readonly Sdk[] = [
  sdkOf('AI SDK 7, model of specification 4', ai7, Model4On7),
  sdkOf('AI SDK 7, model of specification 3', ai7, Model3On7),
  sdkOf('AI SDK 6', ai6, Model3On6),
];
