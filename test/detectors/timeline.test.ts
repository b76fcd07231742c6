import { describe, expect, it } from 'vitest';
import { detectTimeline } from '../../src/detectors/index.ts';
import { loadPolicyDocument } from '../../src/index.ts';

const US = loadPolicyDocument('us-store');

/** The rules that fire on a reply, with a star where they report at `info`. */
function rules(reply: string, policy = loadPolicyDocument('default')): string[] {
  return detectTimeline(reply, policy).map(({ rule, severity }) => `${rule.replace('timeline/', '')}${severity === 'info' ? '*' : ''}`);
}

describe('refunds', () => {
  it('may not be faster than the policy, to whatever account', () => {
    expect(rules('退款24小时内到账')).toEqual(['refund-arrival']);
    expect(rules('差价两小时内退到您微信零钱')).toEqual(['refund-arrival']);
    expect(rules('Your money is back on your card tonight.', US)).toEqual(['refund-arrival']);
  });

  it('are borderline between the bounds and clean at the upper bound', () => {
    expect(rules('退款4天内到账')).toEqual(['refund-arrival*']);
    expect(rules('退款5个工作日到账')).toEqual([]);
  });

  it('may take their own time in a sentence that names them only by "it"', () => {
    expect(rules('The refund is approved. It arrives in 5-10 business days.', US)).toEqual([]);
  });

  it('give the promised and the allowed time', () => {
    const [finding] = detectTimeline('退款24小时内到账');
    expect(finding).toMatchObject({ promised: { max: 24, unit: 'hour' }, allowed: { min: 3, max: 5, unit: 'business-day' } });
  });

  it('follow the policy', () => {
    const fast = loadPolicyDocument({ extends: 'default', timelines: { refund: { min: 1, max: 24, unit: 'hour' } } });
    expect(rules('退款24小时内到账', fast)).toEqual([]);
  });
});

describe('dispatch', () => {
  it('tomorrow is faster than one business day', () => {
    expect(rules('补发的货物明天就发出')).toEqual(['dispatch']);
    expect(rules('补发的货物1-3个工作日内寄出')).toEqual([]);
  });

  it('"at once" says when it is arranged, not when it leaves', () => {
    expect(rules('我马上为您登记补发')).toEqual([]);
  });
});

describe('delivery', () => {
  it('is never certain, but may be estimated', () => {
    expect(rules('包裹后天送到')).toEqual(['delivery']);
    expect(rules('包裹预计后天送到')).toEqual([]);
    expect(rules('Your parcel arrives on Thursday.', US)).toEqual(['delivery']);
    expect(rules('Your parcel should arrive on Thursday.', US)).toEqual([]);
  });

  it('is promised by what the customer will be doing', () => {
    expect(rules('周六您就能穿上新鞋了')).toEqual(['delivery']);
    expect(rules("You'll be wearing it on Saturday.", US)).toEqual(['delivery']);
  });

  it('counts before a day that the customer names', () => {
    const findings = detectTimeline('礼服婚礼前一定送到');
    expect(findings).toMatchObject([{ rule: 'timeline/delivery-by-event', promised: null }]);
  });

  it('does not mean a season, the past or a wish', () => {
    expect(rules('The new model arrives this spring.', US)).toEqual([]);
    expect(rules('您的快递昨天已送到')).toEqual([]);
    expect(rules('等了一个礼拜才收到')).toEqual([]);
    expect(rules('您是想周五收到吗?')).toEqual([]);
  });
});

describe('verification', () => {
  it('by others takes its time; an own look or a review does not count', () => {
    expect(rules('质检两小时内出结论')).toEqual(['verification']);
    expect(rules('我今天帮您核实一下')).toEqual([]);
    expect(rules('工单24小时内审核')).toEqual([]);
  });
});
