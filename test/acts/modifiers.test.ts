import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/default-engine.ts';
import type { Act } from '../../src/acts/act.ts';

/** The acts of a reply that carry a time. */
function timedActs(reply: string): Act[] {
  return defaultEngine()
    .read(reply)
    .sentences.flatMap(({ acts }) => acts)
    .filter((act) => act.time !== undefined && ['refund-arrival', 'dispatch', 'delivery'].includes(act.type.name));
}

/** The modifiers of the last act about a time in a reply. */
function modifiersOf(reply: string): string[] {
  const act = timedActs(reply).at(-1);
  return act === undefined ? ['no act'] : Object.keys(act.modifiers);
}

describe('hedges', () => {
  it('make a time an estimate where they stand in its clause', () => {
    expect(modifiersOf('包裹预计明天送到')).toContain('hedged');
    expect(modifiersOf('Your parcel usually arrives within 5 days.')).toContain('hedged');
  });

  it('leave a time of another clause alone', () => {
    expect(modifiersOf('一般三五天，您这笔退款今晚到账')).not.toContain('hedged');
    expect(modifiersOf('Refunds usually take a week, but your refund arrives tonight.')).not.toContain('hedged');
  });

  it('reach it from a short opening clause', () => {
    expect(modifiersOf('一般来说，包裹明天送到')).toContain('hedged');
    expect(modifiersOf('As a rule, your parcel arrives within 5 days.')).toContain('hedged');
  });

  it('reach it from what it is subject to, two clauses later', () => {
    expect(modifiersOf('退款3天内到账，节假日顺延，以银行为准')).toContain('hedged');
    expect(modifiersOf('Your parcel arrives on Friday, depending on the carrier.')).toContain('hedged');
  });
});

describe('what lies behind', () => {
  it('is told by 已, a past verb, or the morning of today', () => {
    expect(modifiersOf('您的包裹今天已送到')).toContain('done');
    expect(modifiersOf('您的包裹周一送到了')).toContain('done');
    expect(modifiersOf('包裹今早送到驿站')).toContain('done');
    expect(modifiersOf('Your parcel was delivered on Monday.')).toContain('done');
    expect(modifiersOf('It arrived on Thursday.')).toContain('done');
  });

  it('is not told by them beside a word for the future', () => {
    expect(modifiersOf('今晚就给您送到了')).not.toContain('done');
    expect(modifiersOf('Your parcel will be delivered on Monday.')).not.toContain('done');
    expect(modifiersOf('今晚就给您送到了')).not.toContain('no act');
  });

  it('is not told by 已 where the time lies ahead and the verb comes after it', () => {
    expect(modifiersOf('已退款24小时内到账')).toEqual([]);
    expect(modifiersOf('已退款，24小时内到账')).toEqual([]);
  });
});

describe('quotes', () => {
  it('count as cited where what stands beside them only speaks about them', () => {
    expect(modifiersOf('“退款当天到账”这种话是谁说的')).toContain('quoted');
    expect(modifiersOf('退款“当天到账”')).not.toContain('quoted');
  });
});

describe('inability', () => {
  it('reaches back over the clause before it', () => {
    expect(modifiersOf('退款一小时到账，做不到')).toContain('negated');
    expect(modifiersOf('不保证包裹今晚送到')).toContain('negated');
  });
});
