import { describe, expect, it } from 'vitest';
import { detectGuarantee } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string): string[] {
  return detectGuarantee(reply, /[一-鿿]/u.test(reply) ? undefined : US).map(({ rule }) => rule);
}

describe('what somebody else decides, promised', () => {
  it.each([
    ['guarantee/restock', '这款肯定会补货的'],
    ['guarantee/restock', "We're definitely getting another batch in."],
    ['guarantee/held-stock', '这双39码给您扣下了'],
    ['guarantee/held-stock', "I've put one aside for you."],
    ['guarantee/held-stock', '换货单我给您插队'],
    ['guarantee/held-stock', "We'll bump you to the front of the queue."],
    ['guarantee/no-recurrence', '这种事绝不会再发生'],
    ['guarantee/no-recurrence', '往后您的订单不会漏一件'],
    ['guarantee/no-recurrence', 'This will never happen again.'],
    ['guarantee/arrival', '包裹丢不了'],
    ['guarantee/arrival', '东西会平平安安送到您手里'],
    ['guarantee/arrival', "Your parcel can't get lost."],
    ['guarantee/decision', '申诉这事平台稳过'],
    ['guarantee/decision', '海关没有不放的道理'],
    ['guarantee/decision', 'Your bank will side with you.'],
    ['guarantee/decision', 'Customs is bound to let it through.'],
    ['guarantee/exception', '过了七天也没事,照退'],
    ['guarantee/exception', "It's past the return window, but they'll still take it."],
    ['guarantee/effect', '这件怎么洗都不会起球'],
    ['guarantee/effect', '您穿M码绝对合身'],
    ['guarantee/effect', 'It fits like a glove.'],
    ['guarantee/effect', 'The coating will never peel.'],
    ['guarantee/assurance', '这事包在我身上'],
    ['guarantee/assurance', 'Your claim? Consider it done.'],
  ])('%s: %s', (rule, reply) => {
    expect(rules(reply)).toContain(rule);
  });
});

describe('what is no guarantee', () => {
  it.each([
    '我马上为您查询,一定给您回复',
    '我们会尽力跟进',
    '这个我没法保证',
    '不敢打包票一定能过',
    '能不能通过以平台审核为准',
    '正品保证,七天无理由,质保一年',
    '缺货的话可以点到货提醒',
    '请您一定核对好收货地址',
    '收到破损您肯定很难受',
    '“绝对不会再发生”这种话我不敢讲',
    '您说的“肯定能补货”是谁答应的呢?',
    '保证金退回原账户,以银行为准',
    '聊天记录都给您留着',
    "I promise I'll look into it right away.",
    "We can't guarantee that it will be back in stock.",
    'Whether the claim is approved is up to the bank.',
    'Every watch comes with a two-year warranty.',
    'Are you asking whether it will definitely fit?',
    'Please make sure the lid is closed.',
    "I wish I could say it'll never happen again.",
  ])('%s', (reply) => {
    expect(rules(reply)).toEqual([]);
  });
});
