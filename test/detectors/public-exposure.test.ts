import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectPublicExposure } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectPublicExposure(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('public-exposure', () => {
  it.each<[string, Context]>([
    ['张伟民先生您好,您的包裹已签收', { channel: 'public' }],
    ['订单号1234567890123456我们看到了', { channel: 'public' }],
    ['您留的电话 138-0013-8000 打不通', { channel: 'public' }],
    ['收货人:李晓红,地址朝阳区建国路88号2栋1203室', { channel: 'public' }],
    ['已经寄到您幸福小区3号楼2单元501了', { channel: 'public' }],
    ['亲,您的手机号15912345678已登记', { channel: 'public' }],
    ['李梅女士 您的快递在路上', { channel: 'public' }],
    ['地址:上海市徐汇区漕溪路100弄8号301室,对吗', { channel: 'public' }],
    ['Hi Sarah Mitchell, your order 4478219933 has been refunded.', { channel: 'public' }],
    ['We left it at 15 Maple Drive, next to the garage.', { channel: 'public' }],
    ['We called you on 0161 496 0123 but no luck.', { channel: 'public' }],
    ['Dear Mr. Robert Ellison, your parcel is with the courier.', { channel: 'public' }],
    ['Your phone number 415-555-0192 seems to be wrong.', { channel: 'public' }],
    ['We shipped it to 220 Oak Street, Springfield.', { channel: 'public' }],
    ['Thanks Emily Carter! Order 302-1188-77 is on the way.', { channel: 'public' }],
    ['We have you at 9 Elm Court, flat 2.', { channel: 'public' }],
  ])('shows private details: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['您好,已私信您订单处理进度', { channel: 'public' }],
    ['尊敬的会员您好,感谢您的建议', { channel: 'public' }],
    ['尾号8899的订单已经安排补发', { channel: 'public' }],
    ['亲爱的张女士,给您添麻烦了', { channel: 'public' }],
    ['感谢王女士的支持', { channel: 'public' }],
    ['编号A12的颜色已补货', { channel: 'public' }],
    ["Hi Sarah, we've sent you a direct message.", { channel: 'public' }],
    ['Thanks for the feedback! Our size chart lists 38-40 for this model.', { channel: 'public' }],
    ["Dear Mr. Ellison, we've emailed you.", { channel: 'public' }],
    ['We have 24 stores and have shipped over 100000 orders.', { channel: 'public' }],
    ['Thanks Emily! Check your inbox.', { channel: 'public' }],
  ])('shows none: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('says nothing in a private channel', () => {
    expect(rules('订单号1234567890123456我们看到了')).toEqual([]);
  });

  it("takes the shop's own numbers and addresses for no exposure", () => {
    const context = { channel: 'public' } as const;
    expect(rules('客服热线是400-800-1234', context)).toEqual([]);
    expect(rules('Our showroom is at 12 Birch Lane.', context)).toEqual([]);
    expect(rules('We left it at 12 Birch Lane.', context)).not.toEqual([]);
  });

  it('marks the detail alone', () => {
    const [finding] = detectPublicExposure('您好，收件人黄丽娟，请查收。', undefined, { channel: 'public' });
    expect(finding).toMatchObject({ text: '黄丽娟', detail: 'name' });
  });
});
