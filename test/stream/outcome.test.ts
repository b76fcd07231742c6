import { describe, expect, it, vi } from 'vitest';
import { createGuard, protect, protectStream, protectTransform, ViolationError } from '../../src/index.ts';
import type { Context, Guard, ProtectOptions, Protected, StreamResult } from '../../src/index.ts';
import { SAFE_REPLY } from '../../src/stream/replacement.ts';

const guard = createGuard();
const us = createGuard({ policy: 'us-store' });

const CLEAN = '您好，在的。我帮您看一下物流。';
const BAD = '您好，在的。您的退款24小时内到账。还有什么可以帮您？';
const WORSE = '给您三倍赔偿。';
const MENDED = '您好，在的。退款通常需要3-5个工作日到账，具体以银行处理为准。还有什么可以帮您？';

/** What goes out and what becomes of a reply that is streamed by code unit. */
function streamed(guard_: Guard, reply: string, options: ProtectOptions = {}, context?: Context): { out: string; result: StreamResult } {
  const stream = protectStream(guard_, context, options);
  const out = reply.split('').map((unit) => stream.push(unit)).join('');
  const result = stream.end();
  return { out: out + result.release, result };
}

/** A guard whose check fails on the nth piece of a stream, and on any whole text. */
function failing(after = 0): Guard {
  return {
    ...guard,
    check: () => {
      throw new Error('out of order');
    },
    stream: (context, options) => {
      const stream = guard.stream(context, options);
      let pushed = 0;
      return {
        get violated() {
          return stream.violated;
        },
        soFar: () => stream.soFar(),
        push(delta) {
          if (++pushed > after) throw new Error('out of order');
          return stream.push(delta);
        },
        end: () => {
          throw new Error('out of order');
        },
      };
    },
  };
}

describe('a whole reply', () => {
  it('passes as it came', async () => {
    expect(await protect(guard, CLEAN)).toEqual({ text: CLEAN, outcome: 'passed', report: guard.check(CLEAN), attempts: 1 });
  });

  it('is mended where it breaks a rule', async () => {
    expect(await protect(guard, BAD)).toEqual({ text: MENDED, outcome: 'replaced', report: guard.check(BAD), attempts: 1 });
  });

  it('gives way to the safe reply where it cannot be mended', async () => {
    const hopeless: Guard = { ...guard, fix: (reply) => ({ reply, changes: [], unfixed: 'no way' }) };
    expect((await protect(hopeless, WORSE)).text).toBe(SAFE_REPLY.zh);
    expect((await protect(hopeless, WORSE, {}, { safeReply: '我们先核实一下。' })).text).toBe('我们先核实一下。');
    expect((await protect(hopeless, WORSE, {}, { safeReply: (report) => `先核实(${String(report?.findings.length)})。` })).text).toBe('先核实(1)。');
  });

  it('does not give way to a safe reply that breaks a rule itself', async () => {
    const hopeless: Guard = { ...guard, fix: (reply) => ({ reply, changes: [], unfixed: 'no way' }) };
    expect((await protect(hopeless, WORSE, {}, { safeReply: '退款今天一定到账。' })).text).toBe(SAFE_REPLY.zh);
  });

  it('with more findings than a report has room for is no better off', async () => {
    const lenient = createGuard({ policy: { extends: 'default', severities: { timeline: 'info' } } });
    const { text, outcome } = await protect(lenient, `${'退款24小时内到账。'.repeat(120)}${WORSE}`);
    expect([outcome, lenient.check(text).verdict]).toEqual(['replaced', 'pass']);
  });

  it('throws, without the words of the reply', async () => {
    const thrown = protect(guard, BAD, {}, { onViolation: 'throw' });
    await expect(thrown).rejects.toBeInstanceOf(ViolationError);
    await expect(thrown).rejects.toMatchObject({ released: false, path: 'reply', message: 'reply: expected nothing that breaks timeline/refund-arrival' });
  });

  it('is reported and sent', async () => {
    const { text, outcome, report } = await protect(guard, BAD, {}, { onViolation: 'report' });
    expect([text, outcome, report?.verdict]).toEqual([BAD, 'reported', 'block']);
  });

  it('is asked for again, with what to change', async () => {
    const regenerate = vi.fn((_feedback: string, attempt: number) => Promise.resolve(attempt === 1 ? WORSE : CLEAN));
    const result = await protect(guard, BAD, {}, { onViolation: 'retry' }, regenerate);
    expect([result.text, result.outcome, result.attempts]).toEqual([CLEAN, 'retried', 3]);
    expect(result.report).toEqual(guard.check(BAD));
    expect(regenerate.mock.calls.map(([feedback]) => feedback)).toEqual([expect.stringContaining('24小时内到账'), expect.stringContaining('三倍')]);
  });

  it('is mended where no retry helps, and retries are counted', async () => {
    const regenerate = vi.fn(() => Promise.resolve(BAD));
    const result = await protect(guard, WORSE, {}, { onViolation: 'retry', maxRetries: 1 }, regenerate);
    expect([result.text, result.outcome, result.attempts]).toEqual([MENDED, 'replaced', 2]);
    expect(regenerate).toHaveBeenCalledTimes(1);
  });

  it('passes on what the generator throws', async () => {
    const regenerate = (): Promise<string> => Promise.reject(new Error('aborted'));
    await expect(protect(guard, BAD, {}, { onViolation: 'retry' }, regenerate)).rejects.toThrow('aborted');
  });

  it('counts warnings as violations if told so', async () => {
    const cold = 'No refunds.';
    expect((await protect(us, cold)).outcome).toBe('passed');
    expect((await protect(us, cold, {}, { failOn: 'warn' })).outcome).toBe('replaced');
  });
});

describe('a failing check', () => {
  it('closes', async () => {
    const expected = { text: SAFE_REPLY.zh, outcome: 'failed-closed', report: null, error: 'out of order', attempts: 1 };
    expect(await protect(failing(), CLEAN)).toEqual(expected);
    expect(streamed(failing(), CLEAN).result).toEqual({ ...expected, release: SAFE_REPLY.zh });
  });

  it('opens if told so, and says so', async () => {
    const expected = { text: CLEAN, outcome: 'failed-open', report: null, error: 'out of order', attempts: 1 };
    expect(await protect(failing(), CLEAN, {}, { onError: 'open' })).toEqual(expected);
    const { out, result } = streamed(failing(9), CLEAN, { onError: 'open' });
    expect([out, result.text, result.outcome]).toEqual([CLEAN, CLEAN, 'failed-open']);
  });

  it('closes in the middle of a stream, after what was released', () => {
    const { out, result } = streamed(failing(9), CLEAN);
    expect([out, result.outcome]).toEqual([`您好，在的。${SAFE_REPLY.zh}`, 'failed-closed']);
  });

  it('never opens for a violation that is known', () => {
    const { out, result } = streamed(failing(20), BAD, { onError: 'open' });
    expect([out, result.outcome]).toEqual([`您好，在的。${SAFE_REPLY.zh}`, 'failed-closed']);
  });

  it('is a wrong context, too', () => {
    const wrong = JSON.parse('{"complain":true}') as Context;
    expect(streamed(guard, CLEAN, {}, wrong).result).toMatchObject({ outcome: 'failed-closed', error: expect.stringContaining('complain') as string });
  });

  it('is text that waits too long', () => {
    const endless = '我们看看，'.repeat(300);
    expect(streamed(guard, endless, { maxHeld: 1000 }).result).toMatchObject({ text: SAFE_REPLY.zh, outcome: 'failed-closed' });
    expect(streamed(guard, endless, { maxHeld: 1000, onError: 'open' }).result).toMatchObject({ text: endless, outcome: 'failed-open' });
    expect(streamed(guard, endless, { maxHeld: 1500 }).result.outcome).toBe('passed');
  });

  it('in the safe reply leaves the built-in one', async () => {
    const safeReply = (): string => {
      throw new Error('no template');
    };
    const hopeless: Guard = { ...guard, fix: (reply) => ({ reply, changes: [], unfixed: 'no way' }) };
    expect(await protect(hopeless, BAD, {}, { safeReply })).toMatchObject({ text: SAFE_REPLY.zh, outcome: 'failed-closed', error: 'no template' });
  });
});

describe('a streamed reply', () => {
  it('goes out sentence by sentence', () => {
    const stream = protectStream(guard);
    expect(stream.push('您好，在的。我帮您')).toBe('您好，在的。');
    expect(stream.push('看一下物流。\n')).toBe('我帮您看一下物流。');
    expect(stream.end()).toMatchObject({ release: '\n', text: '您好，在的。我帮您看一下物流。\n', outcome: 'passed' });
  });

  it('is mended from its first violation on', () => {
    const { out, result } = streamed(guard, BAD);
    expect([out, result.text, result.outcome]).toEqual([MENDED, MENDED, 'replaced']);
  });

  it('throws as soon as a violation is known', () => {
    const stream = protectStream(guard, {}, { onViolation: 'throw' });
    expect(stream.push('您好，在的。')).toBe('');
    expect(() => stream.push('退款24小时内到账。您')).toThrow(ViolationError);
    const late = protectStream(guard, {}, { onViolation: 'throw' });
    expect(late.push('您好，在的。退')).toBe('您好，在的。');
    late.push('款24小时内到账');
    expect(() => late.end()).toThrow(expect.objectContaining({ released: true }) as Error);
  });

  it('goes out as it comes under report', () => {
    const stream = protectStream(guard, {}, { onViolation: 'report' });
    expect(BAD.split('').map((unit) => stream.push(unit))).toEqual(BAD.split(''));
    expect(stream.end()).toMatchObject({ outcome: 'reported', release: '', text: BAD });
  });

  it('is asked for again only if nothing has gone out', async () => {
    const regenerate = vi.fn(() => Promise.resolve(CLEAN));
    const fresh = protectStream(guard, {}, { onViolation: 'retry' });
    fresh.push(WORSE);
    expect(await fresh.finish(regenerate)).toMatchObject({ release: CLEAN, text: CLEAN, outcome: 'retried', attempts: 2 });
    const late = protectStream(guard, {}, { onViolation: 'retry' });
    late.push(BAD);
    expect(await late.finish(regenerate)).toMatchObject({ text: MENDED, outcome: 'replaced' });
    expect(regenerate).toHaveBeenCalledTimes(1);
  });

  it('becomes nothing worse where the rest cannot be mended', () => {
    const hopeless: Guard = { ...us, fix: (reply) => ({ reply, changes: [], unfixed: 'no way' }) };
    const { out } = streamed(hopeless, "Thanks for waiting. I guarantee you'll get triple your money back.");
    expect(out).toBe(`Thanks for waiting. ${SAFE_REPLY.en}`);
  });
});

describe('a transform', () => {
  async function through(reply: string, options: Parameters<typeof protectTransform>[2]): Promise<string[]> {
    const source = new ReadableStream<string>({
      start(controller) {
        for (const unit of reply) controller.enqueue(unit);
        controller.close();
      },
    });
    const chunks: string[] = [];
    for await (const chunk of source.pipeThrough(protectTransform(guard, {}, options))) chunks.push(chunk);
    return chunks;
  }

  it('lets clean sentences through and mends the rest', async () => {
    const results: Protected[] = [];
    const chunks = await through(BAD, { onResult: (result) => results.push(result) });
    expect([chunks[0], chunks.join('')]).toEqual(['您好，在的。', MENDED]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['replaced']);
  });

  it('fails under throw', async () => {
    await expect(through(BAD, { onViolation: 'throw' })).rejects.toBeInstanceOf(ViolationError);
  });

  it('retries', async () => {
    expect(await through(WORSE, { onViolation: 'retry', regenerate: () => Promise.resolve(CLEAN) })).toEqual([CLEAN]);
  });

  it('reports', async () => {
    expect(await through(BAD, { onViolation: 'report' })).toEqual([...BAD]);
  });
});

describe('the safe reply', () => {
  it.each(Object.entries(SAFE_REPLY))('passes the check whatever is known: %s', (_language, text) => {
    const contexts: Context[] = [{}, { complaint: true }, { complaint: true, channel: 'public', evidenceRequests: 3 }, { resolved: true, verified: true }];
    for (const one of [guard, us]) for (const context of contexts) expect(one.check(text, context).findings).toEqual([]);
  });
});
