import { describe, expect, it } from 'vitest';
import { replyguardMiddleware } from '../../../src/adapters/ai-sdk/index.ts';
import type { CallOptions, GenerateResult, MiddlewareOptions, Part, StreamResult } from '../../../src/adapters/ai-sdk/index.ts';
import { ViolationError } from '../../../src/index.ts';
import { guard } from '../table.ts';
import { delta_, finish, generated, mark, start, streamed, USAGE } from './harness.ts';

const BAD = '我们给您三倍赔偿。';
const MENDED = '核实属实后可以为您办理全额退款。';
const GOOD = '您好，我查一下。';

type Options = Partial<MiddlewareOptions>;
type Params = CallOptions & { readonly responseFormat?: { readonly type: string } };

const PARAMS: Params = { prompt: [{ role: 'user', content: [{ type: 'text', text: '在吗' } as Part] }] };

/** A stream of parts that says how it was read. */
class Source {
  readonly stream: ReadableStream<Part>;
  pulled = 0;
  cancelled: unknown;

  constructor(parts: readonly (Part | Error)[]) {
    const left = [...parts];
    this.stream = new ReadableStream<Part>(
      {
        pull: (controller) => {
          this.pulled++;
          const part = left.shift();
          if (part === undefined) controller.close();
          else if (part instanceof Error) controller.error(part);
          else controller.enqueue(part);
        },
        cancel: (reason) => {
          this.cancelled = reason;
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** The middleware on its own, without an SDK around it. */
async function protectedStream(sources: readonly Source[], options: Options = {}, params: Params = PARAMS): Promise<ReadableStream<Part>> {
  const left = [...sources];
  const next = async (): Promise<StreamResult> => {
    if (left.length < sources.length) await new Promise((resolve) => setTimeout(resolve, 10));
    return { stream: left.shift()!.stream };
  };
  const unused = async (): Promise<GenerateResult> => Promise.reject(new Error('not asked'));
  const call = { doStream: next, doGenerate: unused, params, model: { doStream: next, doGenerate: unused } };
  const { stream } = await replyguardMiddleware({ guard, ...options }).wrapStream(call);
  return stream as ReadableStream<Part>;
}

async function partsOf(parts: readonly (Part | Error)[], options: Options = {}, params: Params = PARAMS): Promise<Part[]> {
  const sent: Part[] = [];
  const stream = await protectedStream([new Source(parts)], options, params);
  for await (const part of stream) sent.push(part);
  return sent;
}

async function contentOf(content: readonly (string | Part)[], options: Options = {}, params: Params = PARAMS): Promise<readonly Part[]> {
  const result = generated(...content) as GenerateResult;
  const next = async (): Promise<GenerateResult> => result;
  const unused = async (): Promise<StreamResult> => Promise.reject(new Error('not asked'));
  const call = { doGenerate: next, doStream: unused, params, model: { doGenerate: next, doStream: unused } };
  return (await replyguardMiddleware({ guard, ...options }).wrapGenerate(call)).content;
}

/** A text as a stream has it, in one piece. */
function text(id: string, whole: string): Part[] {
  return [mark('text-start', id), delta_(id, whole), mark('text-end', id)];
}

function brief(parts: readonly Part[]): string[] {
  return parts.map((part) => [part.type, 'id' in part ? part.id : '', 'delta' in part ? part.delta : ''].filter(Boolean).join(' '));
}

function said(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'text-delta' && 'delta' in part ? String(part.delta) : '')).join('');
}

const toolCall: Part = Object.assign({ type: 'tool-call' }, { toolCallId: 'c1', toolName: 'lookUp', input: '{}' });
const source: Part = Object.assign({ type: 'source' }, { sourceType: 'url', id: 's1', url: 'https://example.com' });

describe('parts of a stream', () => {
  it('are the very parts that came, where nothing is changed', async () => {
    const parts = [
      start(),
      mark('reasoning-start', 'r'),
      Object.assign(mark('reasoning-delta', 'r'), { delta: '给您三倍赔偿？不行。' }),
      mark('reasoning-end', 'r'),
      ...text('1', GOOD),
      source,
      toolCall,
      ...text('2', GOOD),
      Object.assign({ type: 'file' }, { mediaType: 'image/png', data: '' }),
      { type: 'something-new' },
    ];
    const sent = await partsOf(parts);
    expect(sent).toHaveLength(parts.length);
    for (const [at, part] of parts.entries()) expect(sent[at]).toBe(part);
  });

  it('are cut only where a release ends', async () => {
    const sent = await partsOf([mark('text-start'), delta_('1', '您好。我'), delta_('1', '查一下。'), mark('text-end')]);
    expect(brief(sent)).toEqual(['text-start 1', 'text-delta 1 您好。', 'text-delta 1 我', 'text-delta 1 查一下。', 'text-end 1']);
  });

  it('keep what the provider says of a text', async () => {
    const signed = Object.assign(delta_('1', BAD), { providerMetadata: { google: { signature: 'x' } } });
    const sent = await partsOf([mark('text-start'), signed, mark('text-end')]);
    expect(sent[1]).toEqual({ ...signed, delta: MENDED });
  });

  it('of a tool call come after the text before them, also where the text ends last', async () => {
    const parts = [mark('text-start'), delta_('1', BAD), mark('tool-input-start', 'c1'), toolCall, mark('text-end'), finish('tool-calls')];
    const sent = await partsOf(parts);
    expect(brief(sent)).toEqual(['text-start 1', `text-delta 1 ${MENDED}`, 'tool-input-start c1', 'tool-call', 'text-end 1', 'finish']);
  });

  it('of a tool call do not wait for the end where the text has ended', async () => {
    const stream = await protectedStream([new Source([...text('1', GOOD), toolCall, ...Array.from({ length: 9 }, () => mark('tool-input-delta', 'c2'))])]);
    const reader = stream.getReader();
    const sent = [];
    for (let at = 0; at < 4; at++) sent.push((await reader.read()).value!);
    expect(brief(sent)).toEqual(['text-start 1', `text-delta 1 ${GOOD}`, 'text-end 1', 'tool-call']);
    await reader.cancel();
  });

  it('tell nothing of an empty text, and pass it on', async () => {
    const parts = [mark('text-start'), mark('text-end'), ...text('2', ''), ...text('3', '\n'), toolCall, finish('tool-calls')];
    const options: Options = { context: { complaint: true }, failOn: 'warn' };
    expect(await partsOf(parts, options)).toEqual(parts);
    expect(await contentOf(['', toolCall], options)).toEqual([{ type: 'text', text: '' }, toolCall]);
  });
});

describe('several texts', () => {
  it('side by side are one reply: a promise cannot hide in the gap', async () => {
    const parts = [...text('1', '您好。我们给您三倍'), source, ...text('2', '赔偿。请您放心。'), finish()];
    const sent = await partsOf(parts);
    expect(said(sent)).toBe(`您好。${MENDED}请您放心。`);
    expect(brief(sent).map((part) => part.split(' ')[0])).toEqual(['text-start', 'text-delta', 'text-delta', 'text-end', 'source', 'finish']);
    expect(await contentOf(['您好。我们给您三倍', source, '赔偿。请您放心。'])).toEqual([{ type: 'text', text: said(sent) }, source]);
  });

  it('side by side do not grow together', async () => {
    const sent = await partsOf([...text('1', 'OK'), ...text('2', 'Triple refund for you.'), finish()], { onViolation: 'report' });
    expect(said(sent)).toBe('OKTriple refund for you.');
    expect(sent.at(-1)).toHaveProperty('providerMetadata.replyguard.report.findings.0.category', 'compensation');
    expect(await contentOf(['OK', 'Triple refund for you.'])).not.toHaveLength(2);
  });

  it('with a tool call between them are two replies, the first of which goes out first', async () => {
    const parts = [...text('1', GOOD), toolCall, ...text('2', BAD), finish('tool-calls')];
    expect(said(await partsOf(parts))).toBe(GOOD + MENDED);
    expect(await contentOf([GOOD, toolCall, BAD])).toEqual([{ type: 'text', text: GOOD }, toolCall, { type: 'text', text: MENDED }]);
  });

  it('written at once are told apart by their ids', async () => {
    const parts = [
      mark('text-start', 'a'),
      delta_('a', '我们给您三倍'),
      mark('text-start', 'b'),
      delta_('b', '您好。'),
      delta_('a', '赔偿。'),
      delta_('b', '我查一下。'),
      mark('text-end', 'a'),
      mark('text-end', 'b'),
      finish(),
    ];
    const sent = await partsOf(parts);
    const of = (id: string): string => said(sent.filter((part) => 'id' in part && part.id === id));
    expect(of('a')).toBe(MENDED);
    expect(of('b')).toBe('您好。我查一下。');
    expect(sent.filter(({ type }) => type === 'text-end')).toHaveLength(2);
  });

  it('need one apology in a turn, not one each', async () => {
    const options: Options = { context: { complaint: true }, failOn: 'warn' };
    const sent = await partsOf([...text('1', '非常抱歉给您带来不便！'), toolCall, ...text('2', '我帮您查一下。'), finish('tool-calls')], options);
    expect(sent.at(-1)).toHaveProperty('providerMetadata.replyguard.outcome', 'passed');
    const without = await partsOf([...text('1', '好的。'), toolCall, ...text('2', '我帮您查一下。'), finish('tool-calls')], options);
    expect(without.at(-1)).toHaveProperty('providerMetadata.replyguard.outcome', 'replaced');
    const content = ['非常抱歉给您带来不便！', toolCall, '我帮您查一下。'];
    expect(await contentOf(content, options)).toEqual(content.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)));
  });
});

describe('raw parts', () => {
  const raw = (words: string): Part => Object.assign({ type: 'raw' }, { rawValue: { choices: [{ delta: { content: words } }] } });
  const withRaw = (words: string): Part[] => [start(), raw(words), { type: 'response-metadata' }, ...text('1', words), raw(words), finish()];

  it('come with the text that they say too', async () => {
    const sent = await partsOf(withRaw(GOOD));
    expect(sent.filter(({ type }) => type === 'raw')).toHaveLength(2);
  });

  it('of an attempt are left out where the attempt was mended', async () => {
    const stream = await protectedStream([new Source(withRaw(BAD)), new Source(withRaw(BAD))], { onViolation: 'retry', maxRetries: 1 });
    const sent: Part[] = [];
    for await (const part of stream) sent.push(part);
    expect(said(sent)).toBe(MENDED);
    expect(JSON.stringify(sent.slice(0, -1))).not.toContain('三倍');
    expect(sent.filter(({ type }) => type === 'stream-start')).toHaveLength(1);
  });

  it('are left out where the text was changed', async () => {
    expect(JSON.stringify((await partsOf(withRaw(BAD))).slice(0, -1))).not.toContain('三倍');
  });
});

describe('structured output', () => {
  const params: Params = { ...PARAMS, responseFormat: { type: 'json' } };
  const json = JSON.stringify({ intent: 'refund', reply: `您好。${BAD}`, tags: ['guarantee', '三倍赔偿'], score: 1 });
  const mended = { intent: 'refund', reply: `您好。${MENDED}`, tags: ['guarantee', '三倍赔偿'], score: 1 };

  it('keeps its shape: only texts are read, and mended', async () => {
    const options: Options = { fields: ['reply'] };
    expect(JSON.parse(said(await partsOf(streamed(json), options, params)))).toEqual(mended);
    const [part] = await contentOf([json], options, params);
    expect(JSON.parse((part as { text: string } & Part).text)).toEqual(mended);
  });

  it('with several texts need not be sorry in each', async () => {
    const options: Options = { context: { complaint: true }, failOn: 'warn' };
    const several = JSON.stringify({ subject: '您的订单', reply: '我帮您查一下。' });
    expect(await contentOf([several], options, params)).toEqual([{ type: 'text', text: several }]);
    const single = JSON.stringify({ reply: '我帮您查一下。' });
    expect(await contentOf([single], options, params)).not.toEqual([{ type: 'text', text: single }]);
  });

  it('goes out whole, however long it is', async () => {
    const long = JSON.stringify({ reply: `${GOOD.repeat(400)}` });
    expect(said(await partsOf(streamed(long, 50), {}, params))).toBe(long);
  });

  it('is read in every text by default', async () => {
    const [part] = await contentOf([JSON.stringify({ a: { b: [BAD] } })], {}, params);
    expect(part).toMatchObject({ text: JSON.stringify({ a: { b: [MENDED] } }) });
  });

  it('that cannot be mended holds the safe reply, in the same place', async () => {
    const sent = await contentOf([JSON.stringify({ reply: BAD })], { guard: { ...guard, fix: (reply) => ({ reply, changes: [], unfixed: 'no' }) } }, params);
    expect(sent).toMatchObject([{ text: expect.stringMatching(/^\{"reply":"很抱歉/) as unknown }]);
  });

  it.each([`{"reply": "${BAD}`, `\`\`\`json\n{"reply": "${BAD}"}\n\`\`\``, BAD, `{"a": "\\u4e09", "reply": "${BAD}\\`])(
    'that is no JSON is read all the same: %j',
    async (words) => {
      expect(said(await partsOf(streamed(words), {}, params))).not.toContain('三倍');
    },
  );

  it('that is no JSON and says nothing bad goes out as it is', async () => {
    expect(said(await partsOf(streamed(`{"reply": "${GOOD}`), {}, params))).toBe(`{"reply": "${GOOD}`);
  });
});

describe('a stream that does not end well', () => {
  it('hands errors of the model on, and sends nothing that was held', async () => {
    const stream = await protectedStream([new Source([mark('text-start'), delta_('1', '您好。退款24小时内'), new Error('connection lost')])]);
    const sent: Part[] = [];
    const read = async (): Promise<void> => {
      for await (const part of stream) sent.push(part);
    };
    await expect(read()).rejects.toThrow('connection lost');
    expect(said(sent)).toBe('您好。');
  });

  it('hands error parts on, after what was said before them', async () => {
    const parts = [mark('text-start'), delta_('1', '您好。我查'), Object.assign({ type: 'error' }, { error: 'overloaded' }), finish('error')];
    const sent = await partsOf(parts);
    expect(brief(sent)).toEqual(['text-start 1', 'text-delta 1 您好。', 'text-delta 1 我查', 'error', 'finish']);
    expect(sent.at(-1)).toHaveProperty('providerMetadata.replyguard.outcome', 'passed');
  });

  it('is judged where it breaks off without an end', async () => {
    expect(said(await partsOf([mark('text-start'), delta_('1', '我们给您三倍赔偿')]))).not.toContain('三倍');
  });

  it('stops the model when nobody reads on', async () => {
    const from = new Source(streamed(GOOD));
    const reader = (await protectedStream([from])).getReader();
    await reader.read();
    await reader.cancel('gone');
    expect(from.cancelled).toBe('gone');
  });

  it('stops the model on a violation under throw', async () => {
    const from = new Source(streamed(BAD + GOOD.repeat(50)));
    const sent: Part[] = [];
    for await (const part of await protectedStream([from], { onViolation: 'throw' })) sent.push(part);
    expect(sent).toEqual([start(), { type: 'error', error: expect.any(ViolationError) as unknown }]);
    expect(String(from.cancelled)).toContain('ViolationError');
    expect(from.pulled).toBeLessThan(20);
  });

  it('does not ask for another reply where a tool was called already', async () => {
    const sources = [new Source([toolCall, ...text('1', BAD), finish('tool-calls')]), new Source(streamed(GOOD))];
    const sent: Part[] = [];
    for await (const part of await protectedStream(sources, { onViolation: 'retry' })) sent.push(part);
    expect(said(sent)).toBe(MENDED);
    expect(sources[1]!.pulled).toBe(0);
  });

  it('stops the retried model too', async () => {
    const [first, second] = [new Source(streamed(BAD)), new Source([...streamed(GOOD).slice(0, -1), new Error('lost again')])];
    const reader = (await protectedStream([first, second], { onViolation: 'retry' })).getReader();
    await reader.read();
    await expect(reader.read()).rejects.toThrow('lost again');
  });

  it('stops an attempt that was asked for when nobody reads any more', async () => {
    const sources = [new Source(streamed(BAD)), new Source(streamed(GOOD.repeat(9)))];
    const reader = (await protectedStream(sources, { onViolation: 'retry' })).getReader();
    await reader.read();
    const second = reader.read();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await reader.cancel('gone');
    expect(await second).toMatchObject({ done: true });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sources[1]!.pulled).toBe(0);
  });

  it('reads no faster than it is read', async () => {
    const from = new Source(Array.from({ length: 100 }, () => text('1', GOOD)).flat());
    const reader = (await protectedStream([from])).getReader();
    expect(from.pulled).toBe(0);
    await reader.read();
    expect(from.pulled).toBeLessThan(10);
    await reader.cancel();
  });
});

describe('what is said of the end', () => {
  it('stands beside what the provider says', async () => {
    const end = Object.assign(finish(), { providerMetadata: { other: { tier: 'flex' } } });
    const [sent] = (await partsOf([...text('1', GOOD), end])).slice(-1);
    expect(sent).toMatchObject({ providerMetadata: { other: { tier: 'flex' }, replyguard: { outcome: 'passed', attempts: 1 } }, usage: USAGE });
  });

  it('is plain JSON', async () => {
    for (const options of [{}, { onViolation: 'report' as const }, { guard: { ...guard, stream: (): never => { throw new Error('x'); } } }]) {
      const [sent] = (await partsOf([...text('1', BAD), finish()], options)).slice(-1);
      expect(JSON.parse(JSON.stringify(sent))).toEqual(sent);
    }
  });

  it('is nothing where nothing was said', async () => {
    expect(await partsOf([toolCall, finish('tool-calls')])).toEqual([toolCall, finish('tool-calls')]);
  });

  it('leaves tools that were called to be run, even if the check fails', async () => {
    const failing = { ...guard, stream: (): never => { throw new Error('x'); } };
    const [sent] = (await partsOf([...text('1', GOOD), toolCall, finish('tool-calls')], { guard: failing })).slice(-1);
    expect(sent).toMatchObject({ finishReason: { unified: 'tool-calls' } });
  });
});

describe('whatever the pieces', () => {
  const reply = '您好！我们给您三倍赔偿，请您放心。退款24小时内到账。谢谢！';

  it('not one character of a blocked sentence goes out', async () => {
    for (let first = 1; first < reply.length; first++) {
      for (let second = first; second < reply.length; second += 3) {
        const cut = [reply.slice(0, first), reply.slice(first, second), reply.slice(second)];
        const sent = await partsOf([mark('text-start'), ...cut.map((delta) => delta_('1', delta)), mark('text-end'), finish()]);
        const words = said(sent);
        expect(words).toBe(guard.fix(reply, { customer: '在吗', history: [] }, { failOn: 'block' }).reply);
        expect(words).not.toMatch(/三倍|24小时/);
      }
    }
  });
});
