import { describe, expect, it } from 'vitest';
import { fixtureYaml, labelsOf } from '../../playground/src/fixture.ts';
import { policyOf, valuesOf } from '../../playground/src/policy.ts';
import { EMPTY_CONTEXT, contextOf } from '../../playground/src/state.ts';
import { createGuard, loadPolicy } from '../../src/index.ts';
import type { PolicyInput } from '../../src/index.ts';
import { judge, parseFixtures } from '../../src/testing/index.ts';

/** What the fixture file says that the page would write. */
function written(reply: string, change: Partial<Parameters<typeof fixtureYaml>[0]> = {}) {
  const { policy = 'default', context = {} } = change;
  const report = createGuard({ policy }).check(reply, context);
  const yaml = fixtureYaml({ id: 'mine-001', reply, context, policy, report, wanted: null, ...change });
  const { fixtures, problems } = parseFixtures(yaml, 'mine.yml');
  expect(problems).toEqual([]);
  expect(fixtures).toHaveLength(1);
  return { yaml, fixture: fixtures[0]!, report };
}

describe('the fixture that the page copies', () => {
  it('is what its own check gives', () => {
    const { yaml, fixture, report } = written('亲，退款24小时内到账', { context: { complaint: true, apologized: true } });
    expect(fixture.labels).toEqual(['timeline']);
    expect(fixture.marks).toEqual([{ label: 'timeline', words: '退款24小时内到账' }]);
    expect(fixture.context).toEqual({ complaint: true, apologized: true });
    expect(judge(fixture, report).differences).toEqual([]);
    expect(yaml).not.toContain('policy');
  });

  it('is a good one where nothing is found', () => {
    const { fixture } = written('非常抱歉，退款通常3-5个工作日到账。');
    expect([fixture.labels, fixture.marks]).toEqual([[], []]);
  });

  it('says the policy where it is not the usual one of the language, and each label its words', () => {
    const policy: PolicyInput = { extends: 'us-store', caps: { coupon: 15 } };
    const { fixture } = written('I guarantee you\'ll get triple your money back. Your refund will be in your account within 24 hours.', { policy });
    expect(fixture.policy).toEqual(policy);
    expect(fixture.labels).toContain('compensation');
    expect(fixture.marks.map(({ label }) => label)).toContain('timeline');
  });

  it('takes what somebody wants instead of what is found', () => {
    expect(written('退款24小时内到账', { wanted: [] }).fixture.labels).toEqual([]);
    const { fixture } = written('退款24小时内到账', { wanted: ['cold'] });
    expect([fixture.labels, fixture.marks]).toEqual([['cold'], []]);
  });

  it.each(['- a: [b', '"quoted" \'twice\': # no comment', '  leading and trailing  ', 'two\nlines\n\nand three', '<b>退款24小时内到账</b>', 'null', '{}', '2024-01-01', '退\u200B款 \u202E到账'])(
    'holds any text: %j',
    (reply) => expect(written(reply).fixture.reply).toBe(reply),
  );

  it('counts no remark as a label', () => {
    const report = createGuard({ policy: { extends: 'default', severities: { timeline: 'info' } } }).check('退款24小时内到账');
    expect(report.findings).not.toEqual([]);
    expect(labelsOf(report)).toEqual([]);
  });
});

describe('the policy of the form', () => {
  it('is the preset until something is changed, and has only what was changed', () => {
    const usual = valuesOf('default');
    expect(policyOf(usual)).toBe('default');
    expect(policyOf({ ...usual, coupon: 50, refundMin: null })).toEqual({ extends: 'default', caps: { coupon: 50 } });
    expect(policyOf({ ...usual, refundMin: 0, refundMax: 1, off: ['vague'] })).toEqual({
      extends: 'default',
      timelines: { refund: { min: 0, max: 1, unit: 'business-day' } },
      off: ['vague'],
    });
  });

  it('loads, whatever single value is changed', () => {
    const usual = valuesOf('us-store');
    for (const change of [{ coupon: 12.5 }, { goodwill: 20 }, { maxMultiple: 2 }, { dispatchMax: 9 }, { verificationMin: 0 }]) {
      expect(loadPolicy(policyOf({ ...usual, ...change })).extends).toBe('us-store');
    }
    expect(loadPolicy(policyOf({ ...usual, goodwill: 20 })).caps.goodwill).toEqual({ amount: { minor: 2000, currency: 'USD' }, ceiling: { minor: 2000, currency: 'USD' } });
  });

  it('turns a verdict', () => {
    const reply = '给您补一张50元优惠券';
    expect(createGuard({ policy: policyOf(valuesOf('default')) }).check(reply).verdict).toBe('block');
    expect(createGuard({ policy: policyOf({ ...valuesOf('default'), coupon: 50 }) }).check(reply).verdict).toBe('pass');
  });
});

describe('the context of the form', () => {
  it('holds only what was said', () => {
    expect(contextOf(EMPTY_CONTEXT)).toEqual({});
    expect(contextOf({ ...EMPTY_CONTEXT, channel: 'public', paid: 0, evidenceRequests: 0, customer: ' ' })).toEqual({ channel: 'public', paid: 0 });
  });
});
