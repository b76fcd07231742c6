import { describe, expect, it } from 'vitest';
import { createGuard, feedback } from '../../src/index.ts';

const zh = createGuard();
const us = createGuard({ policy: 'us-store' });

describe('feedback', () => {
  it('says what to rewrite, why, what may be said, and the policy’s own values', () => {
    const text = feedback(us.check('Your refund will be on your card within 24 hours.'), 'en', us.policy);
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toMatch(/^- Rewrite “Your refund will be on your card within 24 hours”: /);
    expect(text).toContain('5-10 business days');
    expect(text).toContain('dispatch 2-3 business days');
  });

  it('speaks the asked language, whatever the reply’s', () => {
    const report = zh.check('给您补一张50元的优惠券');
    expect(feedback(report, 'en', zh.policy)).toContain('coupon ¥20');
    expect(feedback(report, 'zh', zh.policy)).toContain('优惠券20元');
  });

  it('uses the values of the given policy', () => {
    const policy = createGuard({ policy: { extends: 'default', caps: { coupon: 35 } } }).policy;
    expect(feedback(zh.check('给您补一张50元的优惠券'), 'zh', policy)).toContain('35元');
  });

  it('without a policy says what the report says, and no other times and limits', () => {
    const refund = us.check('Your refund will be on your card within 24 hours.');
    expect(feedback(refund, 'en')).toBe(
      '- Rewrite “Your refund will be on your card within 24 hours”: Promises the refund within 24 hours; the policy says 5-10 business days, and the bank decides. You may say: The refund usually takes 5-10 business days to reach your account, depending on your bank.',
    );
    expect(feedback(refund, 'zh')).toContain('比政策的5-10个工作日快');
    expect(feedback(refund, 'zh')).not.toContain('3-5');
  });

  it('without a policy keeps an advice of the report that takes a value of the policy', () => {
    const coupon = us.check('Here is a $50 coupon for you.');
    expect(feedback(coupon, 'en')).toContain('a coupon of $10');
    expect(feedback(coupon, 'zh')).toContain('可以说：I can offer you a coupon of $10.');
    expect(feedback(coupon, 'zh')).not.toMatch(/20元|—/);
  });

  it('refuses a language that it does not speak', () => {
    const strange: string = 'fr';
    expect(() => Reflect.apply(feedback, null, [zh.check('好的'), strange])).toThrow('locale: expected zh or en');
  });

  it('says to remove what cannot be said, and to open with an apology', () => {
    expect(feedback(zh.check('我们的进货价才三十块。'), 'zh')).toMatch(/^- 删去“/);
    expect(feedback(us.check('Please send your order number.', { complaint: true }), 'en', us.policy)).toMatch(/^- Open with an apology/);
  });

  it('puts the gravest first, each rule once, eight lines at most, each on one line', () => {
    const bad =
      '嫌贵就别买。退款24小时内到账。退款今天内到账。一周内肯定补货。就是快递摔的。我们的进货价才三十块。下次改版一定采纳。把差评改成五星返您5元。加我微信说。赔您五倍。给您补一张50元的优惠券。不清楚呢。';
    const report = zh.check(bad, { complaint: true });
    const lines = feedback(report, 'zh').split('\n');
    expect(report.findings.length).toBeGreaterThan(8);
    expect(lines).toHaveLength(8);
    expect(new Set(lines).size).toBe(8);
    const blocks = new Set(report.findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule)).size;
    expect(lines.slice(0, Math.min(8, blocks)).some((line) => line.includes('嫌贵'))).toBe(blocks < 8);
    expect(lines.every((line) => line.startsWith('- '))).toBe(true);
  });

  it('cuts long quotes and line breaks', () => {
    const text = feedback(us.check(`Your refund will be on your card${'\n'.repeat(3)}${' really'.repeat(30)} within 24 hours.`), 'en', us.policy);
    expect(text.split('\n').length).toBeLessThanOrEqual(1);
  });

  it('says nothing of a good reply', () => {
    expect(feedback(zh.check('退款通常需要3-5个工作日到账'), 'zh')).toBe('');
  });
});
