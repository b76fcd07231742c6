/** Stands in for a real model: streams and generates what the script says, one answer a call. */
import { simulateReadableStream } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';

const USAGE = {
  inputTokens: { total: 10, noCache: 10, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 20, text: 20, reasoning: undefined },
};

/** What the model does at a call: says something, or calls a tool. */
export type Answer = string | { readonly toolName: string; readonly input: object };

export function scripted(...answers: readonly Answer[]): MockLanguageModelV4 {
  let at = 0;
  const next = (): Answer => answers[at++] ?? '';
  return new MockLanguageModelV4({
    doGenerate: async () => {
      const answer = next();
      return { content: [contentOf(answer)], finishReason: reasonOf(answer), usage: USAGE, warnings: [] };
    },
    doStream: async () => {
      const answer = next();
      const content = contentOf(answer);
      const parts = content.type === 'text' ? textParts(content.text) : [content];
      const finish = { type: 'finish', finishReason: reasonOf(answer), usage: USAGE } as const;
      return { stream: simulateReadableStream({ chunks: [{ type: 'stream-start', warnings: [] }, ...parts, finish], chunkDelayInMs: 5 }) };
    },
  });
}

function contentOf(answer: Answer) {
  if (typeof answer === 'string') return { type: 'text', text: answer } as const;
  return { type: 'tool-call', toolCallId: `call-${answer.toolName}`, toolName: answer.toolName, input: JSON.stringify(answer.input) } as const;
}

function reasonOf(answer: Answer) {
  return typeof answer === 'string' ? ({ unified: 'stop', raw: 'stop' } as const) : ({ unified: 'tool-calls', raw: 'tool_calls' } as const);
}

/** Two characters at a time, as tokens come. */
function textParts(text: string) {
  const deltas = (text.match(/.{1,2}/gsu) ?? []).map((delta) => ({ type: 'text-delta', id: '1', delta }) as const);
  return [{ type: 'text-start', id: '1' } as const, ...deltas, { type: 'text-end', id: '1' } as const];
}
