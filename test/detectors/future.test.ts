import { describe, expect, it } from 'vitest';
import { detectFuture } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string): string[] {
  return detectFuture(reply, /[一-鿿]/u.test(reply) ? undefined : US).map(({ rule }) => rule);
}

describe('promises for a time beyond the case', () => {
  it.each([
    ['future/restock-notice', '补货了我第一个喊您'],
    ['future/restock-notice', '降价了我私信您'],
    ['future/restock-notice', "I'll ping you the minute it's back in stock."],
    ['future/next-version', '下一版一定加上内袋'],
    ['future/next-version', '下个版本就有夜间模式'],
    ['future/next-version', 'The next version will have USB-C.'],
    ['future/next-version', 'Your idea goes into the redesign this winter.'],
    ['future/price-forecast', '双十一肯定更便宜'],
    ['future/price-forecast', '先别买,下个月要降价'],
    ['future/price-forecast', 'Hold off, prices drop in January.'],
    ['future/lasting-benefit', '以后您来都打八折'],
    ['future/lasting-benefit', '往后您再来,报我名字,一律八折'],
    ['future/lasting-benefit', 'From now on every order of yours gets 15% off.'],
    ['future/lasting-benefit', 'You will never pay shipping with us again.'],
    ['future/later-availability', '这款明年还会返场'],
    ['future/later-availability', 'It will be back next spring.'],
  ])('%s: %s', (rule, reply) => {
    expect(rules(reply)).toContain(rule);
  });
});

describe('what is no such promise', () => {
  it.each([
    '您的建议我会记录并反馈给设计部门',
    '您可以点到货提醒,系统会自动通知',
    '双十一的价格还没公布',
    '以后降不降价我说不准',
    '退款到账了我告诉您',
    '有进展第一时间通知您',
    '这张券月底到期,下次下单自动抵扣',
    '看过之后再定维修或更换',
    '“以后都包邮”这个我不敢答应',
    "I'll pass your suggestion on to the team.",
    'Tap "notify me" and the app will tell you when it\'s back.',
    "I'll let you know as soon as the carrier replies.",
    "We don't know of any upcoming sale.",
    'Your refund takes 5-10 business days.',
  ])('%s', (reply) => {
    expect(rules(reply)).toEqual([]);
  });
});
