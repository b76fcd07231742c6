/** In place of a real model: gives one answer after the other, character by character. */
import type { Agent } from '@mastra/core/agent';
import { MastraLanguageModelV2Mock, simulateReadableStream } from '@mastra/core/test-utils/llm-mock';

const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 };

export function scripted(answers: readonly string[]): ConstructorParameters<typeof Agent>[0]['model'] {
  let asked = 0;
  const model: unknown = new MastraLanguageModelV2Mock({
    doStream: () =>
      Promise.resolve({
        stream: simulateReadableStream({
          initialDelayInMs: null,
          chunkDelayInMs: null,
          chunks: [
            { type: 'stream-start' as const, warnings: [] },
            { type: 'text-start' as const, id: 'text' },
            ...[...(answers[asked++] ?? '')].map((delta) => ({ type: 'text-delta' as const, id: 'text', delta })),
            { type: 'text-end' as const, id: 'text' },
            { type: 'finish' as const, finishReason: 'stop' as const, usage },
          ],
        }),
      }),
  });
  // The mock lacks members that are private to Mastra's own models.
  return model as ConstructorParameters<typeof Agent>[0]['model'];
}
