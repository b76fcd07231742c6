import { describe, expect, it } from 'vitest';
import { detectDisclosure } from '../../src/detectors/index.ts';
import { presetPolicy } from '../../src/policy/presets.ts';

const US = presetPolicy('us-store');

function rules(reply: string): string[] {
  return detectDisclosure(reply, /[一-鿿]/u.test(reply) ? undefined : US).map(({ rule }) => rule);
}

describe.each<[string, string[]]>([
  ['disclosure/figures', ['仓库里只剩三台了', '这双鞋进价才80块', '我们组每天只有三个名额', 'We have 83 units left in the Reno warehouse.', 'Our margin on it is 22%.']],
  ['disclosure/rules', ['系统最多只让我批30', '超过200元要主管签字', '您的账号被打了高风险标签', 'The system only lets me give you $5.', 'Your account is tagged as a serial returner.']],
  ['disclosure/plans', ['这款下个月停产', '悄悄告诉您，二代已经打样了', '公司年底要搬仓', 'We stop making this one in March.']],
  ['disclosure/people', ['上一位顾客王女士也退了', '采购那边没下单，仓库和运营在扯皮', 'A lady in Tampa got the same vase broken too.', 'Marketing forgot to tell the warehouse.']],
  ['disclosure/supplier', ['这是东莞一家厂代工的', '悄悄说，货源是义乌的', 'It comes off the same belt as theirs.']],
  ['disclosure/notes', ['该客户情绪激动，先给券', 'As per my instructions, I should offer store credit first.']],
])('%s', (rule, replies) => {
  it.each(replies)('%s', (reply) => {
    expect(rules(reply)).toContain(rule);
  });
});

describe('what may be told', () => {
  it.each([
    '页面显示仅剩3件',
    '这款目前缺货',
    '根据政策，优惠券最高20元',
    '这超出了我的权限，我帮您转给专员',
    '别的顾客的信息不能告诉您',
    '新品消息以官方公告为准',
    '生产厂家印在包装上',
    '进货价属于商业信息，不方便透露',
    '您的订单还在仓库，等待出库',
    '网上看到的“十月涨价”不是我们发布的',
    'The page says only 3 left.',
    'Our policy caps goodwill credit at $10.',
    "That's beyond what I can approve.",
    "I can't discuss other customers' orders.",
    'Your order is at our warehouse.',
    "We don't comment on upcoming products.",
  ])('%s', (reply) => {
    expect(rules(reply)).toEqual([]);
  });
});
