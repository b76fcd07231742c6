import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/index.ts';

const zh = createGuard();
const us = createGuard({ policy: 'us-store' });

describe('fix', () => {
  it('puts the policy’s own time in the place of a faster one and leaves every other character', () => {
    const { reply, changes, unfixed } = zh.fix('亲，您的申请已经通过啦，退款24小时内到账，请留意短信哦~');
    expect(unfixed).toBeUndefined();
    expect(reply).toContain('3-5个工作日');
    expect(reply.startsWith('亲，您的申请已经通过啦，')).toBe(true);
    expect(reply.endsWith('，请留意短信哦~')).toBe(true);
    expect(zh.check(reply).findings).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: 'replaced', rule: 'timeline/refund-arrival', before: { text: '退款24小时内到账' } });
  });

  it('says where the words stood before and where they stand after', () => {
    const original = 'Thanks for waiting. Your refund will be on your card within 24 hours. Have a nice day!';
    const { reply, changes } = us.fix(original);
    for (const { before, after } of changes) {
      expect(original.slice(before.start, before.end)).toBe(before.text);
      expect(reply.slice(after.start, after.end)).toBe(after.text);
    }
  });

  it('puts an apology in front where it is missing', () => {
    const { reply, changes } = us.fix('Please send your order number.', { complaint: true });
    expect(changes[0]).toMatchObject({ kind: 'inserted', category: 'no-apology' });
    expect(reply.endsWith('Please send your order number.')).toBe(true);
    expect(us.check(reply, { complaint: true }).findings).toEqual([]);
  });

  it('leaves a good reply as it is', () => {
    expect(zh.fix('退款通常需要3-5个工作日到账')).toEqual({ reply: '退款通常需要3-5个工作日到账', changes: [] });
  });

  it('gives a reply back unfixed, with the reason, where nothing would be left to say', () => {
    const threat = '不删差评,我们就发律师函起诉您';
    const { reply, changes, unfixed } = zh.fix(threat);
    expect(reply).toBe(threat);
    expect(changes).toEqual([]);
    expect(unfixed).toBeTruthy();
  });
});
