import { describe, expect, it } from 'vitest';
import { parseLabelled, readCorrections, toFixture } from '../../src/testing/corpus.ts';
import { evaluate } from '../../src/testing/evaluate.ts';
import { wordChecker } from './stub.ts';

const line = { id: 'x-1', lang: 'zh' as const, policy: 'default', reply: '今晚到账', labels: ['timeline' as const], allowed: [] };

describe('toFixture', () => {
  it('leaves out what equals a default, and keeps the words', () => {
    const context = { complaint: false, channel: 'private', evidenceRequests: 0, customer: '钱呢' };
    expect(toFixture({ ...line, context, span: { timeline: '今晚' }, why: 'fast' })).toEqual({
      id: 'x-1',
      lang: 'zh',
      reply: '今晚到账',
      context: { customer: '钱呢' },
      labels: ['timeline'],
      mark: { timeline: '今晚' },
      why: 'fast',
    });
    expect(toFixture({ ...line, labels: [] })).toEqual({ id: 'x-1', lang: 'zh', reply: '今晚到账', good: true });
  });

  it('may be run on what it wrote', () => {
    const once = toFixture({ ...line, span: { timeline: '今晚' } });
    const [again] = parseLabelled(JSON.stringify(once), 'a.jsonl');
    expect(again === undefined ? undefined : toFixture(again)).toEqual(once);
  });

  it('corrects labels, and drops the marks of labels that are gone', () => {
    const correction = { id: 'x-1', was: ['timeline' as const], labels: ['guarantee' as const], allowed: ['timeline' as const], reason: 'why' };
    expect(toFixture({ ...line, span: { timeline: '今晚' } }, correction)).toEqual({
      id: 'x-1',
      lang: 'zh',
      reply: '今晚到账',
      labels: ['guarantee'],
      allowed: ['timeline'],
      why: 'why',
    });
  });

  it('refuses a correction that was written for other labels', () => {
    expect(() => toFixture(line, { id: 'x-1', was: ['cold'], reason: 'why' })).toThrow(/is for \[cold\]/);
  });

  it('refuses real chats', () => {
    expect(() => toFixture({ ...line, from: { corpus: 'A' } })).toThrow(/real chats/);
    expect(() => toFixture({ ...line, id: 'rjd-001' })).toThrow(/real chats/);
  });
});

describe('readCorrections', () => {
  it('refuses a correction with no reason and an id that stands twice', () => {
    expect(() => readCorrections([{ id: 'a', was: [] }])).toThrow(/0\.reason/);
    const one = { id: 'a', was: [], reason: 'why' };
    expect(() => readCorrections([one, one])).toThrow('a stands twice');
  });
});

describe('parseLabelled', () => {
  it('names file, line and key of what it cannot read', () => {
    expect(() => parseLabelled('{"id":"a","reply":"x"}\n{"id":"b","reply":"x","labels":["lame"]}', 'f.jsonl')).toThrow('f.jsonl:2 labels.0');
    expect(() => parseLabelled('{', 'f.jsonl')).toThrow('f.jsonl:1');
  });
});

describe('evaluate', () => {
  it('says which marked words a finding touches', () => {
    const checker = wordChecker({ 今晚: { category: 'timeline' }, 三倍: { category: 'compensation' } });
    const rows = evaluate(
      [
        { ...line, span: { timeline: '今晚到账' } },
        { ...line, id: 'x-2', reply: '三倍今晚', labels: ['timeline', 'cold'], span: { timeline: '三倍', cold: '三倍' } },
      ],
      () => checker,
    );
    expect(rows.map(({ got, touched }) => ({ got, touched }))).toEqual([
      { got: ['timeline'], touched: { timeline: true } },
      { got: ['timeline', 'compensation'], touched: { timeline: false } },
    ]);
  });

  it('takes the policy of the line, else that of its language', () => {
    const asked: unknown[] = [];
    const checker = wordChecker({});
    evaluate([line, { id: 'e', reply: 'hi', lang: 'en' }, { ...line, policy: { extends: 'default' } }], (policy) => {
      asked.push(policy);
      return checker;
    });
    expect(asked).toEqual(['default', 'us-store', { extends: 'default' }]);
  });
});
