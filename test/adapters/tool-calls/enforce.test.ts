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
      expect(String(error)).toBe('ToolCallError: message: expected nothing that breaks compensation/multiple');
    }
  });

  it('lets through what is below failOn, and returns it', () => {
    const call = { name: 'issue_refund', arguments: { amount: 5 } };
    expect(assertToolCall(guard, call, { tools }).verdict).toBe('warn');
    expect(() => assertToolCall(guard, call, { tools, failOn: 'warn' })).toThrow(ToolCallError);
  });
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
