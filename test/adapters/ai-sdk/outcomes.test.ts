import { describe, expect, it } from 'vitest';
import { ViolationError } from '../../../src/index.ts';
import { ADAPTER_CASES, findingsOf, guard } from '../table.ts';
import { generated, SDKS, streamed, USAGE } from './harness.ts';

const BAD = '亲，您好！我们给您三倍赔偿。请您放心。';
const GOOD = '亲，您好！核实后会尽快回复您。';
const MENDED = '亲，您好！核实属实后可以为您办理全额退款。请您放心。';
const SAFE = '很抱歉给您带来不便，您的问题我们需要先核实一下，核实后会尽快回复您。';

describe.each(SDKS)('$name', (sdk) => {
  describe.each(ADAPTER_CASES)('$id', (given) => {
    const request = { messages: [...given.history, { role: 'customer', text: given.customer }], replyguard: given.context } as const;

    it('generated: the findings of a plain check', async () => {
      const { metadata, text } = await sdk.generate({ generate: [generated(given.reply)] }, { onViolation: 'report' }, request);
      expect(metadata).toMatchObject({ outcome: given.blocked ? 'reported' : 'passed', attempts: 1 });
      expect(metadata).toHaveProperty('report.findings', findingsOf(given));
      expect(text).toBe(given.reply);
    });

    it('streamed: the findings of a plain check', async () => {
      for (const onViolation of ['report', 'replace'] as const) {
        const { metadata, text } = await sdk.stream({ stream: [streamed(given.reply)] }, { onViolation }, request);
        expect(metadata).toHaveProperty('report.findings', findingsOf(given));
        expect(text === given.reply).toBe(onViolation === 'report' || !given.blocked);
      }
    });
  });

  describe('generated', () => {
    it('replace: mends the reply, by default', async () => {
      const { text, metadata, finishReason } = await sdk.generate({ generate: [generated(BAD)] });
      expect(text).toBe(MENDED);
      expect(metadata).toMatchObject({ outcome: 'replaced', attempts: 1, report: { verdict: 'block' } });
      expect(finishReason).toBe('stop');
    });

    it('throw: the error reaches the caller as it is', async () => {
      const thrown = await sdk.generate({ generate: [generated(BAD)] }, { onViolation: 'throw' }).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(ViolationError);
      expect(thrown).toMatchObject({ released: false, report: { verdict: 'block' } });
      expect(String(thrown)).not.toContain('三倍');
    });

    it('retry: asks the model again with feedback, and counts what both attempts used', async () => {
      const { text, metadata, usage, calls } = await sdk.generate({ generate: [generated(BAD), generated(GOOD)] }, { onViolation: 'retry' });
      expect(text).toBe(GOOD);
      expect(metadata).toMatchObject({ outcome: 'retried', attempts: 2, report: { verdict: 'block' } });
      expect(usage).toEqual({ inputTokens: 2 * USAGE.inputTokens.total, outputTokens: 2 * USAGE.outputTokens.total });
      expect(calls).toHaveLength(2);
      const [assistant, user] = calls[1]!.prompt.slice(-2);
      expect(assistant).toMatchObject({ role: 'assistant', content: [{ type: 'text', text: BAD }] });
      expect(user).toMatchObject({ role: 'user', content: [{ type: 'text', text: expect.stringContaining('三倍赔偿') as unknown }] });
    });

    it('retry: mends the last attempt when there is no more', async () => {
      const { text, metadata, calls } = await sdk.generate(
        { generate: [generated(BAD), generated(BAD), generated(BAD)] },
        { onViolation: 'retry', maxRetries: 2 },
      );
      expect(text).toBe(MENDED);
      expect(metadata).toMatchObject({ outcome: 'replaced', attempts: 3 });
      expect(calls).toHaveLength(3);
      expect(calls[2]!.prompt).toHaveLength(3);
    });

    it('a failing check: closed by default, open by option, both visible', async () => {
      const failing = { ...guard, check: (): never => { throw new Error('out of order'); } };
      const closed = await sdk.generate({ generate: [generated(GOOD)] }, { guard: failing });
      expect(closed).toMatchObject({ text: SAFE, finishReason: 'content-filter' });
      expect(closed.metadata).toEqual({ outcome: 'failed-closed', attempts: 1, report: null, error: 'out of order' });
      const open = await sdk.generate({ generate: [generated(GOOD)] }, { guard: failing, onError: 'open' });
      expect(open).toMatchObject({ text: GOOD, finishReason: 'stop', metadata: { outcome: 'failed-open', error: 'out of order' } });
    });
  });

  describe('streamed', () => {
    it('replace: lets clean sentences go and mends the rest', async () => {
      const { text, deltas, metadata, finishReason } = await sdk.stream({ stream: [streamed(BAD)] });
      expect(text).toBe(MENDED);
      expect(deltas.join('')).toBe(MENDED);
      expect(metadata).toMatchObject({ outcome: 'replaced', attempts: 1 });
      expect(finishReason).toBe('stop');
    });

    it('throw: ends the stream with an error, after the clean sentences and before the bad one', async () => {
      const { error, deltas } = await sdk.stream({ stream: [streamed(BAD)] }, { onViolation: 'throw' });
      expect(deltas.join('')).toBe('亲，您好！');
      expect(error).toBeInstanceOf(ViolationError);
      expect(error).toMatchObject({ released: true });
    });

    it('retry: as long as nothing has gone out', async () => {
      const bad = '我们给您三倍赔偿。请您放心。';
      const { deltas, metadata, usage, calls, parts } = await sdk.stream({ stream: [streamed(bad), streamed(GOOD)] }, { onViolation: 'retry' });
      expect(deltas.join('')).toBe(GOOD);
      expect(metadata).toMatchObject({ outcome: 'retried', attempts: 2 });
      expect(usage.outputTokens).toBe(10);
      expect(calls[1]!.prompt.at(-2)).toMatchObject({ role: 'assistant', content: [{ text: bad }] });
      expect(parts.filter(({ type }) => type === 'text-start')).toHaveLength(1);
    });

    it('retry: as replace where something has gone out', async () => {
      const { text, metadata, calls } = await sdk.stream({ stream: [streamed(BAD), streamed(GOOD)] }, { onViolation: 'retry' });
      expect(text).toBe(MENDED);
      expect(metadata).toMatchObject({ outcome: 'replaced', attempts: 1 });
      expect(calls).toHaveLength(1);
    });

    it('retry: mends the last attempt when there is no more', async () => {
      const bad = '我们给您三倍赔偿。';
      const { text, metadata, usage } = await sdk.stream({ stream: [streamed(bad), streamed(BAD)] }, { onViolation: 'retry', maxRetries: 1 });
      expect(text).toBe(MENDED);
      expect(metadata).toMatchObject({ outcome: 'replaced', attempts: 2 });
      expect(usage.inputTokens).toBe(20);
    });

    it('report: holds nothing back', async () => {
      const { deltas, metadata } = await sdk.stream({ stream: [streamed(BAD)] }, { onViolation: 'report' });
      expect(deltas).toHaveLength(Math.ceil(BAD.length / 2));
      expect(metadata).toMatchObject({ outcome: 'reported' });
    });

    it('a failing check: closed by default, open by option, both visible', async () => {
      const failing = { ...guard, stream: (): never => { throw new Error('out of order'); } };
      const closed = await sdk.stream({ stream: [streamed(GOOD)] }, { guard: failing });
      expect(closed).toMatchObject({ text: SAFE, finishReason: 'content-filter', metadata: { outcome: 'failed-closed', error: 'out of order' } });
      const open = await sdk.stream({ stream: [streamed(GOOD)] }, { guard: failing, onError: 'open' });
      expect(open).toMatchObject({ text: GOOD, metadata: { outcome: 'failed-open' } });
    });

    it('a sentence without end is not held for ever', async () => {
      const long = '好'.repeat(60);
      const closed = await sdk.stream({ stream: [streamed(long)] }, { maxHeld: 50 });
      expect(closed).toMatchObject({ text: SAFE, metadata: { outcome: 'failed-closed' } });
      const open = await sdk.stream({ stream: [streamed(long)] }, { maxHeld: 50, onError: 'open' });
      expect(open.text).toBe(long);
    });
  });

  describe('the context', () => {
    it('of a request goes over that of the middleware, and the provider never sees it', async () => {
      const { metadata, calls } = await sdk.generate(
        { generate: [generated('给您退款80元。')] },
        { onViolation: 'report', context: { paid: 100 } },
        { replyguard: { paid: 50 } },
      );
      expect(metadata).toMatchObject({ outcome: 'reported' });
      expect(calls[0]!.providerOptions).toEqual({ other: { seed: 1 } });
    });

    it('may be a function of the request', async () => {
      const { metadata } = await sdk.stream(
        { stream: [streamed('我帮您查一下。')] },
        { failOn: 'warn', context: ({ prompt }, { customer }) => ({ complaint: prompt.length === 1 && customer === '锅是裂的！' }) },
        { messages: [{ role: 'customer', text: '锅是裂的！' }] },
      );
      expect(metadata).toMatchObject({ outcome: 'replaced', report: { findings: [{ category: 'no-apology' }] } });
    });

    it('that is wrong fails closed, and says where', async () => {
      const { text, metadata } = await sdk.stream({ stream: [streamed(GOOD)] }, {}, { replyguard: { piad: 50 } });
      expect(text).toBe(SAFE);
      expect(metadata).toMatchObject({ outcome: 'failed-closed', error: 'piad: expected no field of this name' });
    });
  });
});
