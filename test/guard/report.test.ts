import { describe, expect, expectTypeOf, it } from 'vitest';
import { CATEGORIES, ContextError, createGuard, detectCompensation, detectTimeline, InputError, loadPolicy, readReply } from '../../src/index.ts';
import type { Category, CompensationFinding, Duration, Finding, Money, Multiple, TimelineFinding } from '../../src/index.ts';

const guard = createGuard();

describe('a report', () => {
  it('is plain JSON with version and schema', () => {
    const report = guard.check('退款24小时内到账');
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report).toMatchObject({ schema: 1, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  it('carries the facts of the category', () => {
    const [finding] = guard.check('亲，退款24小时内到账哦').findings;
    expect(finding).toMatchObject({
      category: 'timeline',
      severity: 'block',
      promised: { min: 0, max: 24, unit: 'hour' },
      allowed: { min: 3, max: 5, unit: 'business-day' },
      source: { article: '000' },
      reader: 'rules',
    });
    expect(finding?.message).toContain('3-5个工作日');
    const [over] = guard.check('给您补一张50元无门槛券').findings;
    expect(over).toMatchObject({ category: 'compensation', offered: { minor: 5000, currency: 'CNY' }, cap: { minor: 2000, currency: 'CNY' } });
  });

  it('writes messages in the reply’s language, or in the one asked for', () => {
    expect(guard.check('退款24小时内到账').findings[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(guard.check('Your refund arrives within 24 hours').findings[0]?.message).not.toMatch(/\p{Script=Han}/u);
    expect(guard.check('退款24小时内到账', { lang: 'en' }).findings[0]?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it('marks the words in the caller’s own string, noise included', () => {
    const reply = '好的～退\u200b款２４小时内到账～';
    const [finding] = guard.check(reply).findings;
    expect(finding).toBeDefined();
    expect(reply.slice(finding!.start, finding!.end)).toBe(finding!.text);
    expect(finding!.text).toContain('２４小时内到账');
  });

  it('holds at most a hundred findings and says so', () => {
    const report = guard.check('退款24小时内到账。'.repeat(150));
    expect(report.findings).toHaveLength(100);
    expect(report.truncated).toBe(true);
  });

  it('notes a language that nobody read', () => {
    expect(guard.check('Возврат денег завтра, обещаем').notes).toMatchObject([{ code: 'unsupported-language' }]);
    expect(guard.check('退款24小时内到账').notes).toEqual([]);
  });

  it('lists promises, proper ones too, and leaves out negated, asked and quoted ones', () => {
    const promise = guard.check('退款通常需要3-5个工作日到账').commitments.find(({ act }) => act === 'refund-arrival');
    expect(promise).toMatchObject({ act: 'refund-arrival', certainty: 'hedged', polarity: 'will', time: { min: 3, max: 5, unit: 'business-day', text: '3-5个工作日' } });
    for (const reply of ['我们无法保证退款24小时内到账', '您说的“退款24小时内到账”是谁承诺的？']) expect(guard.check(reply).commitments).toEqual([]);
  });

  it('takes an empty reply and any odd string', () => {
    for (const reply of ['', ' ', '\ud800', '\u0000', '。。。', '"']) expect(guard.check(reply).verdict).toBe('pass');
  });

  it('refuses what is no string and unknown context fields, by name', () => {
    expect(() => guard.check(42 as never)).toThrow(InputError);
    expect(() => guard.check('好', { mood: 'bad' } as never)).toThrow(ContextError);
    expect(() => guard.check('好', { mood: 'bad' } as never)).toThrow(/mood/);
  });
});

describe('explain', () => {
  it('says what excused a near match, and by which cue', () => {
    const { excused, findings } = guard.explain('我们无法保证退款24小时内到账');
    expect(findings).toEqual([]);
    expect(excused).toContainEqual(expect.objectContaining({ rule: 'timeline/refund-arrival', by: 'negated', cue: expect.objectContaining({ text: expect.stringContaining('无法') }) }));
  });

  it('agrees with check', () => {
    const reply = '退款24小时内到账,另补您50元券';
    const { excused: _excused, acts: _acts, ...report } = guard.explain(reply);
    expect(report).toEqual(guard.check(reply));
  });
});

describe('detectors by themselves', () => {
  it('find their own category alone, in text or in what was read', () => {
    expect(detectTimeline('退款24小时内到账,再给您一张50元无门槛券').map(({ category }) => category)).toEqual(['timeline']);
    const reading = readReply('包裹明天一定送到,给您一张50元无门槛券');
    expect(detectCompensation(reading, loadPolicy('default'))).toHaveLength(1);
    expect(detectCompensation(reading, loadPolicy({ extends: 'default', caps: { coupon: 50 } }))).toEqual([]);
  });
});

describe('types', () => {
  it('discriminate findings by category', () => {
    expectTypeOf<Finding['category']>().toEqualTypeOf<Category>();
    expectTypeOf<Extract<Finding, { category: 'timeline' }>>().toEqualTypeOf<TimelineFinding>();
    expectTypeOf<TimelineFinding['promised']>().toEqualTypeOf<Duration | null>();
    expectTypeOf<CompensationFinding['offered']>().toEqualTypeOf<Money | Multiple | null>();
    expectTypeOf(detectTimeline).returns.toEqualTypeOf<TimelineFinding[]>();
    expect(CATEGORIES).toHaveLength(14);
  });
});
