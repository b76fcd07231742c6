import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectNoApology } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectNoApology(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('no-apology', () => {
  it.each<[string, Context]>([
    ['您好,麻烦提供一下订单号和照片', { complaint: true }],
    ['好的,已为您登记', { complaint: true }],
    ['可以退货,运费我们承担', { complaint: true }],
    ['请您耐心等待,快递正在派送中', { complaint: true }],
    ['亲,拍个视频看看', { complaint: true }],
    ['亲,在的,请说', { complaint: true }],
    ['物流显示明天到', { complaint: true }],
    ['您好,您的售后申请已通过,请寄回商品', { complaint: true }],
    ['好的亲,换一件给您', { complaint: true }],
    ['请把商品寄回', { complaint: true }],
    ['亲,已经在处理了', { complaint: true }],
    ['Please send photos of the damage.', { complaint: true }],
    ['A refund has been issued to your card.', { complaint: true }],
    ['Hi, your package was delayed by weather. It should arrive on Friday.', { complaint: true }],
    ['Thanks for contacting us. Can you confirm your order number?', { complaint: true }],
    ['Your replacement will ship on Monday.', { complaint: true }],
    ['Could you tell me which item is missing?', { complaint: true }],
    ['Delays are common during the holidays. Please allow two more days.', { complaint: true }],
    ["Noted. We'll look into it.", { complaint: true }],
    ['Did you try charging it overnight?', { complaint: true }],
  ])('gives a complaint no apology: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['哎呀亲亲,怎么会这样,给您补一个新的过去', { complaint: true }],
    ['实在对不住,耽误您用了,马上给您查', { complaint: true }],
    ['亲,让您糟心了,这边先给您退款', { complaint: true }],
    ['收到坏果真的很影响心情呢,我们按比例退您', { complaint: true }],
    ['亲,真的很抱歉呢', { complaint: true }],
    ['非常抱歉给您造成不好的购物体验', { complaint: true }],
    ['能感受到您的失望,我们一定认真对待', { complaint: true }],
    ['这事儿换我我也急,您稍等我两分钟', { complaint: true }],
    ['您说面霜有颗粒感,实在抱歉,我们给您登记换货', { complaint: true }],
    ['很抱歉,可能是运输途中挤压导致的,我们这就给您补发', { complaint: true }],
    ['抱歉给您添麻烦了,您可以先检查一下电源线有没有插紧', { complaint: true }],
    ['理解您的心情,麻烦您看下路由器指示灯是什么颜色', { complaint: true }],
    ['抱歉,麻烦您把手机系统版本发我,我帮您查兼容性', { complaint: true }],
    ['非常抱歉,我们会重新检测这一批次', { complaint: true }],
    ['真是委屈您了,我们马上处理', { complaint: true }],
    ['哎,让您等这么久,太不应该了', { complaint: true }],
    ['您先别着急,我帮您联系快递', { complaint: true }],
    ['都是我们的疏忽,给您补发', { complaint: true }],
    ["Oh no, that's not what we want! Let me fix this.", { complaint: true }],
    ['So sorry about the mix-up, a new one ships this week.', { complaint: true }],
    ['I completely understand your frustration. Let me look into this.', { complaint: true }],
    ["That's really disappointing to hear. We'll make it right.", { complaint: true }],
    ["We're really sorry to hear your lamp arrived broken.", { complaint: true }],
    ["I hear you, and you're right to be upset.", { complaint: true }],
    ["Hi Anna, thank you for the photos. I'm sorry the vase arrived cracked.", { complaint: true }],
    ['Sorry about that! Did you get a chance to try another cable?', { complaint: true }],
    ["I'm sorry it isn't charging. Could you try a different outlet and let me know?", { complaint: true }],
    ["I'm sorry it stopped working. Has it been near water, by any chance?", { complaint: true }],
    ['Sorry about this! Please make sure the switch on the side is set to ON.', { complaint: true }],
    ["I'm so sorry. Our team will test the batch and let you know.", { complaint: true }],
    ['I apologize for the trouble. Which phone model are you using?', { complaint: true }],
    ["That's awful, and on a birthday too! A new one is on its way.", { complaint: true }],
    ["Oh dear, that's not right at all. Let me sort it.", { complaint: true }],
    ['We let you down here, and I want to fix it.', { complaint: true }],
    ["I'd be frustrated too. Here's what I can do.", { complaint: true }],
    ['Thanks for letting us know, and sorry for the hassle.', { complaint: true }],
  ])('soothes first: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('needs a complaint, and no apology before', () => {
    expect(rules('请提供订单号')).toEqual([]);
    expect(rules('请提供订单号', { complaint: true })).toEqual(['no-apology/absence']);
    expect(rules('请提供订单号', { complaint: true, apologized: true })).toEqual([]);
  });

  it('lets the opening restate the case, and no explanation', () => {
    const context = { complaint: true };
    expect(rules('您好，您说的面霜有颗粒、抹开还搓泥的情况我看到了，真的很抱歉。我们这就给您登记换货，请留意订单页的进度更新，谢谢。', context)).toEqual([]);
    expect(
      rules('由于原料批次不同，膏体里偶尔会有细小颗粒，属于工艺特点，不影响使用，推开以后就会化掉。给您带来不便，抱歉。', context),
    ).toEqual(['no-apology/absence']);
  });

  it('takes a sorry that only introduces a denial for borderline', () => {
    const [finding] = detectNoApology('抱歉您这么想，我们的锅没有这个问题，请您按说明书操作，开锅三次以后再用，平时不要空烧，也别用钢丝球。', undefined, {
      complaint: true,
    });
    expect(finding?.severity).toBe('info');
  });
});
