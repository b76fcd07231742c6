import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context/index.ts';
import { detectEvidencePressure } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string, context: Context = {}): string[] {
  const findings = detectEvidencePressure(reply, /[一-鿿]/u.test(reply) ? undefined : US, context);
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
}

describe('evidence-pressure', () => {
  it.each<[string, Context]>([
    ['麻烦再拍一张清晰点的照片', { evidenceRequests: 1 }],
    ['还是不行哦,要拍到快递单和破损处同框的', { evidenceRequests: 2 }],
    ['请提供开箱视频,否则无法处理', { evidenceRequests: 1 }],
    ['没有视频我们是不赔的', {}],
    ['您说有异响,拍个照片发来看看', {}],
    ['麻烦去质检所做个鉴定,有报告我们才认', {}],
    ['视频太短了看不出来,重新录一个三分钟以上的', { evidenceRequests: 2 }],
    ['空口说白话没用,有图有真相,拿不出来就算了', {}],
    ['照片我看不清,再发两张,今天不发就关闭了', { evidenceRequests: 1 }],
    ['耳机有杂音,麻烦拍照上传杂音凭证', {}],
    ['没有当面验收签字的单子,一律不受理', {}],
    ['刚才的视频看不出问题,您再录一个完整的', { evidenceRequests: 1 }],
    ['没有质检报告我们不认的', {}],
    ['麻烦提供三甲医院的证明,不然不予理赔', {}],
    ['还需要您补充六个面的外箱照片,缺一个面都不行', { evidenceRequests: 1 }],
    ['收货时没有拍照的话,我们不承担任何责任', {}],
    ['请在今晚十二点前上传凭证,逾期视为放弃', {}],
    ['您拍的不清楚,麻烦重新拍', { evidenceRequests: 1 }],
    ['必须提供开箱视频才可以理赔', {}],
    ['没录视频的话这边是没办法的', {}],
    ['再发一张带手写日期的照片', { evidenceRequests: 2 }],
    ['橙子酸?拍照看看有多酸', {}],
    ['Please send another photo, the last one is too dark.', { evidenceRequests: 1 }],
    ['Without an unboxing video we cannot issue a refund.', {}],
    ['We still need a video that shows the serial number before we proceed.', { evidenceRequests: 2 }],
    ['Please send us a photo of the strange noise.', {}],
    ["If you can't prove it was broken on arrival, we can't do anything.", {}],
    ['You have 24 hours to upload proof or your claim will be closed.', {}],
    ['Send a picture showing how bad it smells.', {}],
    ['These pictures prove nothing. Get a statement from a technician.', { evidenceRequests: 1 }],
    ['No pictures, no replacement.', {}],
    ["The photo is blurry. Send a better one or we'll close the ticket.", { evidenceRequests: 1 }],
    ['We need proof of damage within 48 hours, otherwise no refund will be given.', {}],
    ['Please send a photo of the bad taste.', {}],
    ["You'll need a written report from a certified technician before we consider a refund.", {}],
    ['One more video, please, this time showing the serial number and the date.', { evidenceRequests: 2 }],
    ["If you don't have a video of the unboxing, there's nothing we can do.", {}],
    ["We don't accept claims without photos.", {}],
    ['Still not clear enough. Please retake all four photos.', { evidenceRequests: 1 }],
    ['No unboxing video means no claim.', {}],
    ['Refunds are only possible with video evidence.', {}],
    ["Unless you provide a doctor's note, we can't discuss a refund.", {}],
    ['We need more proof. Upload another video by Friday or the case closes.', { evidenceRequests: 2 }],
  ])('presses for proof: %s', (reply, context) => {
    expect(rules(reply, context)).not.toEqual([]);
  });

  it.each<[string, Context]>([
    ['麻烦您拍一下破损的位置,这边给您登记补发', {}],
    ['方便的话拍个视频给我看下异响,不方便也没关系', {}],
    ['照片收到了,已经帮您提交审核', { evidenceRequests: 1 }],
    ['提供下单时的截图就可以参加活动', {}],
    ['上传身份证照片是海关要求的哦', {}],
    ['图片仅供参考,以实物为准', {}],
    ['吊牌剪了就不能退了哦,您试穿的时候注意一下', {}],
    ['麻烦拍一下吊牌,我们核对一下款号', {}],
    ['您发的照片很清楚,已经给您登记', {}],
    ['不用拍照了亲,直接给您补一份', {}],
    ['如果方便可以录个短视频,没有也没关系的', {}],
    ['拍张照片给我看看是哪里破了', {}],
    ['麻烦您发下订单截图', {}],
    ["Hi Anna, thank you for the photos. I'm sorry the vase arrived cracked.", { complaint: true }],
    ['Could you send us a photo of the damaged corner, please?', {}],
    ['A quick photo of the label would help us find the right part.', {}],
    ["Thanks for the extra photos, we've got all we need.", { evidenceRequests: 1 }],
    ['Product photos are taken in natural light, so colors may vary.', {}],
    ['A short video of the noise would help if you have a moment.', {}],
    ['Could you attach a picture of the torn seam so I can order the right part?', {}],
    ["Photos aren't necessary; I've already ordered the replacement.", {}],
    ['Got your second photo, thank you! The refund is on its way.', { evidenceRequests: 1 }],
    ['Please attach a photo of the label so I can find the batch.', {}],
    ["We don't need any photos for that, the refund's on its way.", {}],
  ])('asks for what helps, or for nothing: %s', (reply, context) => {
    expect(rules(reply, context)).toEqual([]);
  });

  it('asks once without pressing, and again with', () => {
    expect(rules('麻烦您再拍一张标签的照片')).toEqual([]);
    expect(rules('麻烦您再拍一张标签的照片', { evidenceRequests: 1 })).toEqual(['evidence-pressure/again']);
  });

  it("judges by the customer's words whether a proof can show the fault", () => {
    expect(rules('麻烦拍张照片看看', { customer: '音箱一点声音都没有' })).toEqual(['evidence-pressure/unheard']);
    expect(rules('麻烦拍张照片看看', { customer: '音箱外壳裂了' })).toEqual([]);
    expect(rules('Please send a video of it.', { customer: 'The rug has a strong smell.' })).toEqual(['evidence-pressure/unseen']);
    expect(rules('Please send a video of it.', { customer: 'The fan makes a noise.' })).toEqual([]);
  });
});
