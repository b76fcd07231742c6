import { describe, expect, it } from 'vitest';
import type { Talk } from '../../../src/adapters/shared/options.ts';
import { afterSaying, judgeFor } from '../../../src/adapters/shared/request.ts';
import { talkOf } from '../../../src/adapters/shared/talk.ts';
import type { Context, Turn } from '../../../src/index.ts';
import { guard } from '../table.ts';

const customer = (text: string): Turn => ({ role: 'customer', text });
const agent = (text: string): Turn => ({ role: 'agent', text });

describe('talkOf', () => {
  it('takes the last words of the customer, and everything else as history', () => {
    const turns = [customer('a'), agent('b'), customer('c'), agent('d'), agent(' ')];
    expect(talkOf(turns)).toEqual({ customer: 'c', history: [customer('a'), agent('b'), agent('d')] });
  });

  it('knows no customer where none has spoken', () => {
    expect(talkOf([agent('hi')])).toEqual({ history: [agent('hi')] });
  });
});

describe('judgeFor', () => {
  it('lets the request go over the adapter, and the adapter over the messages', async () => {
    const context = { paid: 5, tier: 'senior', customer: undefined } as const;
    const judge = await judgeFor({ guard, context }, null, [customer('hello')], { paid: 7 });
    expect(judge.context).toEqual({ paid: 7, tier: 'senior', customer: 'hello', history: [] });
  });

  it('asks a function with the request and the talk', async () => {
    const context = async (paid: number, { customer: said }: Talk): Promise<Context> => ({ paid, complaint: said === '锅是裂的!' });
    const judge = await judgeFor({ guard, context }, 9, [customer('锅是裂的!')], undefined);
    expect(judge.context).toEqual({ paid: 9, complaint: true, customer: '锅是裂的!', history: [] });
  });

  it('hands what was said on to the next reply of the turn', async () => {
    const judge = await judgeFor({ guard, context: { complaint: true } }, null, [], undefined);
    expect(afterSaying(judge, '我查一下。').context).toEqual({ complaint: true, history: [agent('我查一下。')] });
    expect(afterSaying(judge, '非常抱歉，我查一下。').context).toMatchObject({ apologized: true });
  });

  it.each<[string, () => never, unknown]>([
    ['a function that fails', () => { throw new Error('no database'); }, undefined],
    ['an unknown field', () => { throw new Error('not asked'); }, { piad: 7 }],
  ])('fails every check on %s', async (_what, context, own) => {
    const judge = await judgeFor(own === undefined ? { guard, context } : { guard }, null, [], own);
    expect(() => judge.guard.check('您好')).toThrow(own === undefined ? 'no database' : 'piad: expected no field of this name');
    expect(judge.guard.policy).toBe(guard.policy);
  });

  it('remembers an apology of the same talk, where it matters', async () => {
    const sorry = [customer('锅是裂的!'), agent('非常抱歉给您带来不便，我查一下。')];
    const remembered = async (own: object, turns = sorry): Promise<unknown> => (await judgeFor({ guard }, null, turns, own)).context.apologized;
    expect(await remembered({ complaint: true })).toBe(true);
    expect(await remembered({ complaint: true, apologized: false })).toBe(false);
    expect(await remembered({})).toBeUndefined();
    expect(await remembered({ complaint: true }, [customer('抱歉,锅是裂的!'), agent('我查一下。')])).toBeUndefined();
  });
});
