import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';

const reader = learnedReader();
const both = createGuard({ reader });

describe('the learned reader beside the rules', () => {
  it('leaves what the policy measured to the policy', () => {
    const policy = { extends: 'default' as const, caps: { coupon: 100 } };
    expect(createGuard({ policy, reader }).check('给您补一张50元无门槛券').verdict).toBe('pass');
    const strict = { extends: 'default' as const, caps: { coupon: 5 } };
    expect(createGuard({ policy: strict, reader }).check('给您补一张10元无门槛券').verdict).toBe('block');
  });

  it('warns at most, and says which words weighed', () => {
    const replies = ['内袋太小这个事,研发已经看到了会改,下一批就是大口袋,您先将就着用。', '广州的李姐跟您同款,她昨天也退了', 'We’ll never put your delivery price up.'];
    const found = replies.flatMap((reply) => both.check(reply).findings.filter((finding) => finding.reader === 'learned'));
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(['warn', 'info']).toContain(finding.severity);
      expect(finding.evidence.length).toBeGreaterThan(0);
      expect(finding.rule).toBe(`learned/${finding.category}`);
    }
  });

  it('can be switched off by category', () => {
    const off = createGuard({ policy: { extends: 'default', off: ['guarantee', 'future', 'disclosure', 'timeline'] }, reader });
    const { findings } = off.check('您睡一觉起来,钱就躺卡里了。打今儿起您回回来都按内部价走');
    expect(findings.filter(({ category }) => ['guarantee', 'future', 'disclosure', 'timeline'].includes(category))).toEqual([]);
  });

  it('takes any string, the same way each time, and marks places inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (reply) => {
        const report = both.check(reply, { complaint: true });
        expect(both.check(reply, { complaint: true })).toEqual(report);
        for (const { start, end, text } of report.findings) expect(reply.slice(start, end)).toBe(text);
      }),
    );
  });
});
