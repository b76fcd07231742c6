import { describe, expect, it } from 'vitest';
import { replyguardProcessor } from '../../../src/adapters/mastra/index.ts';
import type { MastraOptions } from '../../../src/adapters/mastra/index.ts';
import { REPROCESS_KEY } from '../../../src/adapters/mastra/processor.ts';
import type { Part } from '../../../src/adapters/mastra/types.ts';
import { guard } from '../table.ts';

type Chunk = Part & { readonly payload?: { readonly id?: string; readonly text?: string } };

/** A run of the processor alone, part by part, as any version of Mastra may drive it. */
function run(options: Partial<MastraOptions> = {}) {
  const processor = replyguardProcessor({ guard, ...options });
  const state: Record<string, unknown> = {};
  const abort = (reason?: string): never => {
    throw new Error(`aborted: ${reason}`);
  };
  const give = async (part: Chunk): Promise<Chunk[]> => {
    const emitted: Chunk[] = [];
    for (let next: Chunk | undefined = part; next !== undefined; ) {
      const out: Chunk | null = await processor.processOutputStream({ part: next, state, abort });
      if (out !== null) emitted.push(out);
      next = state[REPROCESS_KEY] as Chunk | undefined;
      delete state[REPROCESS_KEY];
    }
    return emitted;
  };
  const text = (words: string) => give({ type: 'text-delta', payload: { id: 'text', text: words } });
  const end = () => processor.processOutputStep({ messageList: 'list', state, abort });
  return { give, text, end };
}

const typesOf = (parts: readonly Chunk[]) => parts.map(({ type }) => type);

describe('parts', () => {
  it('the rest of a reply, the end of its text and the part that closes it come in this order', async () => {
    const { give, text } = run();
    expect(typesOf(await give({ type: 'text-start', payload: { id: 'text' } }))).toEqual(['text-start']);
    expect(await text('您好，请问您想了')).toEqual([]);
    expect(await give({ type: 'text-end', payload: { id: 'text' } })).toEqual([]);
    const last = await give({ type: 'finish' });
    expect(typesOf(last)).toEqual(['text-delta', 'text-end', 'finish']);
    expect(last[0]?.payload?.text).toBe('您好，请问您想了');
  });

  it('a text that is never ended is decided at the end of the step all the same', async () => {
    const { give, text } = run();
    await text('给您三倍赔偿。');
    const last = await give({ type: 'step-finish' });
    expect(typesOf(last)).toEqual(['text-delta', 'step-finish']);
    expect(last[0]?.payload?.text).not.toContain('三倍');
  });

  it('text after a tool call of the same step is another reply, ended where its text ends', async () => {
    const { give, text, end } = run();
    await text('您好，我先查一下');
    expect(typesOf(await give({ type: 'tool-call' }))).toEqual(['text-delta', 'tool-call']);
    await text('给您三倍赔偿。');
    expect(typesOf(await give({ type: 'text-end', payload: { id: 'text' } }))).toEqual(['text-delta', 'text-end']);
    expect(end()).toBe('list');
    // The next step begins anew: the end of a text is no end of a reply yet.
    await text('您好，请问');
    expect(await give({ type: 'text-end', payload: { id: 'text' } })).toEqual([]);
  });

  it('throw: whatever comes after the tripwire, no text goes out', async () => {
    const { give, text } = run({ onViolation: 'throw' });
    await expect(text('给您三倍赔偿。请')).rejects.toThrow(/^aborted: .*compensation/);
    expect(await text('感谢您的耐心等待。')).toEqual([]);
    expect(await give({ type: 'text-end', payload: { id: 'text' } })).toEqual([]);
    expect(typesOf(await give({ type: 'finish' }))).toEqual(['finish']);
  });

  it('retry: text after a rejected reply of the same step does not go out', async () => {
    const { give, text, end } = run({ onViolation: 'retry' });
    await text('给您三倍赔偿。');
    expect(await give({ type: 'tool-call' })).toEqual([]);
    expect(await text('您好。')).toEqual([]);
    expect(end).toThrow(/^aborted: - /);
    expect(end()).toBe('list');
  });

  it('what Mastra left under the key and never sent back holds up nothing', async () => {
    const processor = replyguardProcessor({ guard });
    const state: Record<string, unknown> = {};
    const abort = (): never => {
      throw new Error('aborted');
    };
    const give = (part: Chunk) => processor.processOutputStream({ part, state, abort });
    await give({ type: 'text-delta', payload: { id: 'text', text: '您好' } });
    await give({ type: 'text-end', payload: { id: 'text' } });
    await give({ type: 'finish' });
    expect(await give({ type: 'text-delta', payload: { id: 'text', text: '给您三倍赔偿。' } })).toBeNull();
  });

  it('messages of another shape are no reason to let a text out', async () => {
    const processor = replyguardProcessor({ guard });
    const db = () => {
      throw new Error('no such list');
    };
    const state: Record<string, unknown> = {};
    const abort = (): never => {
      throw new Error('aborted');
    };
    const part: Chunk = { type: 'text-delta', payload: { id: 'text', text: '给您三倍赔偿。' } };
    expect(await processor.processOutputStream({ part, state, abort, messageList: { get: { all: { db } } } })).toBeNull();
    expect(await processor.processOutputStream({ part: { type: 'finish' }, state, abort })).toEqual({ type: 'finish' });
  });
});
