import { AIMessage, AIMessageChunk, HumanMessage } from '@langchain/core/messages';
import type { BaseMessage } from '@langchain/core/messages';
import { FakeStreamingChatModel } from '@langchain/core/utils/testing';
import { createAgent, createMiddleware, fakeModel, providerStrategy, tool, toolStrategy } from 'langchain';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { replyguardMiddleware, ViolationError } from '../../../src/adapters/langchain/index.ts';
import type { LangChainOptions, Notice } from '../../../src/adapters/langchain/index.ts';
import { feedback } from '../../../src/index.ts';
import type { Context, Finding, Guard } from '../../../src/index.ts';
import { SAFE_REPLY } from '../../../src/stream/replacement.ts';
import { ADAPTER_CASES, contextOf, findingsOf, guard, pieces } from '../table.ts';
import type { AdapterCase } from '../table.ts';

const BAD = '您好。给您三倍赔偿。';
const GOOD = '您好，退款一般在审核通过后3-5个工作日到账，请您留意。';
const ASKED = [new HumanMessage('锅是裂的')];

type Model = Parameters<typeof createAgent>[0]['model'];

const runContext = z.object({ replyguard: z.custom<Context>().optional() });

function agentOf(model: Model, options: Partial<LangChainOptions> = {}) {
  return createAgent({
    model,
    tools: [],
    contextSchema: runContext,
    middleware: [createMiddleware(replyguardMiddleware({ guard, ...options }))],
  });
}

function metadata(message: BaseMessage | undefined): Notice {
  return message?.response_metadata['replyguard'] as Notice;
}

/** A model that streams its answer token by token. */
function streaming(reply: string): FakeStreamingChatModel {
  const chunks = pieces(reply, 1).map((text) => new AIMessageChunk({ content: text, id: 'answer' }));
  const model = new FakeStreamingChatModel({ chunks, sleep: 0 });
  model.bindTools = () => model.withConfig({});
  model._generate = () => Promise.resolve({ generations: [{ text: reply, message: new AIMessage({ content: reply, id: 'answer' }) }] });
  return model;
}

function messagesOf({ history, customer }: AdapterCase): BaseMessage[] {
  const earlier = history.map(({ role, text }) => (role === 'customer' ? new HumanMessage(text) : new AIMessage(text)));
  return [...earlier, new HumanMessage(customer)];
}

describe('the shared table', () => {
  it.each(ADAPTER_CASES.map((given) => [given.id, given] as const))('%s: as a plain check finds', async (_, given) => {
    const seen: (readonly Finding[] | undefined)[] = [];
    const agent = agentOf(fakeModel().respond(new AIMessage(given.reply)), {
      onViolation: 'report',
      onReply: ({ report }) => seen.push(report?.findings),
    });
    const { messages } = await agent.invoke({ messages: messagesOf(given) }, { context: { replyguard: given.context } });
    expect(seen).toEqual([findingsOf(given)]);
    expect(metadata(messages.at(-1)).report?.findings).toEqual(findingsOf(given));
    expect(metadata(messages.at(-1)).outcome).toBe(given.blocked ? 'reported' : 'passed');
    expect(messages.at(-1)?.text).toBe(given.reply);
  });

  it.each(ADAPTER_CASES.filter(({ blocked }) => blocked).map((given) => [given.id, given] as const))('%s: what is sent instead passes', async (_, given) => {
    const agent = agentOf(fakeModel().respond(new AIMessage(given.reply)));
    const { messages } = await agent.invoke({ messages: messagesOf(given) }, { context: { replyguard: given.context } });
    const sent = messages.at(-1)!.text;
    expect(guard.check(sent, contextOf(given)).findings.filter(({ severity }) => severity === 'block')).toEqual([]);
    for (const { text, severity } of findingsOf(given)) if (severity === 'block') expect(JSON.stringify(messages.at(-1))).not.toContain(text);
  });
});

describe('outcomes', () => {
  it('replace: the state holds the mended reply under the same id, and nothing of the bad one', async () => {
    const model = fakeModel().respond(
      new AIMessage({
        content: BAD,
        id: 'answer',
        response_metadata: { output: [{ text: BAD }], model: 'fake' },
        additional_kwargs: { raw: { words: BAD } },
      }),
    );
    const { messages } = await agentOf(model).invoke({ messages: ASKED });
    expect(messages.at(-1)).toMatchObject({ id: 'answer', response_metadata: { model: 'fake', replyguard: { outcome: 'replaced', attempts: 1 } } });
    expect(messages.at(-1)?.text).not.toBe('');
    expect(JSON.stringify(messages)).not.toContain('三倍');
    expect(metadata(messages.at(-1)).rules).toEqual([findingsOf(ADAPTER_CASES[0]!)[0]!.rule]);
  });

  it('replace: a reply that cannot be mended gives way to the safe one', async () => {
    const unmendable: Guard = { ...guard, fix: (reply, context) => ({ ...guard.fix(reply, context), reply, unfixed: 'no wording' }) };
    const own = await agentOf(fakeModel().respond(new AIMessage(BAD)), { guard: unmendable, safeReply: '您好，我们核实后尽快回复您。' }).invoke({ messages: ASKED });
    expect(own.messages.at(-1)?.text).toBe('您好，我们核实后尽快回复您。');
    const built = await agentOf(fakeModel().respond(new AIMessage(BAD)), { guard: unmendable }).invoke({ messages: ASKED });
    expect(built.messages.at(-1)?.text).toBe(SAFE_REPLY.zh);
  });

  it('throw: the error arrives, with the report, and without the words of the reply', async () => {
    const error: unknown = await agentOf(fakeModel().respond(new AIMessage(BAD)), { onViolation: 'throw' })
      .invoke({ messages: ASKED })
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof Error)) throw new Error('nothing was thrown');
    expect(error.name).toBe('ViolationError');
    expect(error.message).not.toContain('三倍');
    if (!(error.cause instanceof ViolationError)) throw new Error('the cause is another error');
    expect(error.cause.report.verdict).toBe('block');
    expect(error.cause.released).toBe(false);
  });

  it('retry: the model is told what to change, and the bad reply is in no state', async () => {
    const model = fakeModel().respond(new AIMessage(BAD)).respond(new AIMessage(GOOD));
    const { messages } = await agentOf(model, { onViolation: 'retry' }).invoke({ messages: ASKED });
    expect(messages.map(({ type }) => type)).toEqual(['human', 'ai']);
    expect(messages.at(-1)?.text).toBe(GOOD);
    expect(metadata(messages.at(-1))).toMatchObject({ outcome: 'retried', attempts: 2 });
    expect(JSON.stringify(messages)).not.toContain('三倍');
    const asked = model.calls[1]!.messages;
    expect(asked.map(({ type }) => type)).toEqual(['human', 'ai', 'human']);
    expect(asked[1]!.text).toBe(BAD);
    expect(asked[2]!.text).toContain(feedback(guard.check(BAD), 'zh', guard.policy));
  });

  it('retry: gives up after maxRetries and replaces', async () => {
    const model = fakeModel().respond(new AIMessage(BAD)).respond(new AIMessage(BAD)).respond(new AIMessage('退款24小时内到账。'));
    const { messages } = await agentOf(model, { onViolation: 'retry' }).invoke({ messages: ASKED });
    expect(model.callCount).toBe(3);
    expect(model.calls[2]!.messages.map(({ type }) => type)).toEqual(['human', 'ai', 'human', 'ai', 'human']);
    expect(metadata(messages.at(-1))).toMatchObject({ outcome: 'replaced', attempts: 3 });
    expect(guard.check(messages.at(-1)!.text).verdict).not.toBe('block');
    const once = fakeModel().respond(new AIMessage(BAD)).respond(new AIMessage(BAD));
    await agentOf(once, { onViolation: 'retry', maxRetries: 1 }).invoke({ messages: ASKED });
    expect(once.callCount).toBe(2);
  });

  it('retry: works where no human message is there', async () => {
    const model = fakeModel().respond(new AIMessage(BAD)).respond(new AIMessage(GOOD));
    const { messages } = await agentOf(model, { onViolation: 'retry' }).invoke({ messages: [new AIMessage('您好')] });
    expect(messages.at(-1)?.text).toBe(GOOD);
    expect(model.calls[1]!.messages.at(-1)?.type).toBe('human');
  });

  it('a check that fails: closed sends the safe reply, open the reply itself', async () => {
    const broken: Guard = {
      ...guard,
      check: () => {
        throw new Error('out of order');
      },
    };
    const closed = await agentOf(fakeModel().respond(new AIMessage(BAD)), { guard: broken }).invoke({ messages: ASKED });
    expect(closed.messages.at(-1)?.text).toBe(SAFE_REPLY.zh);
    expect(metadata(closed.messages.at(-1))).toEqual({ outcome: 'failed-closed', attempts: 1, error: 'out of order' });
    const open = await agentOf(fakeModel().respond(new AIMessage(BAD)), { guard: broken, onError: 'open' }).invoke({ messages: ASKED });
    expect(open.messages.at(-1)?.text).toBe(BAD);
    expect(metadata(open.messages.at(-1)).outcome).toBe('failed-open');
  });

  it('a context that is wrong is a check that fails', async () => {
    const wrong = { verifed: true } as Context;
    const { messages } = await agentOf(fakeModel().respond(new AIMessage(GOOD))).invoke({ messages: ASKED }, { context: { replyguard: wrong } });
    expect(metadata(messages.at(-1))).toMatchObject({ outcome: 'failed-closed' });
    expect(metadata(messages.at(-1)).error).toContain('verifed');
  });
});

describe('context', () => {
  it('a function is told the request; the run goes before it', async () => {
    const reply = '我帮您查一下。';
    const options: Partial<LangChainOptions> = { context: ({ messages }) => ({ complaint: messages.length === 1 }), onViolation: 'report' };
    const outcome = async (context?: Context) => {
      const agent = agentOf(fakeModel().respond(new AIMessage(reply)), options);
      const { messages } = await agent.invoke({ messages: ASKED }, { context: { replyguard: context } });
      return metadata(messages.at(-1)).report?.findings.map(({ category }) => category);
    };
    expect(await outcome()).toEqual(['no-apology']);
    expect(await outcome({ complaint: false })).toEqual([]);
  });

  it('one agent serves requests side by side', async () => {
    const reply = '这肯定是仓库发错了。';
    const model = fakeModel().respond(new AIMessage(reply)).respond(new AIMessage(reply));
    const agent = agentOf(model);
    const [known, unknown] = await Promise.all([
      agent.invoke({ messages: ASKED }, { context: { replyguard: { verified: true } } }),
      agent.invoke({ messages: ASKED }, { context: {} }),
    ]);
    expect(known.messages.at(-1)?.text).toBe(reply);
    expect(unknown.messages.at(-1)?.text).not.toBe(reply);
  });
});

describe('tool loops', () => {
  const lookUp = tool(() => '已发货', { name: 'look_up', description: 'looks up an order', schema: z.object({ order: z.string() }) });

  it('text before a tool call is judged, and the call goes on', async () => {
    const model = fakeModel()
      .respond(new AIMessage({ content: '给您三倍赔偿，先查一下订单。', tool_calls: [{ name: 'look_up', args: { order: '1' }, id: 'call-1' }] }))
      .respond(new AIMessage(GOOD));
    const agent = createAgent({ model, tools: [lookUp], middleware: [createMiddleware(replyguardMiddleware({ guard }))] });
    const { messages } = await agent.invoke({ messages: ASKED });
    expect(messages.map(({ type }) => type)).toEqual(['human', 'ai', 'tool', 'ai']);
    expect(metadata(messages[1]).outcome).toBe('replaced');
    expect(messages[1]).toMatchObject({ tool_calls: [{ name: 'look_up', id: 'call-1' }] });
    expect(metadata(messages[3]).outcome).toBe('passed');
    expect(JSON.stringify(messages)).not.toContain('三倍');
  });

  it('blocks that are no text stay, and a call without text is passed on', async () => {
    const call = { name: 'look_up', args: { order: '1' }, id: 'call-1', type: 'tool_call' } as const;
    const model = fakeModel()
      .respond(new AIMessage({ content: [{ type: 'reasoning', reasoning: 'hm' }, { type: 'text', text: '给您三倍' }, { type: 'text', text: '赔偿。' }], tool_calls: [call] }))
      .respond(new AIMessage({ content: '', tool_calls: [{ ...call, id: 'call-2' }] }))
      .respond(new AIMessage(GOOD));
    const agent = createAgent({ model, tools: [lookUp], middleware: [createMiddleware(replyguardMiddleware({ guard }))] });
    const { messages } = await agent.invoke({ messages: ASKED });
    expect(messages[1]!.content).toEqual([{ type: 'reasoning', reasoning: 'hm' }, { type: 'text', text: expect.any(String) }]);
    expect(messages[1]!.text).not.toContain('三倍');
    expect(metadata(messages[3])).toBeUndefined();
    expect(messages.at(-1)?.text).toBe(GOOD);
  });

  it('retry after text with a tool call: the model sees no call that was never answered', async () => {
    const model = fakeModel()
      .respond(new AIMessage({ content: BAD, tool_calls: [{ name: 'look_up', args: { order: '1' }, id: 'call-1' }] }))
      .respond(new AIMessage(GOOD));
    const agent = createAgent({ model, tools: [lookUp], middleware: [createMiddleware(replyguardMiddleware({ guard, onViolation: 'retry' }))] });
    const { messages } = await agent.invoke({ messages: ASKED });
    expect(messages.map(({ type }) => type)).toEqual(['human', 'ai']);
    expect(model.calls[1]!.messages[1]).toMatchObject({ tool_calls: [] });
  });
});

describe('streams', () => {
  const MODES = ['updates', 'values', 'messages', 'custom', 'debug'] as const;

  async function streamed(options: Partial<LangChainOptions>): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    const stream = await agentOf(streaming(BAD), options).stream({ messages: ASKED }, { streamMode: [...MODES] });
    for await (const [mode, chunk] of stream) seen.set(mode, `${seen.get(mode) ?? ''}${JSON.stringify(chunk)}\n`);
    return seen;
  }

  it.each([['replace', 'replaced'], ['retry', 'replaced']] as const)('%s: no mode shows a character of the blocked words', async (onViolation, outcome) => {
    const seen = await streamed({ onViolation });
    for (const [mode, text] of seen) for (const character of '三倍赔偿') expect(`${mode}: ${text}`).not.toContain(character);
    for (const mode of ['updates', 'values', 'messages']) expect(seen.get(mode)).toContain(`"outcome":"${outcome}"`);
  });

  it('throw: what left before the error holds nothing of the reply', async () => {
    const seen: string[] = [];
    const stream = await agentOf(streaming(BAD), { onViolation: 'throw' }).stream({ messages: ASKED }, { streamMode: [...MODES] });
    const read = async () => {
      for await (const chunk of stream) seen.push(JSON.stringify(chunk));
    };
    await expect(read()).rejects.toThrow(/compensation/);
    expect(seen.join()).not.toContain('三');
  });

  it('replace: a good reply arrives whole, once', async () => {
    const texts: string[] = [];
    const stream = await agentOf(streaming(GOOD)).stream({ messages: ASKED }, { streamMode: 'messages' });
    for await (const [message] of stream) texts.push(message.text);
    expect(texts).toEqual([GOOD]);
  });

  it('report: tokens come as the model writes them', async () => {
    const texts: string[] = [];
    const stream = await agentOf(streaming(BAD), { onViolation: 'report' }).stream({ messages: ASKED }, { streamMode: 'messages' });
    for await (const [message] of stream) texts.push(message.text);
    expect(texts.length).toBeGreaterThan(BAD.length / 2);
  });

  it('keeps the tags that a model has already', async () => {
    const model = streaming(GOOD).withConfig({ tags: ['mine'] });
    const seen: string[][] = [];
    const spy = createMiddleware({
      name: 'spy',
      wrapModelCall: (request, handler) => {
        const config: unknown = Reflect.get(request.model, 'config');
        if (typeof config === 'object' && config !== null && 'tags' in config && Array.isArray(config.tags)) seen.push(config.tags);
        return handler(request);
      },
    });
    const agent = createAgent({ model, tools: [], middleware: [createMiddleware(replyguardMiddleware({ guard })), spy] });
    await agent.invoke({ messages: ASKED });
    expect(seen).toEqual([['mine', 'nostream']]);
  });

  it('streamEvents: version 2 shows tokens unless their tag is excluded; version 3 shows none', async () => {
    const shown = async (events: AsyncIterable<unknown>): Promise<boolean> => {
      let text = '';
      for await (const event of events) text += JSON.stringify(event);
      return text.includes('三');
    };
    const input = { messages: ASKED };
    // What the documentation warns of: should this ever change, it may be said so there.
    expect(await shown(agentOf(streaming(BAD)).streamEvents(input, { version: 'v2' }))).toBe(true);
    expect(await shown(agentOf(streaming(BAD)).streamEvents(input, { version: 'v2' }, { excludeTags: ['nostream'] }))).toBe(false);
    expect(await shown(await agentOf(streaming(BAD)).streamEvents(input, { version: 'v3' }))).toBe(false);
  });
});

describe('structured responses', () => {
  const schema = z.object({ reply: z.string(), note: z.string() });
  const bad = { reply: '给您三倍赔偿。', note: 'order 1' };
  const good = { reply: '核实属实后可以为您办理全额退款。', note: 'order 1' };
  const asText = (value: object) => new AIMessage(JSON.stringify(value));
  const asCall = (value: object, name: string) => new AIMessage({ content: '', tool_calls: [{ name, args: value as Record<string, unknown>, id: 'extract' }] });

  const provided = (model: Model, options: Partial<LangChainOptions> = {}) =>
    createAgent({ model, tools: [], responseFormat: providerStrategy(schema), middleware: [createMiddleware(replyguardMiddleware({ guard, ...options }))] });

  it('from the provider: mended in its field, in data and messages alike', async () => {
    const { structuredResponse, messages } = await provided(fakeModel().respond(asText(bad))).invoke({ messages: ASKED });
    expect(structuredResponse.note).toBe('order 1');
    expect(guard.check(structuredResponse.reply).verdict).not.toBe('block');
    expect(JSON.stringify(messages)).not.toContain('三倍');
    expect(JSON.parse(messages.at(-1)!.text)).toEqual(structuredResponse);
    expect(metadata(messages.at(-1)).outcome).toBe('replaced');
  });

  it('from a tool: neither the call nor its result repeats the words', async () => {
    const format = toolStrategy(schema);
    const [{ name }] = format as unknown as [{ name: string }];
    const model = fakeModel().respond(asCall(bad, name));
    const agent = createAgent({ model, tools: [], responseFormat: format, middleware: [createMiddleware(replyguardMiddleware({ guard }))] });
    const { structuredResponse, messages } = await agent.invoke({ messages: ASKED });
    expect(structuredResponse.note).toBe('order 1');
    expect(JSON.stringify([structuredResponse, messages])).not.toContain('三倍');
  });

  it('a good one passes as it is, with its messages', async () => {
    const { structuredResponse, messages } = await provided(fakeModel().respond(asText(good))).invoke({ messages: ASKED });
    expect(structuredResponse).toEqual(good);
    expect(messages.at(-1)?.text).toBe(JSON.stringify(good));
    expect(metadata(messages.at(-1)).outcome).toBe('passed');
  });

  it('retry: another one is asked for', async () => {
    const model = fakeModel().respond(asText(bad)).respond(asText(good));
    const { structuredResponse, messages } = await provided(model, { onViolation: 'retry' }).invoke({ messages: ASKED });
    expect(structuredResponse).toEqual(good);
    expect(messages).toHaveLength(2);
    expect(metadata(messages.at(-1)).outcome).toBe('retried');
  });

  it('only the fields that customers read count', async () => {
    const internal = { reply: '您好，请问您想了解哪款商品呢？', note: '给您三倍赔偿。' };
    const { structuredResponse } = await provided(fakeModel().respond(asText(internal)), { fields: ['reply'] }).invoke({ messages: ASKED });
    expect(structuredResponse).toEqual(internal);
  });

  it('a check that fails lets none out: no safe reply has its shape', async () => {
    const broken: Guard = {
      ...guard,
      check: () => {
        throw new Error('out of order');
      },
    };
    await expect(provided(fakeModel().respond(asText(bad)), { guard: broken }).invoke({ messages: ASKED })).rejects.toThrow('out of order');
  });
});
