import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectOffPlatform } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectOffPlatform(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('off-platform', () => {
  it.each<[string, Context]>([
    ['亲加一下我们老板微信13900001111', {}],
    ['平台发不了,您加我v我发您链接', {}],
    ['我给您支付宝转20,您把账号给我', {}],
    ['下次直接微信找我下单,给您内部价', {}],
    ['扫一扫卡片上的码进群领福利', {}],
    ['咱们私下解决吧,我赔您100', {}],
    ['线下付款可以便宜50', {}],
    ['亲,淘宝不让发,去小红书私信我', {}],
    ['转账到这个卡号6222就行,备注姓名', {}],
    ['您来我们官网下单吧,比这里便宜', {}],
    ['留个微信吧,安装师傅加您', {}],
    ['QQ 12345678,加我细聊', {}],
    ['取消订单,我用收款码给您打八折', {}],
    ['不用走平台退款了,我直接微信退您', {}],
    ['您加下店主的v,号码发您:abc12345', {}],
    ['微信转我吧,平台要扣手续费', {}],
    ['我拉您进福利群,群里比这便宜', {}],
    ['要不您直接打款到我银行卡,我给您优惠', {}],
    ['咱们电话聊吧,我手机是15512345678', {}],
    ['可以走闲鱼,我给您改价', {}],
    ['到我们线下门店买更便宜,不用在网上拍', {}],
    ['麻烦您退单后到我们小程序重新下单', {}],
    ["Message me on WhatsApp +1 555 0100 and I'll give you a better price.", {}],
    ['You can PayPal me directly and save 10%.', {}],
    ["Visit our own site to order, it's cheaper there.", {}],
    ["Cancel the order here and I'll send you an invoice by email.", {}],
    ['Email me at mike.parts@gmail.com so we can talk freely.', {}],
    ["Let's settle this outside of Amazon, I'll Venmo you the money.", {}],
    ['Add me on WeChat for faster service.', {}],
    ["Give me your bank details and I'll transfer it today.", {}],
    ["Shoot me a text at 555-867-5309 and we'll work something out.", {}],
    ["It's cheaper if you buy from our website directly.", {}],
    ['I can do $40 if you pay by Zelle.', {}],
    ['DM me on Instagram @bestlamps for a discount.', {}],
    ["Let's move this to email: joe@joeslamps.com.", {}],
    ["Here's my Venmo: @lampguy.", {}],
    ['Contact me via Telegram for bulk prices.', {}],
    ["Let's skip eBay and do this by bank transfer.", {}],
    ["Send me your email and I'll invoice you directly, no Etsy fees.", {}],
    ['You can wire the difference to my account.', {}],
    ['My WhatsApp is +44 7700 900123.', {}],
    ['Find us on Facebook Marketplace, same bike, $50 less.', {}],
  ])('moves the talk, the payment or the deal: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['可以用支付宝付款的呢', {}],
    ['退款会回到您的支付宝账户', {}],
    ['微信扫码登录小程序就能查物流', {}],
    ['您可以关注我们官方公众号了解活动', {}],
    ['亲,平台规定不能加微信哦', {}],
    ['客服电话400-123-4567,工作时间九点到六点', {}],
    ['快递员会电话联系您', {}],
    ['发票会发到您的邮箱', {}],
    ['安装师傅会提前打电话给您', {}],
    ['支付宝付款的订单,退款会原路退回', {}],
    ['退款到账后您可以在微信钱包查看', {}],
    ['我们只支持平台内沟通哦', {}],
    ['微信小程序也可以查物流的', {}],
    ['您可以拨打官方客服热线400咨询', {}],
    ['陌生人让您加微信退款的都是骗子', {}],
    ['不支持微信支付哦,可以用支付宝', {}],
    ['您可以用微信扫码付款哦', {}],
    ['退款原路返回支付宝余额', {}],
    ["We can't take payments outside of Etsy, sorry.", {}],
    ['Your refund goes back to your PayPal account.', {}],
    ['You can pay with PayPal or credit card at checkout.', {}],
    ['Please reply here in the message center.', {}],
    ["We'll email you the tracking number.", {}],
    ['The carrier will call you before delivery.', {}],
    ["You'll get a text message when it's out for delivery.", {}],
    ["Please don't share your phone number on WhatsApp with strangers.", {}],
    ['You can follow us on Instagram for new arrivals.', {}],
    ["We'll send the label to the email address on your order.", {}],
    ['PayPal, Apple Pay and all major cards are accepted.', {}],
    ['For your safety, never pay a seller outside the platform.', {}],
    ['Call our hotline at 1-800-555-0101 any time.', {}],
    ['You can reach us through the Contact Seller button.', {}],
    ['Please pay through Etsy checkout only.', {}],
    ["I'm not able to take payment by Zelle.", {}],
    ['Your bank may take a few days to post the transfer.', {}],
  ])('stays on the platform: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('is excused by a warning anywhere in the reply', () => {
    expect(rules('加微信退款的都是骗子，请不要相信')).toEqual([]);
    expect(rules('加我微信退款')).not.toEqual([]);
  });
});
