/** Every word of the page, in both languages. */
import { CATEGORY_WORDS } from '../../scripts/reference/categories.ts';
import { EXCUSES } from '../../scripts/reference/words.ts';
import type { Category, Language } from '../../src/index.ts';

type Both = Readonly<Record<Language, string>>;

export const WORDS = {
  lead: { en: 'Checks a customer-service reply before it is sent. Everything runs in this page; nothing is sent anywhere.', zh: '客服回复发出之前先检查。全部在本页运行，不发送任何内容。' },
  reply: { en: 'Reply', zh: '回复' },
  replyHint: { en: 'Type or paste a reply.', zh: '输入或粘贴一条回复。' },
  example: { en: 'An example', zh: '示例' },
  choose: { en: 'choose …', zh: '选择……' },
  block: { en: 'Do not send', zh: '不应发出' },
  warn: { en: 'Look again before sending', zh: '发出前请再看一眼' },
  pass: { en: 'May be sent', zh: '可以发出' },
  empty: { en: 'Nothing to check yet', zh: '还没有内容' },
  found: { en: '{}: {} found', zh: '{}：{} 处' },
  findings: { en: 'Findings', zh: '发现的问题' },
  none: { en: 'Nothing was found.', zh: '没有发现问题。' },
  show: { en: 'Show in the reply: {}', zh: '在回复中选中：{}' },
  noWords: { en: '(something is missing)', zh: '（缺少内容）' },
  instead: { en: 'Say instead: ', zh: '可以这样说：' },
  excused: { en: 'Near matches that were excused', zh: '看着像、但没有报的' },
  noneExcused: { en: 'There are none.', zh: '没有。' },
  because: { en: ': ', zh: '：' },
  source: { en: 'Source', zh: '出处' },
  commitments: { en: 'What the reply commits to', zh: '回复里的承诺' },
  noCommitments: { en: 'It promises nothing.', zh: '没有承诺。' },
  words: { en: 'words', zh: '原话' },
  act: { en: 'act', zh: '承诺' },
  who: { en: 'by whom', zh: '由谁' },
  howSure: { en: 'how firmly', zh: '语气' },
  when: { en: 'by when', zh: '时间' },
  howMuch: { en: 'how much', zh: '金额' },
  agent: { en: 'agent', zh: '客服' },
  shop: { en: 'shop', zh: '店铺' },
  'third-party': { en: 'somebody else', zh: '第三方' },
  customer: { en: 'customer', zh: '客户' },
  product: { en: 'product', zh: '商品' },
  certain: { en: 'certain', zh: '肯定' },
  hedged: { en: 'estimate', zh: '预估' },
  conditional: { en: 'on a condition', zh: '有条件' },
  willNot: { en: 'will not', zh: '不做' },
  mend: { en: 'Mend', zh: '改好它' },
  mended: { en: 'Mended', zh: '改好的回复' },
  take: { en: 'Take it', zh: '采用' },
  nothingToMend: { en: 'There is nothing to mend.', zh: '没有要改的。' },
  context: { en: 'Context', zh: '背景' },
  complaint: { en: 'the customer complains', zh: '客户在投诉' },
  resolved: { en: 'the problem is solved', zh: '问题已解决' },
  verified: { en: 'the cause is verified', zh: '原因已核实' },
  apologized: { en: 'an apology came earlier', zh: '之前已致歉' },
  channel: { en: 'Who can read it', zh: '谁能看到' },
  private: { en: 'the customer', zh: '仅客户' },
  public: { en: 'everybody', zh: '所有人' },
  tier: { en: 'Who answers', zh: '客服级别' },
  frontline: { en: 'front line', zh: '一线' },
  senior: { en: 'senior', zh: '高级' },
  supervisor: { en: 'supervisor', zh: '主管' },
  evidenceRequests: { en: 'Earlier requests for proof', zh: '之前索要凭证次数' },
  paid: { en: 'What the customer paid', zh: '客户实付金额' },
  said: { en: 'The customer’s last message', zh: '客户的上一句话' },
  policy: { en: 'Policy of the shop', zh: '店铺政策' },
  preset: { en: 'Based on', zh: '基于' },
  refund: { en: 'Refund arrives, business days', zh: '退款到账（工作日）' },
  verification: { en: 'Verification, business days', zh: '核实（工作日）' },
  dispatch: { en: 'Dispatch, business days', zh: '补发出库（工作日）' },
  from: { en: '{}: at the earliest', zh: '{}：最快' },
  to: { en: '{}: at the latest', zh: '{}：最慢' },
  coupon: { en: 'Coupon at most', zh: '优惠券上限' },
  goodwill: { en: 'Goodwill money at most', zh: '小额补偿上限' },
  maxMultiple: { en: 'Multiple of the price at most', zh: '最高赔付倍数' },
  off: { en: 'Switched off', zh: '关掉的类别' },
  learned: { en: 'the learned reader reads too, as on the command line', zh: '同时使用学习得来的读者（与命令行一致）' },
  policyFile: { en: 'As a policy file', zh: '对应的政策文件' },
  reset: { en: 'Back to the preset', zh: '恢复预设' },
  fixture: { en: 'As a fixture', zh: '存为样例' },
  fixtureHint: { en: 'Copy it to the end of a file in your fixtures folder.', zh: '复制到样例文件夹中某个文件的末尾。' },
  id: { en: 'Name', zh: '编号' },
  wanted: { en: 'What it should get', zh: '应该报出' },
  asNow: { en: 'what it gets now', zh: '与现在相同' },
  good: { en: 'nothing: the reply is good', zh: '什么都不报：好回复' },
  these: { en: 'these:', zh: '以下类别：' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied.', zh: '已复制。' },
  copyByHand: { en: 'The browser does not allow copying; the text is selected.', zh: '浏览器不允许复制；文字已选中。' },
  other: { en: '中文', zh: 'English' },
} satisfies Record<string, Both>;

/** The name of one of {@link WORDS}. */
export type Word = keyof typeof WORDS;

/** Says a word in a language; each `{}` takes the next of the values. */
export function say(language: Language, word: Word, ...values: readonly (string | number)[]): string {
  let next = 0;
  return WORDS[word][language].replaceAll('{}', () => String(values[next++]));
}

/** A category's name. */
export function nameOf(category: Category, language: Language): string {
  return CATEGORY_WORDS[category].name[language];
}

const OTHER_EXCUSES: Readonly<Record<string, Both>> = {
  'within-policy': { en: 'it is within the policy', zh: '没有超出政策' },
  'as-decided': { en: 'it is what was decided', zh: '与决定一致' },
  'switched-off': { en: 'the policy switches it off', zh: '政策里关掉了' },
  'more-is-said': { en: 'the reply says more than this', zh: '回复里还有别的内容' },
  'too-few': { en: 'it happens too few times', zh: '次数不够' },
  'context-complaint': { en: 'the context does not say that the customer complains', zh: '背景里没有“客户在投诉”' },
  'context-resolved': { en: 'the problem is solved', zh: '问题已解决' },
  'context-verified': { en: 'the cause is verified', zh: '原因已核实' },
  'context-channel': { en: 'only the customer reads it', zh: '只有客户能看到' },
  'context-evidence-requests': { en: 'proof was not asked for before', zh: '之前没有索要过凭证' },
  'context-about': { en: 'it is about something else', zh: '说的是别的问题' },
};

/** What excused a near match, in words; its code where there are none. */
export function excuseOf(by: string, language: Language): string {
  const words = Object.entries(EXCUSES).find(([modifier]) => modifier === by)?.[1] ?? OTHER_EXCUSES[by];
  return words?.[language] ?? by;
}

/** Replies to begin with. */
export const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '亲，非常抱歉给您带来不便。退款24小时内一定到账，再给您补一张50元无门槛券哦',
    '给您三倍赔偿，我们将严惩供应商。',
    '麻烦您先把差评删了，我们再给您处理退款。',
    '非常抱歉，核实属实后可以为您全额退款，退款通常3-5个工作日到账，具体以银行处理为准。',
  ],
  en: [
    'Hi Anna, I’m so sorry. Your refund will be on your card within 24 hours, and I’ll add a $50 coupon to your account.',
    'I guarantee you’ll get triple your money back.',
    'Please remove your bad review first, then we can talk about a refund.',
    'I’m very sorry about that. Once we have checked it, we can offer a full refund; it usually takes 5-10 business days to reach your account.',
  ],
};
