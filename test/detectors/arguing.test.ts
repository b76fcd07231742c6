import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectArguing } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectArguing(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('arguing', () => {
  it.each<[string, Context]>([
    ['您这衣服起球是您洗的时候没翻面吧,跟我们衣服没关系', { complaint: true }],
    ['我们家的牛奶都是当天的,怎么可能坏', { complaint: true }],
    ['不可能吧,我们仓库发货前都会拍照的', { complaint: true }],
    ['这个东西我自己也买了一个,用了半年啥毛病没有', { complaint: true }],
    ['同一批货发了几百单,就您反馈有问题', { complaint: true }],
    ['您家水压不够,不是花洒的问题', { complaint: true }],
    ['是您安装的时候没拧紧造成漏水的', { complaint: true }],
    ['这肯定是您自己磕的,出厂的时候好好的', { complaint: true }],
    ['亲,鞋子磨脚是正常的,谁的新鞋不磨脚啊,您脚太娇嫩了', { complaint: true }],
    ['您这是鸡蛋里挑骨头吧', { complaint: true }],
    ['这么便宜的东西您还想要多好的质量', { complaint: true }],
    ['我们卖了三年了从来没有客户说过这个问题', { complaint: true }],
    ['您连说明书都没看就来问', {}],
    ['不存在您说的情况,我们的产品通过国家3C认证', { complaint: true }],
    ['话不能这么说,我们发出去的时候是完好的', { complaint: true }],
    ['您确定您没有摔过吗?正常使用不会裂的', { complaint: true }],
    ['那是您期待太高了,一分价钱一分货', { complaint: true }],
    ['这不能赖商品,是您尺码选小了', { complaint: true }],
    ['老人家操作不来很正常,机器是没有毛病的', { complaint: true }],
    ['您皮肤敏感还敢乱用护肤品?', { complaint: true }],
    ['我们是正规大厂,品控严格,不会出现异物', { complaint: true }],
    ['快递显示已签收,您说没收到,那我也没办法证明您真没收到', { complaint: true }],
    ['Our mugs go through strict quality control, so I doubt it arrived chipped.', { complaint: true }],
    ["That's odd, none of our other customers have mentioned this.", { complaint: true }],
    ['Are you sure you followed the instructions?', { complaint: true }],
    ['You probably used the wrong charger.', { complaint: true }],
    ['The jacket shrank because you put it in the dryer.', { complaint: true }],
    ['It was in perfect condition when it left our warehouse.', { complaint: true }],
    ["With all due respect, it's your Wi-Fi that is the issue, not our camera.", { complaint: true }],
    ["We've sold over 10,000 of these and nobody has complained.", { complaint: true }],
    ['Well, the description clearly states the size, so this one is on you.', { complaint: true }],
    ["There's nothing wrong with our product; the problem is how you're using it.", { complaint: true }],
    ['That is impossible, our boxes are sealed by machine.', { complaint: true }],
    ["If you had read the listing you would know it doesn't include batteries.", { complaint: true }],
    ["Customers who follow the care label don't have this issue.", { complaint: true }],
    ["It's normal wear and tear, you must be rough with your shoes.", { complaint: true }],
    ["I'm sorry, but you're the first person to ever report this, so it must be something on your side.", { complaint: true }],
    ['Your expectations were simply too high for this price.', { complaint: true }],
    ['The courier has a signature, so you did receive it.', { complaint: true }],
    ["I've personally checked this batch and there was nothing wrong with it.", { complaint: true }],
    ["The zipper doesn't break on its own. Someone forced it.", { complaint: true }],
    ['Maybe your oven runs hot, because our molds are rated to 450 degrees.', { complaint: true }],
    ["Everyone else is happy with the fit, so I'm not sure what you're comparing it to.", { complaint: true }],
    ["You ordered the wrong size, that's not on us.", { complaint: true }],
  ])('argues, denies or blames: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['正常使用不会掉色的,放心买', {}],
    ['质量没问题的亲,放心拍', {}],
    ['我们家卖了三年了,回头客很多的', {}],
    ['亲亲,这边建议您重启一下路由器试试呢', {}],
    ['请问您是用什么充电头充的呢', {}],
    ['如果是人为损坏,是需要自费维修的哦', {}],
    ['很抱歉,可能是运输途中挤压导致的,我们这就给您补发', { complaint: true }],
    ['抱歉给您添麻烦了,您可以先检查一下电源线有没有插紧', { complaint: true }],
    ['理解您的心情,麻烦您看下路由器指示灯是什么颜色', { complaint: true }],
    ['抱歉,麻烦您把手机系统版本发我,我帮您查兼容性', { complaint: true }],
    ['非常抱歉,我们会重新检测这一批次', { complaint: true }],
    ['我自己买的是M码,165/100,您可以参考', {}],
    ['其他顾客都反馈偏小,建议拍大一码', {}],
    ['产品都是经过质检才发货的,您放心', {}],
    ['不是质量问题的话退货运费需要您承担哦', {}],
    ['如因个人原因退货,运费自理', {}],
    ['您的手机型号是什么呢,我看看适不适配', {}],
    ['皮肤敏感的话建议先在耳后测试', {}],
    ['This jacket should be washed cold; the dryer can shrink it.', {}],
    ['Are you using the charger that came in the box?', {}],
    ['Which browser are you using?', {}],
    ['Sorry about that! Did you get a chance to try another cable?', { complaint: true }],
    ["I'm sorry it isn't charging. Could you try a different outlet and let me know?", { complaint: true }],
    ["I'm sorry it stopped working. Has it been near water, by any chance?", { complaint: true }],
    ['Sorry about this! Please make sure the switch on the side is set to ON.', { complaint: true }],
    ["I'm so sorry. Our team will test the batch and let you know.", { complaint: true }],
    ['I apologize for the trouble. Which phone model are you using?', { complaint: true }],
    ['Every unit is tested before it ships, and it comes with a two-year warranty.', {}],
    ["I use this one myself for hiking and it's light.", {}],
    ['Other customers say it runs small, so size up.', {}],
    ["The warranty doesn't cover damage from misuse.", {}],
    ['If the damage was caused by misuse, the repair is charged.', {}],
    ['Make sure your phone supports 5 GHz Wi-Fi.', {}],
    ["I'm sorry for the confusion. It's not your fault at all.", { complaint: true }],
    ['So sorry! Could you tell me whether the light turns green when you plug it in?', { complaint: true }],
    ["Sorry about that. The filter may need a rinse first; if that doesn't help, we'll replace it.", { complaint: true }],
  ])('neither denies nor blames: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('takes milder defences for arguing only where the customer complains', () => {
    expect(rules('质量没问题的亲')).toEqual([]);
    expect(rules('我们的产品是好的', { complaint: true })).not.toEqual([]);
    expect(rules('I have the same one and it works fine.', { complaint: true })).not.toEqual([]);
  });
});
