import { Agent } from '@mastra/core/agent';
import { RequestContext } from '@mastra/core/request-context';
import { createTool } from '@mastra/core/tools';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { replyguardProcessor } from '../../../src/adapters/mastra/index.ts';
import type { MastraOptions } from '../../../src/adapters/mastra/index.ts';
import { REPROCESS_KEY } from '../../../src/adapters/mastra/processor.ts';
import type { Context, Finding, Guard } from '../../../src/index.ts';
import type { Protected } from '../../../src/stream/outcome.ts';
import { SAFE_REPLY } from '../../../src/stream/replacement.ts';
import { ADAPTER_CASES, contextOf, findingsOf, guard, pieces } from '../table.ts';
import type { AdapterCase } from '../table.ts';
import { modelOf, say } from './model.ts';
import type { Answer } from './model.ts';

const BAD = '您好。给您三倍赔偿。';
const GOOD = '您好，退款一般在审核通过后3-5个工作日到账，请您留意。';

const lookUp = createTool({
  id: 'look_up',
  description: 'looks up an order',
  inputSchema: z.object({ order: z.string() }),
  execute: () => Promise.resolve({ state: '已发货' }),
});

function agentOf(answers: readonly Answer[], options: Partial<MastraOptions> = {}) {
  const { model, prompts } = modelOf(...answers);
  const results: Protected[] = [];
  const agent = new Agent({
    id: 'service',
    name: 'service',
    instructions: 'You answer customers.',
    model,
    tools: { look_up: lookUp },
    outputProcessors: [replyguardProcessor({ guard, onReply: (result) => results.push(result), ...options })],
    maxProcessorRetries: 3,
  });
  return { agent, prompts, results };
}

function about(context?: unknown): { requestContext: RequestContext } {
  const requestContext = new RequestContext();
  if (context !== undefined) requestContext.set('replyguard', context);
  return { requestContext };
}

/** Everything that a stream shows: each part as JSON, the texts, and what is left at the end. */
async function streamed(agent: Agent, context?: Context) {
  const result = await agent.stream('锅是裂的', about(context));
  const parts: { type: string; payload?: unknown }[] = [];
  const deltas: string[] = [];
  for await (const part of result.fullStream) {
    parts.push(part);
    if (part.type === 'text-delta') deltas.push(part.payload.text);
  }
  return { parts, deltas, text: await result.text, tripwire: result.tripwire, all: `${JSON.stringify(parts)}${JSON.stringify(await result.response)}${JSON.stringify(await result.steps)}` };
}

function messagesOf({ history, customer }: AdapterCase) {
  const earlier = history.map(({ role, text }) => (role === 'customer' ? { role: 'user' as const, content: text } : { role: 'assistant' as const, content: text }));
  return [...earlier, { role: 'user' as const, content: customer }];
}

// Mastra logs each tripwire with its stack.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('the shared table', () => {
  it.each(ADAPTER_CASES.map((given) => [given.id, given] as const))('%s: as a plain check finds, streamed and whole', async (_, given) => {
    const found: (readonly Finding[] | undefined)[] = [];
    const options: Partial<MastraOptions> = { onViolation: 'report', onReply: ({ report }) => found.push(report?.findings) };
    const { agent } = agentOf([{ texts: [pieces(given.reply)] }], options);
    const stream = await agent.stream(messagesOf(given), about(given.context));
    expect(await stream.text).toBe(given.reply);
    const whole = await agent.generate(messagesOf(given), about(given.context));
    expect(whole.text).toBe(given.reply);
    expect(found).toEqual([findingsOf(given), findingsOf(given)]);
  });

  it.each(ADAPTER_CASES.filter(({ blocked }) => blocked).map((given) => [given.id, given] as const))('%s: what is sent instead passes', async (_, given) => {
    const { agent } = agentOf([{ texts: [pieces(given.reply)] }]);
    const stream = await agent.stream(messagesOf(given), about(given.context));
    const sent = await stream.text;
    expect(guard.check(sent, contextOf(given)).findings.filter(({ severity }) => severity === 'block')).toEqual([]);
    const whole = await agent.generate(messagesOf(given), about(given.context));
    expect(whole.text).toBe(sent);
  });
});

describe('streams', () => {
  it('clean sentences go out as they are decided, and the whole of a good reply arrives', async () => {
    const reply = '您好，感谢您的耐心等待。请问您想了解哪款商品呢？';
    const { deltas, text, parts } = await streamed(agentOf([say(reply)]).agent);
    expect(text).toBe(reply);
    expect(deltas.length).toBeGreaterThan(1);
    expect(deltas.join('')).toBe(reply);
    expect(parts.filter(({ type }) => type.startsWith('text')).map(({ type }) => type)).toEqual(['text-start', ...deltas.map(() => 'text-delta'), 'text-end']);
  });

  it('replace: not one character of the blocked words, in no part, message or step', async () => {
    const { agent, results } = agentOf([say(BAD)]);
    const { all, text, tripwire } = await streamed(agent);
    for (const character of '三倍赔偿') expect(all).not.toContain(character);
    expect(text.startsWith('您好。')).toBe(true);
    expect(tripwire).toBeUndefined();
    expect(results.map(({ outcome }) => outcome)).toEqual(['replaced']);
    expect(all).toContain('"outcome":"replaced"');
  });

  it('words that the provider cuts over two texts are read as one reply', async () => {
    const { agent } = agentOf([{ texts: [['您好。给您三'], ['倍赔偿。']] }]);
    const { all, parts } = await streamed(agent);
    expect(all).not.toContain('倍');
    expect(parts.filter(({ type }) => type === 'text-start' || type === 'text-end').map(({ type }) => type)).toEqual(['text-start', 'text-end']);
  });

  it("the provider's own events do not hold the text either", async () => {
    const shown = async (options: Partial<MastraOptions>): Promise<string> => {
      const result = await agentOf([say(BAD)], options).agent.stream('锅是裂的', { includeRawChunks: true });
      let raw = '';
      for await (const part of result.fullStream) if (part.type === 'raw') raw += JSON.stringify(part);
      return raw;
    };
    expect(await shown({})).toBe('');
    expect(await shown({ onViolation: 'report' })).toContain('三');
  });

  it('what the processor leaves with Mastra under an internal key comes by again', async () => {
    const seen: string[] = [];
    const { model } = modelOf(say('您好'));
    const agent = new Agent({
      id: 'probe',
      name: 'probe',
      instructions: '',
      model,
      outputProcessors: [
        {
          id: 'probe',
          processOutputStream: ({ part, state }) => {
            seen.push(part.type);
            if (part.type === 'text-end' && state['once'] === undefined) {
              state['once'] = true;
              state[REPROCESS_KEY] = part;
              return Promise.resolve(null);
            }
            return Promise.resolve(part);
          },
        },
      ],
    });
    const result = await agent.stream('在吗');
    const types: string[] = [];
    for await (const { type } of result.fullStream) types.push(type);
    expect(seen.filter((type) => type === 'text-end')).toHaveLength(2);
    expect(types.filter((type) => type === 'text-end')).toHaveLength(1);
  });

  it('requests side by side do not mix', async () => {
    const { agent } = agentOf([say('这肯定是仓库发错了。')]);
    const [known, unknown] = await Promise.all([streamed(agent, { verified: true }), streamed(agent)]);
    expect(known.text).toBe('这肯定是仓库发错了。');
    expect(unknown.text).not.toContain('仓库发错了');
  });
});

describe('outcomes', () => {
  it('throw: a tripwire without the words of the reply; what came before has gone out', async () => {
    const { agent } = agentOf([say(BAD)], { onViolation: 'throw' });
    const { text, tripwire, all } = await streamed(agent);
    expect(text).toBe('您好。');
    expect(tripwire).toMatchObject({ processorId: 'replyguard', metadata: { rules: ['compensation/multiple'], released: true } });
    expect(tripwire?.reason).toContain('compensation/multiple');
    for (const character of '三倍赔偿') expect(all).not.toContain(character);
    const whole = await agent.generate('锅是裂的');
    expect(whole.tripwire).toMatchObject({ metadata: { rules: ['compensation/multiple'] } });
    expect(JSON.stringify([whole.text, whole.response, whole.steps])).not.toContain('三倍');
  });

  it('throw: nothing that follows the violation goes out', async () => {
    const { agent } = agentOf([say('给您三倍赔偿。请您留意短信。感谢您的耐心等待。')], { onViolation: 'throw' });
    const { text, tripwire } = await streamed(agent);
    expect(text).toBe('');
    expect(tripwire?.metadata).toEqual({ rules: ['compensation/multiple'], released: false });
  });

  it('retry: the model is told what to change without a quotation, and the stream shows the good reply alone', async () => {
    const { agent, prompts, results } = agentOf([say('给您三倍赔偿。'), say(GOOD)], { onViolation: 'retry' });
    const { text, all, tripwire } = await streamed(agent);
    expect(text).toBe(GOOD);
    expect(tripwire).toBeUndefined();
    expect(all).not.toContain('给您三倍赔偿');
    expect(prompts).toHaveLength(2);
    expect(prompts[1]).toContain('政策上限');
    expect(prompts[1]).not.toContain('给您三倍赔偿');
    expect(results).toMatchObject([{ outcome: 'retried', attempts: 2, report: { verdict: 'block' } }]);
  });

  it('retry: generate too', async () => {
    const { agent } = agentOf([say('给您三倍赔偿。'), say(GOOD)], { onViolation: 'retry' });
    const { text, response } = await agent.generate('锅是裂的');
    expect(text).toBe(GOOD);
    expect(JSON.stringify(response.messages)).not.toContain('三倍');
  });

  it('retry: gives up after maxRetries and replaces; replaces at once what has gone out in part', async () => {
    const { agent, prompts, results } = agentOf([say('给您三倍赔偿。')], { onViolation: 'retry', maxRetries: 1 });
    const { text } = await streamed(agent);
    expect(prompts).toHaveLength(2);
    expect(results).toMatchObject([{ outcome: 'replaced', attempts: 2 }]);
    expect(guard.check(text).verdict).not.toBe('block');
    const begun = agentOf([say(BAD)], { onViolation: 'retry' });
    expect((await streamed(begun.agent)).text.startsWith('您好。')).toBe(true);
    expect(begun.prompts).toHaveLength(1);
  });

  it('retry: an agent that allows none ends with a tripwire, and nothing goes out', async () => {
    const { model } = modelOf(say('给您三倍赔偿。'));
    const agent = new Agent({ id: 'service', name: 'service', instructions: '', model, outputProcessors: [replyguardProcessor({ guard, onViolation: 'retry' })] });
    const { text, tripwire, all } = await streamed(agent);
    expect(text).toBe('');
    expect(tripwire?.metadata).toEqual({ rules: ['compensation/multiple'], released: false });
    expect(all).not.toContain('给您三倍赔偿');
  });

  it('report: the reply goes out as the model writes it, with its report', async () => {
    const { agent, results } = agentOf([say(BAD)], { onViolation: 'report' });
    const { deltas, all } = await streamed(agent);
    expect(deltas).toEqual([...BAD]);
    expect(results).toMatchObject([{ outcome: 'reported', report: { verdict: 'block' } }]);
    expect(all).toContain('"outcome":"reported"');
  });

  it('a check that fails: closed sends the safe reply, open the reply itself', async () => {
    const fail = (): never => {
      throw new Error('out of order');
    };
    const broken: Guard = { ...guard, check: fail, stream: fail };
    const closed = agentOf([say(BAD)], { guard: broken });
    expect((await streamed(closed.agent)).text).toBe(SAFE_REPLY.zh);
    expect(closed.results).toMatchObject([{ outcome: 'failed-closed', error: 'out of order' }]);
    const open = agentOf([say(BAD)], { guard: broken, onError: 'open' });
    expect((await streamed(open.agent)).text).toBe(BAD);
    expect(open.results).toMatchObject([{ outcome: 'failed-open' }]);
  });

  it('a context that is wrong is a check that fails', async () => {
    const { agent, results } = agentOf([say(GOOD)]);
    const result = await agent.stream('锅是裂的', about({ verifed: true }));
    expect(await result.text).toBe(SAFE_REPLY.zh);
    expect(results[0]?.error).toContain('verifed');
  });

  it('an error of the observer changes nothing', async () => {
    const onReply = (): never => {
      throw new Error('log is full');
    };
    const { text } = await streamed(agentOf([say(BAD)], { onReply }).agent);
    expect(text.startsWith('您好。')).toBe(true);
    expect(text).not.toContain('三倍');
  });
});

describe('tool loops', () => {
  const call = { name: 'look_up', input: { order: '1' } };

  it('text before a tool call is judged on its own, and the call goes on', async () => {
    const { agent, results } = agentOf([say('给您三倍赔偿，先查一下订单。', call), say(GOOD)]);
    const { all, parts, text } = await streamed(agent);
    expect(results.map(({ outcome }) => outcome)).toEqual(['replaced', 'passed']);
    expect(all).not.toContain('三倍');
    const types = parts.map(({ type }) => type);
    expect(types).toContain('tool-result');
    expect(types.indexOf('text-end')).toBeLessThan(types.indexOf('tool-call'));
    expect(text.endsWith(GOOD)).toBe(true);
  });

  it('a rejected step calls no tool', async () => {
    const { agent } = agentOf([say('给您三倍赔偿，先查一下订单。', call), say(GOOD)], { onViolation: 'retry' });
    const { parts, text } = await streamed(agent);
    expect(text).toBe(GOOD);
    expect(parts.map(({ type }) => type)).not.toContain('tool-call');
  });

  it('what was said before a tool call is known after it', async () => {
    const { agent, results } = agentOf([say('非常抱歉给您带来不便，我先查一下。', call), say('我帮您登记了。')]);
    await streamed(agent, { complaint: true });
    expect(results.map(({ report }) => report?.findings.map(({ category }) => category))).toEqual([[], []]);
  });
});

describe('structured output', () => {
  const schema = z.object({ reply: z.string(), note: z.string() });
  const said = (reply: string, note = '') => say(JSON.stringify({ reply, note }));

  it('is mended inside its fields, and still parses', async () => {
    const { agent } = agentOf([said('给您三倍赔偿。', 'order 1')]);
    const stream = await agent.stream('锅是裂的', { structuredOutput: { schema } });
    const object = await stream.object;
    expect(object.note).toBe('order 1');
    expect(guard.check(object.reply).verdict).not.toBe('block');
    expect(await stream.text).not.toContain('三倍');
    const whole = await agent.generate('锅是裂的', { structuredOutput: { schema } });
    expect(whole.object).toEqual(object);
  });

  it('only the fields that customers read count', async () => {
    const internal = said('您好，请问您想了解哪款商品呢？', '给您三倍赔偿。');
    const all = await agentOf([internal]).agent.generate('在吗', { structuredOutput: { schema } });
    expect(all.object.note).not.toContain('三倍');
    const some = await agentOf([internal], { fields: ['reply'] }).agent.generate('在吗', { structuredOutput: { schema } });
    expect(some.object.note).toBe('给您三倍赔偿。');
  });

  it('a check that fails lets none out', async () => {
    const fail = (): never => {
      throw new Error('out of order');
    };
    const { agent } = agentOf([said('给您三倍赔偿。')], { guard: { ...guard, check: fail, stream: fail } });
    const stream = await agent.stream('锅是裂的', { structuredOutput: { schema } });
    await expect(stream.object).rejects.toThrow();
  });

  it('a text that only begins with a bracket is a text', async () => {
    const { text } = await streamed(agentOf([say('[微笑]您好。给您三倍赔偿。')]).agent);
    expect(text).toContain('[微笑]您好。');
    expect(text).not.toContain('三倍');
  });
});

describe('texts at the edge', () => {
  it('blank text passes, and says nothing', async () => {
    const { agent, results } = agentOf([{ texts: [['\n', ' ']] }]);
    const { text } = await streamed(agent, { complaint: true });
    expect(text).toBe('\n ');
    expect(results).toEqual([]);
  });

  it('blanks before, between and after the words stay', async () => {
    const reply = '\n您好。 \n\n感谢您的耐心等待。\n ';
    expect((await streamed(agentOf([say(reply)]).agent)).text).toBe(reply);
  });
});
