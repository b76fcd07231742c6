import { describe, expect, it } from 'vitest';
import { assertToolCall, checkToolCall, ToolCallError, toolCallFeedback } from '../../../src/adapters/tool-calls/index.ts';
import { guard } from '../table.ts';

const tools = {
  send_reply: { text: 'message' },
  issue_refund: { text: 'note', amounts: [{ field: 'amount', kind: 'refund' }] },
} as const;

describe('assertToolCall', () => {
  it('stops a call, and says so without the words of the reply', () => {
    const call = { name: 'send_reply', arguments: { message: '王小明您好，给您三倍赔偿。' } };
    expect(() => assertToolCall(guard, call, { tools })).toThrow(ToolCallError);
    try {
      assertToolCall(guard, call, { tools });
    } catch (error) {
      expect(String(error)).toBe('ToolCallError: message：不得违反 compensation/multiple。');
    }
  });

  it('lets through what is below failOn, and returns it', () => {
    const call = { name: 'issue_refund', arguments: { amount: 5 } };
    expect(assertToolCall(guard, call, { tools }).verdict).toBe('warn');
    expect(() => assertToolCall(guard, call, { tools, failOn: 'warn' })).toThrow(ToolCallError);
  });
});

describe('the language of what is said', () => {
  const han = /\p{Script=Han}/u;
  const chinese = { message: '退款24小时内到账。' };
  const english = { message: 'Your refund will be in your account within 24 hours.' };

  /** Everything that is said of a call with a faulty text, a faulty amount and one that is none. */
  function saidOf(text: { message: string }, lang?: 'zh' | 'en'): { readonly error: string; readonly feedback: string; readonly expected: string } {
    const call = { name: 'pay', arguments: { ...text, amount: 150, coupon: 'none' } };
    const amounts = [{ field: 'amount', kind: 'refund' }, { field: 'coupon', kind: 'coupon' }] as const;
    try {
      assertToolCall(guard, call, { tools: { pay: { text: 'message', amounts } }, context: { paid: 100, ...(lang === undefined ? {} : { lang }) } });
    } catch (error) {
      if (error instanceof ToolCallError) return { error: error.message, feedback: toolCallFeedback(error.report.findings), expected: error.expected };
    }
    throw new Error('the call was not stopped');
  }

  it.each([
    ['that of the texts', chinese, undefined],
    ['that of the context', english, 'zh'],
  ] as const)('is one, %s: Chinese', (_, text, lang) => {
    const { error, feedback } = saidOf(text, lang);
    expect(error).toBe('message：不得违反 timeline/refund-arrival。coupon：coupon应为不小于0的金额，币种须已知。amount：最多100元，或转上级处理。');
    expect(feedback.split('\n').slice(1)).toEqual([
      '- coupon：无法检查。coupon应为不小于0的金额，币种须已知。',
      '- amount：退款150元超过上限100元。最多100元，或转上级处理。',
    ]);
    expect(feedback).not.toMatch(/[a-z]{3,} [a-z]{3,}/i);
  });

  it.each([
    ['that of the texts', english, undefined],
    ['that of the context', chinese, 'en'],
  ] as const)('is one, %s: English', (_, text, lang) => {
    const { error, feedback } = saidOf(text, lang);
    expect(error).toBe(
      'message: Must not break timeline/refund-arrival. coupon: coupon must be an amount ≥ 0 of a known currency. amount: Give at most ¥100, or escalate.',
    );
    expect(feedback).not.toMatch(han);
  });

  it('is the policy’s where a call has no text', () => {
    const report = checkToolCall(guard, { name: 'issue_refund', arguments: 'none' }, { tools });
    expect(report).toMatchObject({ language: 'zh', findings: [{ message: '无法检查。', advice: '参数应为一个对象。', expected: '一个对象' }] });
  });
});

it('refuses an option of another name', () => {
  const options = { tools, contxt: { paid: 100 } };
  expect(() => checkToolCall(guard, { name: 'send_reply', arguments: {} }, options)).toThrow('options.contxt: expected no field of this name');
});

describe('toolCallFeedback', () => {
  it('tells the model what to do instead, one line for each finding', () => {
    const call = { name: 'issue_refund', arguments: { amount: 150, note: '退款24小时内到账。' } };
    const { findings } = checkToolCall(guard, call, { tools, context: { paid: 100, lang: 'en' } });
    const lines = toolCallFeedback(findings).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('- amount: A refund of ¥150 is over the limit of ¥100. Give at most ¥100, or escalate.');
  });
});
