/** A model for Mastra that gives scripted answers, and keeps what it was asked. */
import type { Agent } from '@mastra/core/agent';
import { MastraLanguageModelV2Mock, simulateReadableStream } from '@mastra/core/test-utils/llm-mock';

/** What the model answers: texts, in as many pieces as given, then at most one tool call. */
export interface Answer {
  /** Each text as the pieces that it is streamed in. */
  readonly texts: readonly (readonly string[])[];
  readonly call?: { readonly name: string; readonly input: object };
}

type Config = NonNullable<ConstructorParameters<typeof MastraLanguageModelV2Mock>[0]>;
type DoStream = Extract<Config['doStream'], (...values: never[]) => unknown>;
type DoGenerate = Extract<Config['doGenerate'], (...values: never[]) => unknown>;
type StreamPart = Awaited<ReturnType<DoStream>>['stream'] extends ReadableStream<infer P> ? P : never;

const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 };

type AgentModel = ConstructorParameters<typeof Agent>[0]['model'];

/** A model that gives one answer after the other; the last one again and again. */
export function modelOf(...answers: readonly Answer[]): { readonly model: AgentModel; readonly prompts: readonly string[] } {
  const prompts: string[] = [];
  const next = (prompt: unknown): Answer => {
    prompts.push(JSON.stringify(prompt));
    return answers[Math.min(prompts.length, answers.length) - 1]!;
  };
  const doStream: DoStream = ({ prompt, includeRawChunks = false }) =>
    Promise.resolve({ stream: simulateReadableStream({ chunks: partsOf(next(prompt), includeRawChunks), initialDelayInMs: null, chunkDelayInMs: null }) });
  const doGenerate: DoGenerate = ({ prompt }) => {
    const { texts, call } = next(prompt);
    return Promise.resolve({
      content: [
        ...texts.map((pieces) => ({ type: 'text' as const, text: pieces.join('') })),
        ...(call === undefined ? [] : [{ type: 'tool-call' as const, toolCallId: 'call', toolName: call.name, input: JSON.stringify(call.input) }]),
      ],
      finishReason: call === undefined ? ('stop' as const) : ('tool-calls' as const),
      usage,
      warnings: [],
    });
  };
  // The mock lacks members that are private to Mastra's own models; at run time nothing is missing.
  const model: unknown = new MastraLanguageModelV2Mock({ doStream, doGenerate });
  return { model: model as AgentModel, prompts };
}

/** An answer of one text, streamed character by character. */
export function say(text: string, call?: Answer['call']): Answer {
  return { texts: [[...text]], ...(call === undefined ? {} : { call }) };
}

function partsOf({ texts, call }: Answer, raw: boolean): StreamPart[] {
  return [
    { type: 'stream-start', warnings: [] },
    { type: 'response-metadata', id: 'response', modelId: 'mock', timestamp: new Date(0) },
    ...texts.flatMap((pieces, index): StreamPart[] => [
      { type: 'text-start', id: `text-${index}` },
      ...pieces.flatMap((delta): StreamPart[] => [...(raw ? [{ type: 'raw' as const, rawValue: { delta } }] : []), { type: 'text-delta', id: `text-${index}`, delta }]),
      { type: 'text-end', id: `text-${index}` },
    ]),
    ...(call === undefined ? [] : [{ type: 'tool-call' as const, toolCallId: 'call', toolName: call.name, input: JSON.stringify(call.input) }]),
    { type: 'finish', finishReason: call === undefined ? 'stop' : 'tool-calls', usage },
  ];
}
