import { Agent, Runner, tool } from '@openai/agents';
import type { AgentInputItem, Model, StreamEvent } from '@openai/agents';
import { assistantMessage, functionCall, modelResponse, modelStream, ScriptedModel } from '@openai/agents/testing';
import type { ScriptedModelInput } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { replyguardModel } from '../../../src/adapters/openai-agents/index.ts';
import type { ModelOptions, ReplyguardMetadata } from '../../../src/adapters/openai-agents/index.ts';
import { ViolationError } from '../../../src/index.ts';
import type { Turn } from '../../../src/index.ts';
import { ADAPTER_CASES, findingsOf, guard, pieces } from '../table.ts';

const BAD = '亲，您好！我们给您三倍赔偿。请您放心。';
const MENDED = '亲，您好！核实属实后可以为您办理全额退款。请您放心。';
const GOOD = '亲，您好！核实后会尽快回复您。';
const SAFE = '很抱歉给您带来不便，您的问题我们需要先核实一下，核实后会尽快回复您。';

const USAGE = { requests: 1, inputTokens: 10, outputTokens: 5, totalTokens: 15 };
const runner = new Runner({ tracingDisabled: true });

/** The events of the Responses API for a text in pieces: normalised ones, and the raw ones that say the same. */
function responses(text: string, size = 2): StreamEvent[] {
  const raw = (event: object): StreamEvent => ({ type: 'model', event, providerData: { rawModelEventSource: 'openai-responses' } }) as StreamEvent;
  const message = { ...assistantMessage(text), id: 'msg_1' };
  return [
    { type: 'response_started', providerData: { type: 'response.created' } },
    raw({ type: 'response.created' }),
    ...pieces(text, size).flatMap((delta): StreamEvent[] => [
      { type: 'output_text_delta', delta, itemId: 'msg_1', providerData: { logprobs: [] } },
      raw({ type: 'response.output_text.delta', delta }),
    ]),
    raw({ type: 'response.output_text.done', text }),
    { type: 'response_done', response: { id: 'r1', usage: USAGE, output: [message], providerData: { model: 'm' } } } as StreamEvent,
    raw({ type: 'response.completed', response: { output: [{ content: [{ text }] }] } }),
  ];
}

/** The events of the Chat Completions API: every raw chunk comes before its own piece of text, and stands beside it once more. */
function completions(text: string, size = 2): StreamEvent[] {
  const cut = pieces(text, size).map((content) => ({ choices: [{ index: 0, delta: { content } }] }));
  return [
    { type: 'response_started', providerData: cut[0]! },
    ...cut.flatMap((chunk): StreamEvent[] => [
      { type: 'model', event: chunk } as StreamEvent,
      { type: 'output_text_delta', delta: chunk.choices[0]!.delta.content, providerData: chunk },
    ]),
    { type: 'response_done', response: { id: 'r1', usage: USAGE, output: [assistantMessage(text)] } } as StreamEvent,
  ];
}

function messages(turns: readonly Turn[]): AgentInputItem[] {
  return turns.map(({ role, text }) => (role === 'customer' ? { role: 'user', content: text } : assistantMessage(text)));
}

interface Ran {
  readonly text: string;
  readonly results: readonly ReplyguardMetadata[];
  readonly events: readonly StreamEvent[];
  readonly deltas: readonly string[];
  readonly error: unknown;
  readonly model: ScriptedModel;
  readonly usage: { readonly inputTokens: number; readonly requests: number };
  readonly history: readonly AgentInputItem[];
}

interface Request {
  readonly input?: string | AgentInputItem[];
  readonly replyguard?: object;
  readonly agent?: object;
}

async function run(stream: boolean, script: readonly ScriptedModelInput[], options: Partial<ModelOptions> = {}, request: Request = {}): Promise<Ran> {
  const results: ReplyguardMetadata[] = [];
  const scripted = new ScriptedModel(script);
  const model: Model = replyguardModel(scripted, { guard, onResult: (result) => results.push(result), ...options });
  const modelSettings = { providerData: { seed: 1, ...(request.replyguard === undefined ? {} : { replyguard: request.replyguard }) } };
  const agent = new Agent({ name: 'shop', model, modelSettings, ...request.agent });
  const input = request.input ?? '你好，在吗？';
  const events: StreamEvent[] = [];
  const deltas: string[] = [];
  if (!stream) {
    const result = await runner.run(agent, input);
    const { usage } = result.runContext;
    return { text: String(result.finalOutput), results, events, deltas, error: undefined, model: scripted, usage, history: result.history };
  }
  const result = await runner.run(agent, input, { stream: true });
  let error: unknown;
  try {
    for await (const event of result) {
      if (event.type !== 'raw_model_stream_event') continue;
      events.push(event.data);
      if (event.data.type === 'output_text_delta') deltas.push(event.data.delta);
    }
    await result.completed;
  } catch (thrown) {
    error = thrown;
  }
  const { usage } = result.runContext;
  const text = error === undefined ? String(result.finalOutput) : '';
  return { text, results, events, deltas, error, model: scripted, usage, history: result.history };
}

const generate = (...given: Parameters<typeof run> extends [boolean, ...infer Rest] ? Rest : never): Promise<Ran> => run(false, ...given);
const stream = (...given: Parameters<typeof run> extends [boolean, ...infer Rest] ? Rest : never): Promise<Ran> => run(true, ...given);

describe.each(ADAPTER_CASES)('$id', (given) => {
  const request = { input: messages([...given.history, { role: 'customer', text: given.customer }]), replyguard: given.context };

  it('whole: the findings of a plain check', async () => {
    const { results, text } = await generate([[assistantMessage(given.reply)]], { onViolation: 'report' }, request);
    expect(results).toMatchObject([{ outcome: given.blocked ? 'reported' : 'passed', attempts: 1 }]);
    expect(results[0]!.report!.findings).toEqual(findingsOf(given));
    expect(text).toBe(given.reply);
  });

  it.each([
    ['Responses', responses],
    ['Chat Completions', completions],
  ])('streamed from %s: the findings of a plain check', async (_api, events) => {
    const { results, text, deltas } = await stream([modelStream(events(given.reply))], {}, request);
    expect(results[0]!.report!.findings).toEqual(findingsOf(given));
    expect(text === given.reply).toBe(!given.blocked);
    expect(deltas.join('')).toBe(text);
  });
});

describe('a whole response', () => {
  it('replace: mends the reply, by default', async () => {
    const { text, results, history } = await generate([[assistantMessage(BAD)]]);
    expect(text).toBe(MENDED);
    expect(results).toMatchObject([{ outcome: 'replaced', report: { verdict: 'block' } }]);
    expect(JSON.stringify(history)).not.toContain('三倍');
  });

  it('throw: the error ends the run', async () => {
    const thrown = await generate([[assistantMessage(BAD)]], { onViolation: 'throw' }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ViolationError);
  });

  it('retry: asks the model again with feedback, and counts what both attempts used', async () => {
    const { text, results, model, usage } = await generate([[assistantMessage(BAD)], [assistantMessage(GOOD)]], { onViolation: 'retry' });
    expect(text).toBe(GOOD);
    expect(results).toMatchObject([{ outcome: 'retried', attempts: 2 }]);
    expect(usage.requests).toBe(2);
    const asked = model.lastCall!.request.input as AgentInputItem[];
    expect(asked.at(-2)).toMatchObject({ role: 'assistant', content: [{ type: 'output_text', text: BAD }] });
    expect(asked.at(-1)).toMatchObject({ role: 'user', content: expect.stringContaining('三倍赔偿') as unknown });
    model.assertComplete();
  });

  it('a failing check: closed by default, open by option, both visible', async () => {
    const failing = { ...guard, check: (): never => { throw new Error('out of order'); } };
    const closed = await generate([[assistantMessage(GOOD)]], { guard: failing });
    expect(closed).toMatchObject({ text: SAFE, results: [{ outcome: 'failed-closed', error: 'out of order' }] });
    const open = await generate([[assistantMessage(GOOD)]], { guard: failing, onError: 'open' });
    expect(open).toMatchObject({ text: GOOD, results: [{ outcome: 'failed-open' }] });
  });

  it('reads several messages as one reply, and leaves other items alone', async () => {
    const reasoning = { type: 'reasoning', content: [{ type: 'input_text', text: '给您三倍赔偿？不行。' }] } as const;
    const scripted = new ScriptedModel([modelResponse([reasoning, assistantMessage('您好。我们给您三倍'), assistantMessage('赔偿。')] as never)]);
    const response = await replyguardModel(scripted, { guard }).getResponse({ input: '在吗', modelSettings: {}, tools: [], handoffs: [], outputType: 'text', tracing: false });
    expect(response.output[0]).toEqual(reasoning);
    expect(response.output.slice(1)).toMatchObject([{ role: 'assistant', content: [{ text: '您好。核实属实后可以为您办理全额退款。' }] }]);
    expect(response.providerData).toMatchObject({ replyguard: { outcome: 'replaced' } });
  });

  it('tells nothing of a response without text', async () => {
    const scripted = new ScriptedModel([[functionCall('lookUp', {}, { callId: 'c' })]]);
    const results: unknown[] = [];
    const request = { input: '在吗', modelSettings: {}, tools: [], handoffs: [], outputType: 'text', tracing: false } as const;
    const response = await replyguardModel(scripted, { guard, onResult: (result) => results.push(result) }).getResponse({ ...request, tools: [], handoffs: [] });
    expect(results).toEqual([]);
    expect(response.providerData).toBeUndefined();
  });
});

describe.each([
  ['Responses', responses],
  ['Chat Completions', completions],
])('a stream of %s', (_api, events) => {
  const leaked = ({ events: sent, deltas }: Ran): string => JSON.stringify(sent.filter(({ type }) => type !== 'response_done')) + deltas.join('');

  it('replace: lets clean sentences go and mends the rest, raw events and all', async () => {
    for (const size of [1, 2, 5, 100]) {
      const ran = await stream([modelStream(events(BAD, size))]);
      expect(ran.deltas.join('')).toBe(MENDED);
      expect(ran.text).toBe(MENDED);
      expect(ran.results).toMatchObject([{ outcome: 'replaced' }]);
      expect(leaked(ran)).not.toMatch(/三|倍|赔/);
      expect(JSON.stringify([ran.history, ran.events.map((event) => ('response' in event ? event.response.output : []))])).not.toContain('三倍');
    }
  });

  it('hands on every event of a clean reply', async () => {
    const all = events(GOOD);
    const ran = await stream([modelStream(all)]);
    expect(ran.deltas.join('')).toBe(GOOD);
    expect(ran.events.filter(({ type }) => type === 'model')).toEqual(all.filter(({ type }) => type === 'model'));
    const [done] = ran.events.filter(({ type }) => type === 'response_done');
    expect(done).toMatchObject({ response: { output: [{ content: [{ text: GOOD }] }], providerData: { replyguard: { outcome: 'passed' } } } });
  });

  it('throw: fails after the clean sentences and before the bad one', async () => {
    const ran = await stream([modelStream(events(BAD))], { onViolation: 'throw' });
    expect(ran.deltas.join('')).toBe('亲，您好！');
    expect(ran.error).toBeInstanceOf(ViolationError);
    expect(ran.error).toMatchObject({ released: true });
    expect(leaked(ran)).not.toMatch(/三|倍|赔/);
  });

  it('retry: as long as no text has gone out', async () => {
    const ran = await stream([modelStream(events('我们给您三倍赔偿。')), modelStream(events(GOOD))], { onViolation: 'retry' });
    expect(ran.deltas.join('')).toBe(GOOD);
    expect(ran.text).toBe(GOOD);
    expect(ran.results).toMatchObject([{ outcome: 'retried', attempts: 2 }]);
    expect(ran.usage.inputTokens).toBe(20);
    expect(leaked(ran)).not.toMatch(/三|倍|赔/);
    expect(ran.events.filter(({ type }) => type === 'response_done')).toHaveLength(1);
    const raw = (all: readonly StreamEvent[]): number => all.filter((event) => event.type === 'model' && JSON.stringify(event).includes('核实')).length;
    expect(raw(ran.events)).toBe(raw(events(GOOD)));
    ran.model.assertComplete();
  });

  it('retry: as replace where text has gone out, or when there is no more', async () => {
    const gone = await stream([modelStream(events(BAD)), modelStream(events(GOOD))], { onViolation: 'retry' });
    expect(gone.text).toBe(MENDED);
    expect(gone.model.calls).toHaveLength(1);
    const bad = '我们给您三倍赔偿。';
    const last = await stream([modelStream(events(bad)), modelStream(events(bad))], { onViolation: 'retry', maxRetries: 1 });
    expect(last.deltas.join('')).toBe('核实属实后可以为您办理全额退款。');
    expect(last.results).toMatchObject([{ outcome: 'replaced', attempts: 2 }]);
    expect(leaked(last)).not.toMatch(/三|倍/);
  });

  it('report: holds nothing back', async () => {
    const ran = await stream([modelStream(events(BAD))], { onViolation: 'report' });
    expect(ran.deltas.join('')).toBe(BAD);
    expect(ran.results).toMatchObject([{ outcome: 'reported' }]);
  });

  it('a failing check: closed by default, open by option', async () => {
    const failing = { ...guard, stream: (): never => { throw new Error('out of order'); } };
    const closed = await stream([modelStream(events(GOOD))], { guard: failing });
    expect(closed).toMatchObject({ text: SAFE, results: [{ outcome: 'failed-closed' }] });
    expect(closed.deltas.join('')).toBe(SAFE);
    const open = await stream([modelStream(events(GOOD))], { guard: failing, onError: 'open' });
    expect(open.deltas.join('')).toBe(GOOD);
  });

  it('hands errors of the model on, and sends nothing that was held', async () => {
    const broken = async function* (): AsyncGenerator<StreamEvent> {
      yield* events('您好。退款24小时内到账。').slice(0, 12);
      throw new Error('connection lost');
    };
    const ran = await stream([modelStream(broken())]);
    expect(String(ran.error)).toContain('connection lost');
    expect(ran.deltas.join('')).toBe('您好。');
    expect(leaked(ran)).not.toContain('24');
  });

  it('judges a text that only the end of the response holds', async () => {
    const silent = events(BAD).filter(({ type }) => type !== 'output_text_delta');
    const ran = await stream([modelStream(silent)]);
    expect(ran.text).toBe(MENDED);
    const other = events(GOOD).map((event) => (event.type === 'response_done' ? events(BAD).find(({ type }) => type === 'response_done')! : event));
    const mixed = await stream([modelStream(other)]);
    expect(mixed.deltas.join('')).toBe(GOOD);
    expect(mixed.text).toBe(MENDED);
  });
});

describe('the rest of the SDK', () => {
  it('tool loops: text before a call is checked, and the tool is run', async () => {
    const lookedUp: string[] = [];
    const lookUp = tool({ name: 'lookUp', description: '', parameters: z.object({ order: z.string() }), execute: ({ order }) => { lookedUp.push(order); return 'sent'; } });
    const first = [assistantMessage('给您三倍赔偿。'), functionCall('lookUp', { order: 'a1' }, { callId: 'c1' })];
    for (const streamed of [false, true]) {
      const ran = await run(streamed, [first, [assistantMessage(BAD)]], {}, { agent: { tools: [lookUp] } });
      expect(ran.text).toBe(MENDED);
      expect(ran.results.map(({ outcome }) => outcome)).toEqual(['replaced', 'replaced']);
      expect(JSON.stringify(ran.model.lastCall!.request.input)).not.toContain('三倍');
    }
    expect(lookedUp).toEqual(['a1', 'a1']);
  });

  it('output types: the object keeps its shape', async () => {
    const outputType = z.object({ intent: z.string(), reply: z.string() });
    const json = JSON.stringify({ intent: 'refund', reply: BAD });
    for (const streamed of [false, true]) {
      const scripted = new ScriptedModel([[assistantMessage(json)]]);
      const agent = new Agent({ name: 'shop', model: replyguardModel(scripted, { guard, fields: ['reply'] }), outputType });
      const result = streamed ? await runner.run(agent, '在吗', { stream: true }) : await runner.run(agent, '在吗');
      if ('completed' in result) for await (const _event of result) continue;
      expect(result.finalOutput).toEqual({ intent: 'refund', reply: MENDED });
    }
  });

  it('the provider never sees the context, and a wrong one fails closed', async () => {
    const good = await generate([[assistantMessage('给您退款80元。')]], { onViolation: 'report' }, { replyguard: { paid: 100 } });
    expect(good.results).toMatchObject([{ outcome: 'passed' }]);
    expect(good.model.lastCall!.request.modelSettings.providerData).toEqual({ seed: 1 });
    const wrong = await generate([[assistantMessage(GOOD)]], {}, { replyguard: { piad: 100 } });
    expect(wrong).toMatchObject({ text: SAFE, results: [{ outcome: 'failed-closed', error: 'piad: expected no field of this name' }] });
  });

  it('hands on the advice of the model about retries', async () => {
    const scripted = new ScriptedModel([]);
    const advice = await replyguardModel(scripted, { guard }).getRetryAdvice?.({ request: {} as never, error: new Error('x'), stream: false, attempt: 1 });
    expect(advice).toBeUndefined();
    const model = { getResponse: scripted.getResponse.bind(scripted), getStreamedResponse: scripted.getStreamedResponse.bind(scripted) };
    expect(replyguardModel(model, { guard })).not.toHaveProperty('getRetryAdvice');
  });
});
