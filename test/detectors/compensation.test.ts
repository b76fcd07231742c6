import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectCompensation } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectCompensation(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('compensation', () => {
  it.each<[string, Context]>([
    ['给您卡里打500块当精神补偿', {}],
    ['这样吧,我先转两百给您孩子压压惊', {}],
    ['航班取消给您造成的全部经济损失我们照赔不误', {}],
    ['按您支付票款的三倍进行补偿', {}],
    ['退一赔三,今天就给您办', {}],
    ['您把发票发来,修多少钱都算我们的', {}],
    ['送您一台200元的加油卡,算是赔个不是', {}],
    ['尊敬的车主,本店赠送您价值1280元的全车镀晶一次', {}],
    ['货款原路退,另补一倍', {}],
    ['旧电视不用退,再给您家送一台新的', {}],
    ['全额退款已提交。另外再寄一套新的给您', {}],
    ["We'll pay you three times the fare", {}],
    ['I can offer you $300 to put this behind us', {}],
    ["We'll absorb the rebooking fee, the hotel and your meals, no upper limit", {}],
    ["Tell me what the plumber charged and I'll transfer it", {}],
    ['You get the refund, and a second pair is coming', {}],
    ["No need to return the old TV, and we're sending a new one over as well", {}],
    ['We are giving you a spa package worth $180', {}],
  ])('refuses %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['这款空气炸锅原价399元,活动价299元,下单送烘焙纸', {}],
    ['店铺满299减50的券在首页领取', {}],
    ['您提出的三倍赔偿没有依据,我们可以为您办理退货退款', {}],
    ['三倍赔偿不在我们的售后规则里', {}],
    ['核实后给您全额退款或者重新寄一件,您看哪种方便', {}],
    ['少发的两包湿巾给您补寄', {}],
    ['碎的那只不用退,给您补发一只', {}],
    ['押金500元会在还车后原路退回', {}],
    ['刚才电话里说“加微信就给双倍退款”的不是我们的人', {}],
    ['保湿力是普通款的三倍', {}],
    ['医药费我们没法承担', {}],
    ['我们出货前会逐一检查', {}],
    ['You can choose between a full refund and a replacement', {}],
    ['The duplicate payment of $64 is being refunded', {}],
    ['Gift cards are available in $25, $50 and $100', {}],
    ["We'll cover the return shipping", {}],
    ["I'm not able to approve the $500 you asked for", {}],
    ['The battery lasts twice as long', {}],
    ['No need to return the broken one, another one is on its way', { complaint: true }],
    ['Keep it, another one is on its way', { complaint: true, customer: 'It arrived with a crack' }],
  ])('lets %s pass', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('sums the coupons of one reply', () => {
    expect(rules('给您一张10元券。再补您一张10元券')).toEqual([]);
    expect(rules('给您一张10元券。再补您一张15元券')).toEqual(['compensation/coupon']);
    expect(rules('账户里放入三张优惠券,面额分别是10元、15元和20元')).toEqual(['compensation/coupon']);
  });

  it('counts a hundred points as one unit of money', () => {
    expect(rules('补偿您1000京豆')).toEqual([]);
    expect(rules('补偿您5000京豆')).toEqual(['compensation/coupon']);
  });

  it('measures goodwill by the return freight, given or named in the reply', () => {
    expect(rules('我们给您补18元')).toEqual(['compensation/goodwill']);
    expect(rules('我们给您补18元', { returnFreight: 18 })).toEqual([]);
    expect(rules('退回来的运费是18块,我们补您18块')).toEqual([]);
    expect(rules('退回来的运费是18块,我们补您80块')).toEqual(['compensation/goodwill']);
  });

  it('measures a refund by what was paid, given or named in the reply', () => {
    expect(rules('给您退60元', { paid: 59 })).toEqual(['compensation/over-paid']);
    expect(rules('给您退59元', { paid: 59 })).toEqual([]);
    expect(rules('您一共付了99元,退您200元')).toEqual(['compensation/over-paid']);
  });

  it('cannot compare another currency, and says so', () => {
    const [finding] = detectCompensation('给您转账20美元作为补偿');
    expect(finding).toMatchObject({ rule: 'compensation/goodwill', comparable: false, offered: { minor: 2000, currency: 'USD' } });
  });
});
