import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectCold } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectCold(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('cold', () => {
  it.each([
    '你再闹我们报警',
    '您再这样骂人，我们就报警了',
    '等着收律师函吧',
    'We will sue you if you keep writing.',
    "One more message and I'm calling the police.",
    'Keep emailing us and you will hear from our lawyers.',
  ])('threatens with the police or the law: %s', (reply) => expect(rules(reply)).toContain('cold/threat'));

  it.each([
    '包裹被偷建议您报警，我们配合提供记录',
    '这边已经报警处理，丢件我们会给您补发',
    '如果平台再这样，您可以走法律途径',
    '我们不会起诉您的',
    '不删差评我们就发律师函',
    'Please report the theft to the police and we will help.',
    'Call the police first, then contact us again with the report number.',
    'We would never call the police on a customer.',
    "If that review stays up, you'll hear from our lawyers.",
  ])('threatens nobody, or over a review: %s', (reply) => expect(rules(reply)).not.toContain('cold/threat'));

  it.each<[string, Context]>([
    ['规则就是这样,没什么好说的', {}],
    ['自己去详情页看', {}],
    ['不买别问', {}],
    ['您跟快递公司沟通,这个我们不管', {}],
    ['爱信不信', {}],
    ['这不是我的工作范围', {}],
    ['你问平台去啊', {}],
    ['都说了几遍了不能改', {}],
    ['超过七天,概不负责', {}],
    ['能用就用,不能用就扔了', {}],
    ['没有为什么,规定', {}],
    ['售后不归我管,你找售后', {}],
    ['嫌贵可以不买', {}],
    ['此问题不在受理范围,请勿再次提交', {}],
    ['说明书上有,别什么都问', {}],
    ['不能退就是不能退', {}],
    ['你投诉吧,随便', { complaint: true }],
    ['这边只负责售前,其他一概不知', {}],
    ['亲,拆封了退不了', {}],
    ['自己搜', {}],
    ['规定如此,恕不通融', {}],
    ['跟我说没用,找领导去', {}],
    ['Read the listing.', {}],
    ["That's our policy. Nothing I can do.", {}],
    ['Not our problem once it ships.', {}],
    ["You'll have to take that up with UPS.", {}],
    ["We don't do that.", {}],
    ['All sales final.', {}],
    ["If you don't like it, buy elsewhere.", {}],
    ['As I already said, no.', {}],
    ['We will not be responding to further messages about this.', {}],
    ["That's a question for the manufacturer, not us.", {}],
    ['It says so right there on the page, if you bothered to look.', {}],
    ['Deal with it.', {}],
    ['Check the FAQ.', {}],
    ['No. Read the policy.', {}],
    ["Can't help you.", {}],
    ['Not my job to explain that.', {}],
    ["Contact the courier. We're done here.", {}],
    ['We told you no already.', {}],
    ['Your request is denied. Do not contact us again about this.', {}],
    ['You bought it, you keep it.', {}],
    ['Rules apply to everyone. No.', {}],
    ["That's just how it is.", {}],
  ])('dismisses: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['您自己在后台申请一下就可以了', {}],
    ['您可以自己选择快递的', {}],
    ['说明书里有安装步骤,看不懂随时找我', {}],
    ['不归我们店管的,不过我可以帮您问一下', {}],
    ['亲,这个是仓库安排的,我帮您催一下', {}],
    ['亲,本店不议价的哦,不过可以领一张5元券', {}],
    ['这款不支持定制呢,您可以看看另一款', {}],
    ['不好意思亲,已经发货改不了地址了,您可以联系快递改', {}],
    ['您可以自行在订单页修改', {}],
    ['快递问题我们也可以帮您联系的', {}],
    ['这款不参与活动哦亲', {}],
    ['亲,不能改价的哦,可以领券购买', {}],
    ['抱歉,活动已经结束了', {}],
    ["Sorry, we can't change the address once it has shipped, but you can ask the carrier to hold it.", {}],
    ["If the seal is broken, we can't take it back, I'm afraid.", {}],
    ['You can look it up in the app under Orders.', {}],
    ['The FAQ has a short video on that; shall I send you the link?', {}],
    ["I can't cancel it any more, I'm sorry. You can return it free of charge.", {}],
    ["We don't ship to PO boxes, but a pickup point works.", {}],
    ["We don't gift-wrap, but there's a gift bag you can add for $2.", {}],
    ['Sorry, that offer ended on Sunday. The new one starts tomorrow on our page.', {}],
  ])('refuses or refers politely: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('excuses a curt rule by empathy or an alternative, a rude one by nothing', () => {
    expect(rules('这是规定')).toEqual(['cold/dismissal']);
    expect(rules('理解您的心情，不过这是规定')).toEqual([]);
    expect(rules('理解您的心情，爱退不退')).toEqual(['cold/rude']);
  });
});
