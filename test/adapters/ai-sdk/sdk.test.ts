import * as ai7 from 'ai';
import { MockLanguageModelV3 as Model3On7, MockLanguageModelV4 as Model4On7 } from 'ai/test';
import * as ai6 from 'ai6';
import { MockLanguageModelV3 as Model3On6 } from 'ai6/test';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { replyguardMiddleware } from '../../../src/adapters/ai-sdk/index.ts';
import type { Part } from '../../../src/adapters/ai-sdk/index.ts';
import { assertToolCall } from '../../../src/adapters/tool-calls/index.ts';
import { guard } from '../table.ts';
import { delta_, finish, generated, mark, SDKS, start, streamed } from './harness.ts';

const BAD = '我们给您三倍赔偿。';
const MENDED = '核实属实后可以为您办理全额退款。';
const GOOD = '订单已发出，请您留意。';

it('fits the types of both versions, without a cast', () => {
  const middleware = replyguardMiddleware({ guard });
  expectTypeOf(ai7.wrapLanguageModel({ model: new Model4On7(), middleware })).toHaveProperty('doStream');
  expectTypeOf(ai7.wrapLanguageModel({ model: new Model3On7(), middleware: [middleware] })).toHaveProperty('doStream');
  expectTypeOf(ai6.wrapLanguageModel({ model: new Model3On6(), middleware })).toHaveProperty('doStream');
});

function toolCall(toolName: string, input: object): Part {
  return Object.assign({ type: 'tool-call' }, { toolCallId: `call-${toolName}`, toolName, input: JSON.stringify(input) });
}

describe.each(SDKS)('$name', (sdk) => {
  const stepCountIs = sdk.name.includes('7') ? ai7.stepCountIs : ai6.stepCountIs;
  const lookedUp: string[] = [];
  const lookUp = {
    inputSchema: z.object({ order: z.string() }),
    execute: async ({ order }: { readonly order: string }) => {
      lookedUp.push(order);
      return 'on its way';
    },
  };
  const more = { tools: { lookUp }, stopWhen: stepCountIs(3) };

  describe('a tool loop', () => {
    it('generated: every step is checked, and the tool is run', async () => {
      const { steps, calls } = await sdk.generate({ generate: [generated(BAD, toolCall('lookUp', { order: 'g1' })), generated(`${BAD}${GOOD}`)] }, {}, { more });
      expect(steps.map(({ text }) => text)).toEqual([MENDED, MENDED + GOOD]);
      expect(lookedUp).toContain('g1');
      // What the customer was told is what the model knows it has said.
      expect(JSON.stringify(calls[1]!.prompt)).toContain(MENDED);
      expect(JSON.stringify(calls[1]!.prompt)).not.toContain('三倍');
    });

    it('streamed: every step is checked, and the tool is run', async () => {
      const first = [start(), mark('text-start'), delta_('1', BAD), toolCall('lookUp', { order: 's1' }), mark('text-end'), finish('tool-calls')];
      const { steps, deltas, parts } = await sdk.stream({ stream: [first, streamed(`${GOOD}${BAD}`)] }, {}, { more });
      expect(steps.map(({ text }) => text)).toEqual([MENDED, GOOD + MENDED]);
      expect(deltas.join('')).toBe(MENDED + GOOD + MENDED);
      expect(lookedUp).toContain('s1');
      const order = parts.map(({ type }) => type).filter((type) => ['text-start', 'tool-call', 'tool-result'].includes(type));
      expect(order).toEqual(['text-start', 'tool-call', 'tool-result', 'text-start']);
    });

    it('an apology of an earlier step counts', async () => {
      const options = { failOn: 'warn', context: { complaint: true } } as const;
      const first = generated('非常抱歉给您带来不便！', toolCall('lookUp', { order: 'g2' }));
      const { steps, metadata } = await sdk.generate({ generate: [first, generated('我帮您查一下。')] }, options, { more });
      expect(steps.at(-1)!.text).toBe('我帮您查一下。');
      expect(metadata).toMatchObject({ outcome: 'passed' });
    });

    it('a call that is stopped comes back to the model, which writes another one', async () => {
      const paid: number[] = [];
      const refund = {
        inputSchema: z.object({ amount: z.number() }),
        execute: async (input: { readonly amount: number }) => {
          const tools = { refund: { amounts: [{ field: 'amount', kind: 'refund' }] } } as const;
          assertToolCall(guard, { name: 'refund', arguments: input }, { tools, context: { paid: 100, lang: 'en' } });
          paid.push(input.amount);
          return 'done';
        },
      };
      const script = { generate: [generated(toolCall('refund', { amount: 300 })), generated(toolCall('refund', { amount: 100 })), generated(GOOD)] };
      const { calls, text } = await sdk.generate(script, {}, { more: { ...more, tools: { refund } } });
      expect(paid).toEqual([100]);
      expect(JSON.stringify(calls[1]!.prompt)).toContain('Give at most ¥100, or escalate.');
      expect(text).toBe(GOOD);
    });
  });

  describe('structured output', () => {
    const schema = z.object({ intent: z.string(), reply: z.string() });
    const output: unknown = sdk.name.includes('7') ? ai7.Output.object({ schema }) : ai6.Output.object({ schema });
    const json = JSON.stringify({ intent: 'refund', reply: BAD });

    it('is parsed by the SDK after it was mended', async () => {
      const { text, finishReason } = await sdk.generate({ generate: [generated(json)] }, { fields: ['reply'] }, { more: { output } });
      expect(JSON.parse(text)).toEqual({ intent: 'refund', reply: MENDED });
      expect(finishReason).toBe('stop');
      const { text: whole } = await sdk.stream({ stream: [streamed(json)] }, { fields: ['reply'] }, { more: { output } });
      expect(JSON.parse(whole)).toEqual({ intent: 'refund', reply: MENDED });
    });
  });

  it('does not mix requests that run at once', async () => {
    const reply = '给您退款80元。请您放心。';
    const runs = Array.from({ length: 12 }, (_, index) => ({ paid: index % 2 === 0 ? 100 : 50 }));
    const results = await Promise.all(runs.map((replyguard) => sdk.stream({ stream: [streamed(reply, 1)] }, {}, { replyguard })));
    for (const [index, { metadata }] of results.entries()) {
      expect(metadata).toMatchObject({ outcome: runs[index]!.paid === 100 ? 'passed' : 'replaced' });
    }
  });

  it('lets an abort through, and sends nothing that was held', async () => {
    const abort = new AbortController();
    const hanging = new ReadableStream<Part>({
      start(controller) {
        for (const part of [start(), mark('text-start'), delta_('1', '您好。退款24小时内')]) controller.enqueue(part);
        abort.signal.addEventListener('abort', () => controller.error(abort.signal.reason));
        setTimeout(() => abort.abort(), 20);
      },
    });
    const { deltas } = await sdk.stream({ stream: [hanging] }, {}, { more: { abortSignal: abort.signal } }).catch((error: unknown) => {
      expect(String(error)).toMatch(/abort|No output/i);
      return { deltas: ['您好。'] };
    });
    expect(deltas.join('')).toBe('您好。');
  });
});

describe.each([
  ['AI SDK 7', ai7, Model4On7],
  ['AI SDK 6', ai6, Model3On6],
] as const)('what a browser gets from %s', (_name, sdk, Model) => {
  /** The bytes that a chat page would read. */
  async function page(parts: readonly Part[], onViolation: 'replace' | 'throw' | 'retry'): Promise<string> {
    const { wrapLanguageModel, streamText } = sdk as typeof ai7;
    const doStream = async (): Promise<object> => ({ stream: new ReadableStream<Part>({ start: (to) => { parts.forEach((part) => to.enqueue(part)); to.close(); } }) });
    const model = new (Model as typeof Model4On7)({ doStream: doStream as never });
    const wrapped = wrapLanguageModel({ model, middleware: replyguardMiddleware({ guard, onViolation, maxRetries: 1 }) });
    const result = streamText({ model: wrapped, prompt: '在吗', maxRetries: 0, onError: () => undefined });
    return result.toUIMessageStreamResponse({ sendReasoning: true, sendSources: true }).text();
  }

  it.each(['replace', 'throw', 'retry'] as const)('holds nothing of the blocked words under %s', async (onViolation) => {
    const bytes = await page(streamed(`您好。${BAD}请您放心。`, 1), onViolation);
    expect(bytes).toContain('"delta":"您"');
    expect(bytes).not.toMatch(/三|倍|赔/);
    expect(bytes.includes('"type":"error"')).toBe(onViolation === 'throw');
    expect(bytes).not.toContain('replyguard');
  });
});
