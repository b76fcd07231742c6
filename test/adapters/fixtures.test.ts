import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { replyguardMiddleware } from '../../src/adapters/ai-sdk/index.ts';
import type { Part } from '../../src/adapters/ai-sdk/index.ts';
import { replyguardModel } from '../../src/adapters/openai-agents/index.ts';
import type { StreamEvent } from '../../src/adapters/openai-agents/index.ts';
import { createGuard } from '../../src/index.ts';
import type { Context, Finding, Guard } from '../../src/index.ts';
import { loadFixtures } from '../../src/testing/files.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { pieces } from './table.ts';

/** What a protected stream came to. */
interface Sent {
  readonly text: string;
  readonly findings: readonly Finding[];
}

const root = join(import.meta.dirname, '../../fixtures');
const fixtures = loadFixtures(['*.yml'], { root, each: false }).filter(({ fragment }) => !fragment);
const guards = new Map<string, Guard>();

function guardOf({ policy }: Fixture): Guard {
  const name = JSON.stringify(policy);
  const guard = guards.get(name) ?? createGuard({ policy: policy as 'default' });
  guards.set(name, guard);
  return guard;
}

/** As the adapters see it: a talk that has no messages. */
function contextOf({ context }: Fixture): Context {
  return { history: [], ...context };
}

async function throughAiSdk(fixture: Fixture, size: number): Promise<Sent> {
  const deltas = pieces(fixture.reply, size).map((delta): Part & { readonly id: string; readonly delta: string } => ({ type: 'text-delta', id: '1', delta }));
  const end = { type: 'finish', finishReason: { unified: 'stop', raw: 'stop' }, usage: { inputTokens: {}, outputTokens: {} } };
  const left: Part[] = [...deltas, end];
  const stream = new ReadableStream<Part>({ pull: (to) => (left.length === 0 ? to.close() : to.enqueue(left.shift()!)) });
  const doStream = async (): Promise<{ stream: ReadableStream<Part> }> => ({ stream });
  const doGenerate = async (): Promise<never> => Promise.reject(new Error('not asked'));
  const middleware = replyguardMiddleware({ guard: guardOf(fixture), context: contextOf(fixture) });
  const call = { doStream, doGenerate, params: { prompt: [] }, model: { doStream, doGenerate } };
  const result = await middleware.wrapStream(call);
  let text = '';
  let findings: readonly Finding[] = [];
  for await (const part of result.stream as AsyncIterable<Part & { delta?: string; providerMetadata?: { replyguard: { report: { findings: Finding[] } } } }>) {
    text += part.delta ?? '';
    findings = part.providerMetadata?.replyguard.report.findings ?? findings;
  }
  return { text, findings };
}

async function throughOpenAiAgents(fixture: Fixture, size: number): Promise<Sent> {
  const usage = { inputTokens: 0, outputTokens: 0, totalTokens: 0 };
  const output = [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: fixture.reply }] }];
  const source = {
    getResponse: async (): Promise<never> => Promise.reject(new Error('not asked')),
    async *getStreamedResponse(): AsyncGenerator<StreamEvent & { delta?: string }> {
      for (const delta of pieces(fixture.reply, size)) yield { type: 'output_text_delta', delta };
      yield Object.assign({ type: 'response_done' }, { response: { output, usage } });
    },
  };
  let findings: readonly Finding[] = [];
  const onResult = ({ report }: { report: { findings: readonly Finding[] } | null }): void => void (findings = report?.findings ?? []);
  const model = replyguardModel(source, { guard: guardOf(fixture), context: contextOf(fixture), onResult });
  let text = '';
  for await (const event of model.getStreamedResponse({ input: [], modelSettings: {} })) text += event.delta ?? '';
  return { text, findings };
}

describe.each([
  ['AI SDK', throughAiSdk],
  ['OpenAI Agents', throughOpenAiAgents],
])('every hand-written fixture, streamed through %s', (_name, through) => {
  it('gives the findings of a plain check, and sends nothing that would be blocked', async () => {
    const wrong: string[] = [];
    for (const [index, fixture] of fixtures.entries()) {
      const guard = guardOf(fixture);
      const plain = guard.check(fixture.reply, contextOf(fixture));
      const { text, findings } = await through(fixture, (index % 7) + 1);
      const asSent = guard.check(text, contextOf(fixture)).verdict;
      if (JSON.stringify(findings) !== JSON.stringify(plain.findings)) wrong.push(`${fixture.id}: other findings`);
      if (asSent === 'block') wrong.push(`${fixture.id}: sent ${text}`);
      if (plain.verdict !== 'block' && text !== fixture.reply) wrong.push(`${fixture.id}: changed without need`);
    }
    expect(wrong).toEqual([]);
    expect(fixtures.length).toBeGreaterThan(300);
  });
});
