import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectReviewPressure } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectReviewPressure(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('review-pressure', () => {
  it.each<[string, Context]>([
    ['亲可以帮忙把评价改一下吗?改完给您退10元', {}],
    ['麻烦您动动小手把中评改成好评,爱您哟', {}],
    ['您看问题也给您处理着了,差评能不能先撤掉', {}],
    ['写好评带图联系客服领3元红包', {}],
    ['五星好评晒图,免费送一年延保', {}],
    ['您要是不删除评论,我们将向平台举报您恶意差评', {}],
    ['差评对我们小店影响特别大,求您行行好删了吧', {}],
    ['只要您把评价删掉,钱马上退给您', {}],
    ['好评后截图发我,下一单给您免邮', {}],
    ['您先追评说一下已解决,我这边好跟领导申请补偿', {}],
    ['感谢支持,晒个图五星好评,返现2元哦', { resolved: true }],
    ['亲,您给个五星,我偷偷多送您一包', {}],
    ['您的差评属于诽谤,我们已经取证,请24小时内删除', {}],
    ['改完评价再来找我要补偿', {}],
    ['亲爱的,帮忙把一颗星改成五颗星,小妹这个月绩效就靠您了', {}],
    ['亲,差评删一下呗,我再给您寄两包零食', {}],
    ['改成好评我马上安排退款', {}],
    ['评价有礼哦,带图好评找客服领券', {}],
    ['麻烦高抬贵手把评论隐藏,我们会尽快解决', {}],
    ['您这条差评已经影响我们店铺评分,请尽快修改,否则拉黑处理', {}],
    ['晒单送积分,五星送杯子', {}],
    ['给个好评吧亲,截图返3元现金', {}],
    ["Could you please change your review to 5 stars? We'll refund you right after.", {}],
    ["If you delete the negative feedback, I'll send you a $10 gift card.", {}],
    ['Leave us a 5-star review and get 20% off your next order!', {}],
    ["We will be forced to take legal action if you don't remove your review.", {}],
    ['Please, I beg you, that one star will cost me my job.', {}],
    ["Once you've updated your rating we can process your replacement.", {}],
    ["Post a photo review and we'll give you a free refill.", {}],
    ['Kindly revise the bad feedback, then we resend the item.', {}],
    ["Glad it's solved! Send us a screenshot of your review and we'll PayPal you $3.", { resolved: true }],
    ['Would you consider taking your review down while we look into this?', {}],
    ['Accounts that leave unfair reviews get blocked from our shop, just so you know.', {}],
    ["Mind bumping that 2-star up to 5? I'll throw in a free case.", {}],
    ['5 stars = free gift! Just send us a screenshot.', {}],
    ['If you could remove the review, my manager will approve your refund faster.', {}],
    ['Your review is defamatory, remove it within 24 hours or hear from our attorney.', {}],
    ['My kids depend on this shop, please delete that rating.', {}],
    ["Review us on Google and we'll enter you in a raffle.", {}],
    ['Please edit your review to reflect the refund we are about to send.', {}],
    ['Delete the review and your refund will be released.', {}],
    ['We give $5 back for every photo review!', {}],
    ['A bad rating like this hurts our small shop, would you mind changing it?', {}],
    ["Take that one-star down or we're cancelling your warranty.", {}],
  ])('presses or pays for a review: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['欢迎您收到货后给我们评价', {}],
    ['满意的话记得五星好评哦', {}],
    ['评价可以在订单里修改的亲', {}],
    ['您的评价我们已经看到,会认真改进', {}],
    ['评价随您心意,我们都接受', {}],
    ['差评我们看到了,先帮您把问题解决', {}],
    ['可以追评的亲,三个月内都可以', {}],
    ['好评返现是违规的,我们不参与哦', {}],
    ['欢迎晒单分享您的使用感受', {}],
    ['感谢五星好评,祝您生活愉快', {}],
    ['您给的差评我们认,问题先解决', {}],
    ["Feel free to leave a review once you've tried it.", {}],
    ['You can edit your review from your account page at any time.', {}],
    ['Your honest review helps other shoppers.', {}],
    ['We read every review and took yours seriously.', {}],
    ["No need to change your review, it's fair.", {}],
    ["We don't offer anything in exchange for reviews.", {}],
    ['Reviews are welcome, good or bad.', {}],
    ['I saw your two-star review and want to put things right.', {}],
  ])('leaves the review to the customer: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('allows a polite request after the problem is solved, and a reward never', () => {
    expect(rules('方便的话麻烦您更新一下评价')).not.toEqual([]);
    expect(rules('方便的话麻烦您更新一下评价', { resolved: true })).toEqual([]);
    expect(rules('好评返现5元', { resolved: true })).not.toEqual([]);
    expect(rules('Five stars and a $5 gift card is yours.', { resolved: true })).not.toEqual([]);
  });

  it('finds a request that names the review in another sentence', () => {
    expect(rules('We saw your negative review. Please take it down.')).toEqual(['review-pressure/take-down']);
    expect(rules('The sticker is on the lid. Please take it down.')).toEqual([]);
  });
});
