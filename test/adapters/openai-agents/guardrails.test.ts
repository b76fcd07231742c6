import { Agent, OutputGuardrailTripwireTriggered, Runner, tool, ToolInputGuardrailTripwireTriggered } from '@openai/agents';
import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { replyguardGuardrail, replyguardToolGuardrail } from '../../../src/adapters/openai-agents/index.ts';
import type { Context } from '../../../src/index.ts';
import { ADAPTER_CASES, contextOf, findingsOf, guard } from '../table.ts';

const runner = new Runner({ tracingDisabled: true });
const PRIVATE = '王小明您好，您的手机号13800138000，我们给您三倍赔偿。';

describe('the output guardrail', () => {
  it.each(ADAPTER_CASES)('$id: the findings of a plain check', async (given) => {
    const { execute } = replyguardGuardrail({ guard, context: (run: Context) => run });
    const { tripwireTriggered, outputInfo } = await execute({ agentOutput: given.reply, context: { context: contextOf(given) } });
    expect(tripwireTriggered).toBe(given.blocked);
    expect(outputInfo.findings).toEqual(
      findingsOf(given).map(({ category, rule, severity, start, end }) => ({ category, rule, severity, start, end })),
    );
  });

  it('trips the wire of a run, with no customer data in the error', async () => {
    const model = new ScriptedModel([[assistantMessage(PRIVATE)]]);
    const agent = new Agent({ name: 'shop', model, outputGuardrails: [replyguardGuardrail({ guard })] });
    const thrown = await runner.run(agent, '在吗').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(OutputGuardrailTripwireTriggered);
    expect(String(thrown)).toContain('compensation');
    expect(String(thrown)).not.toMatch(/王小明|13800138000|三倍/);
  });

  it('is told the context of the run', async () => {
    const guardrail = replyguardGuardrail({ guard, context: ({ paid }: { readonly paid: number }) => ({ paid }) });
    const ask = async (paid: number): Promise<unknown> => {
      const agent = new Agent<{ readonly paid: number }>({ name: 'shop', model: new ScriptedModel([[assistantMessage('给您退款80元。')]]), outputGuardrails: [guardrail] });
      return runner.run(agent, '在吗', { context: { paid } }).then(({ finalOutput }) => finalOutput, (error: unknown) => error);
    };
    expect(await ask(100)).toBe('给您退款80元。');
    expect(await ask(50)).toBeInstanceOf(OutputGuardrailTripwireTriggered);
  });

  it('reads the texts of a structured output', async () => {
    const { execute } = replyguardGuardrail({ guard, fields: ['reply'] });
    const check = async (agentOutput: unknown): Promise<boolean> => (await execute({ agentOutput, context: { context: undefined } })).tripwireTriggered;
    expect(await check({ reply: '给您三倍赔偿。' })).toBe(true);
    expect(await check({ tags: ['给您三倍赔偿。'], reply: '您好。' })).toBe(false);
  });

  it('fails closed by default, and says no more than the kind of error', async () => {
    const failing = { ...guard, check: (): never => { throw new RangeError('13800138000'); } };
    const call = { agentOutput: '您好。', context: { context: undefined } };
    expect(await replyguardGuardrail({ guard: failing }).execute(call)).toEqual({
      tripwireTriggered: true,
      outputInfo: { verdict: null, findings: [], error: 'RangeError' },
    });
    expect(await replyguardGuardrail({ guard: failing, onError: 'open' }).execute(call)).toMatchObject({ tripwireTriggered: false });
    const context = (): never => { throw new TypeError('no such case'); };
    expect(await replyguardGuardrail({ guard, context }).execute(call)).toMatchObject({ tripwireTriggered: true, outputInfo: { error: 'TypeError' } });
  });
});

describe('the tool guardrail', () => {
  const tools = { issueRefund: { text: 'note', amounts: [{ field: 'amount', kind: 'refund' }] } } as const;

  async function refund(options: Partial<Parameters<typeof replyguardToolGuardrail>[0]>, ...calls: readonly { amount: number; note: string }[]): Promise<{ paid: number[]; model: ScriptedModel }> {
    const paid: number[] = [];
    const guardrail = replyguardToolGuardrail<unknown>({ guard, tools, context: { paid: 100, lang: 'en' }, ...options });
    const issueRefund = tool({
      name: 'issueRefund',
      description: '',
      parameters: z.object({ amount: z.number(), note: z.string() }),
      execute: ({ amount }) => {
        paid.push(amount);
        return 'done';
      },
      inputGuardrails: [guardrail],
    });
    const steps = calls.map((given, at) => [functionCall('issueRefund', given, { callId: `c${at}` })]);
    const model = new ScriptedModel([...steps, [assistantMessage('您好。')]]);
    await runner.run(new Agent({ name: 'shop', model, tools: [issueRefund] }), '在吗');
    return { paid, model };
  }

  it('does not let the tool run, and tells the model what to change', async () => {
    const { paid, model } = await refund({}, { amount: 300, note: '退款24小时内到账。' }, { amount: 100, note: '您好。' });
    expect(paid).toEqual([100]);
    expect(JSON.stringify(model.calls[1]!.request.input)).toContain('Give at most ¥100, or escalate.');
  });

  it('ends the run under throw', async () => {
    const thrown = await refund({ onViolation: 'throw' }, { amount: 300, note: '退款24小时内到账。' }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ error: expect.any(ToolInputGuardrailTripwireTriggered) as unknown });
    expect(String(thrown)).not.toContain('24');
  });

  it('counts what was given before', async () => {
    const { paid } = await refund({ given: () => ({ refund: 50 }) }, { amount: 60, note: '您好。' }, { amount: 50, note: '您好。' });
    expect(paid).toEqual([50]);
  });

  it('does not let the tool run where the check fails', async () => {
    const context = (): never => { throw new Error('no such case'); };
    expect((await refund({ context }, { amount: 1, note: '您好。' })).paid).toEqual([]);
  });
});
