import { AIMessage, AIMessageChunk, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import { isAnswer, plain, textOf, turnsOf, withText } from '../../../src/adapters/langchain/messages.ts';

describe('messages of LangChain', () => {
  it('the texts of a list of blocks are one text', () => {
    expect(textOf(new AIMessage({ content: [{ type: 'text', text: '给您三' }, { type: 'reasoning', reasoning: 'hm' }, { type: 'text', text: '倍赔偿。' }] }))).toBe('给您三倍赔偿。');
    // Words that would grow together are kept apart.
    expect(textOf(new AIMessage({ content: [{ type: 'text', text: 'a full' }, { type: 'text', text: 'refund' }] }))).toBe('a full\nrefund');
    expect(textOf({ type: 'ai', content: 12 })).toBe('');
  });

  it('customer and agent speak, nobody else', () => {
    expect(turnsOf([new SystemMessage('be kind'), new HumanMessage('在吗'), new AIMessage('在的'), { type: 'tool', content: '已发货' }])).toEqual([
      { role: 'customer', text: '在吗' },
      { role: 'agent', text: '在的' },
    ]);
  });

  it('only what the model says is an answer', () => {
    expect(isAnswer(new AIMessage('x'))).toBe(true);
    expect(isAnswer(new AIMessageChunk('x'))).toBe(true);
    expect(isAnswer(new HumanMessage('x'))).toBe(false);
    expect(isAnswer({ structuredResponse: {}, messages: [] })).toBe(false);
    expect(isAnswer(null)).toBe(false);
  });

  it('another text: class, id, calls and usage stay, streamed calls too', () => {
    const message = new AIMessageChunk({
      content: '给您三倍赔偿。',
      id: 'answer',
      tool_call_chunks: [{ name: 'look_up', args: '{"order":"1"}', id: 'call', index: 0, type: 'tool_call_chunk' }],
    });
    Object.assign(message, { usage_metadata: { input_tokens: 1, output_tokens: 2, total_tokens: 3 } });
    const other = withText(message, '您好。', { mark: 1 });
    expect(other).toBeInstanceOf(AIMessageChunk);
    expect(other).toMatchObject({
      id: 'answer',
      content: '您好。',
      tool_calls: [{ name: 'look_up', args: { order: '1' }, id: 'call' }],
      usage_metadata: { total_tokens: 3 },
      response_metadata: { mark: 1 },
    });
    expect(JSON.stringify(other)).not.toContain('三倍');
    expect(message.content).toBe('给您三倍赔偿。');
  });

  it('entries of the provider that repeat the old text go, in whatever notation; the others stay', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const text = 'We will "triple"\nyour money.';
    const message = new AIMessage({
      content: text,
      response_metadata: { output: [{ content: [{ text }] }], model: 'm', circular, nested: JSON.stringify({ kept: true }) },
      additional_kwargs: { raw: text, body: JSON.stringify({ text }), kept: { n: 1 } },
    });
    const other = withText(message, 'Hello.', {});
    expect(other.response_metadata).toEqual({ model: 'm', nested: '{"kept":true}' });
    expect(other.additional_kwargs).toEqual({ kept: { n: 1 } });
  });

  it('the same text: everything stays', () => {
    const message = new AIMessage({ content: [{ type: 'text', text: '您好' }], response_metadata: { output: '您好' } });
    expect(withText(message, '您好', { mark: 1 })).toMatchObject({ content: [{ type: 'text', text: '您好' }], response_metadata: { output: '您好', mark: 1 } });
  });

  it('a plain message has its text and nothing else', () => {
    const message = plain(new AIMessage({ content: 'x', id: 'answer', tool_calls: [{ name: 'look_up', args: {}, id: 'call' }] }), 'y');
    expect(message).toMatchObject({ content: 'y', tool_calls: [] });
    expect(message.id).toBeUndefined();
  });
});
