/** The words of the rule reference: headings, excuses and conditions, in both languages; see `pages.ts`. */
import type { Modifier } from '../../src/acts/act.ts';
import type { Limit } from '../../src/rules/rule.ts';
import type { Language, Severity } from '../../src/types.ts';

export type Both = Readonly<Record<Language, string>>;

export const HEADINGS = {
  title: { en: 'Rules', zh: '规则' },
  intro: {
    en: 'What replyguard flags, rule by rule. Generated from `rules/categories/` and `fixtures/*.yml` by `npm run docs:rules`; do not edit.',
    zh: 'replyguard 会报出什么，一条规则一页。由 `npm run docs:rules` 根据 `rules/categories/` 和 `fixtures/*.yml` 生成，请勿手改。',
  },
  other: { en: '中文', zh: 'English' },
  back: { en: 'All rules', zh: '全部规则' },
  flags: { en: 'What it flags', zh: '报什么' },
  why: { en: 'Why', zh: '为什么' },
  source: { en: 'Source', zh: '出处' },
  severity: { en: 'Severity', zh: '严重程度' },
  value: { en: 'Policy value', zh: '政策值' },
  advice: { en: 'Say instead', zh: '可以这样说' },
  silent: { en: 'When it stays silent', zh: '什么时候不报' },
  bad: { en: 'Flagged', zh: '会报' },
  good: { en: 'Not flagged', zh: '不报' },
  off: { en: 'How to switch it off', zh: '怎样关掉' },
  rule: { en: 'rule', zh: '规则' },
  says: { en: 'what is wrong', zh: '问题' },
  marked: { en: 'marked', zh: '划出' },
  context: { en: 'context', zh: '背景' },
  policy: { en: 'policy', zh: '政策' },
  edit: { en: 'For those who edit it', zh: '要修改的话' },
  more: { en: 'More replies of this kind', zh: '更多这类回复' },
  looksLike: { en: 'Fine, though it looks alike', zh: '看着像、其实没问题' },
  amount: { en: 'value', zh: '值' },
} satisfies Record<string, Both>;

/** The articles that the rules come from, by number. */
export const ARTICLES: Readonly<Record<string, string>> = {
  '000': 'Shein售后沟通禁忌，避免承诺过度',
  '001': '电商平台售后服务处理实战技巧',
  '002': '客服第一要务并不是争辩，反而是平息',
  '003': '大促售后客诉处理',
  '004': '客户服务实战：处理跨境售后与差评的应急策略与长期方案',
};

export const OWN_SOURCE: Both = { en: 'the project’s own choice', zh: '本项目自定' };

export const SEVERITIES: Readonly<Record<Severity, Both>> = {
  block: { en: '`block`: the reply should not be sent', zh: '`block`：不应发出' },
  warn: { en: '`warn`: look at it before it is sent', zh: '`warn`：发出前请再看一眼' },
  info: { en: '`info`: a remark; the verdict stays `pass`', zh: '`info`：仅提示，结论仍是 `pass`' },
};

/** What excuses an act: the reason, and what it looks like. */
export const EXCUSES: Readonly<Record<Modifier, Both>> = {
  negated: { en: 'it is denied or refused (“we can’t promise that …”)', zh: '被否定或婉拒（“无法保证……”“不能……”）' },
  hedged: { en: 'it is only an estimate (“usually”, “about”, “should”)', zh: '只是预估（“预计”“一般”“左右”“以……为准”）' },
  conditional: { en: 'it hangs on a condition (“if …”, “once verified …”)', zh: '带条件（“如果……”“核实属实后……”）' },
  question: { en: 'it is asked, not said', zh: '是在询问，不是在承诺' },
  quoted: { en: 'it is quoted: somebody else’s words', zh: '是引用别人的话' },
  reported: { en: 'it is reported as said or wished by somebody else', zh: '是转述别人说的或希望的' },
  done: { en: 'it has already happened', zh: '是已经发生的事' },
  certain: { en: 'it is stated as certain', zh: '说得很肯定' },
  attempt: { en: 'only an effort is promised (“we will try to …”)', zh: '只承诺尽力（“尽量”“争取”）' },
  requested: { en: 'the customer is asked to do it (“please send …”)', zh: '是请客户去做的（“麻烦您转……”）' },
};

export const CONDITIONS = {
  without: { en: 'the reply also {}', zh: '回复里同时{}' },
  with: { en: 'the reply does not also {}', zh: '回复里没有{}' },
  otherRule: { en: 'another rule says it already: {}', zh: '已由其他规则报出：{}' },
  complaintOnly: { en: 'the context does not say `complaint: true`', zh: '背景里没有 `complaint: true`（不是投诉）' },
  complaintNever: { en: 'the context says `complaint: true`', zh: '背景里有 `complaint: true`（客户在投诉）' },
  resolved: { en: 'the context says `resolved: true`', zh: '背景里有 `resolved: true`（问题已解决）' },
  verified: { en: 'the context says `verified: true`', zh: '背景里有 `verified: true`（已核实）' },
  public: { en: 'the context does not say `channel: public`', zh: '背景里没有 `channel: public`（不是公开回复）' },
  private: { en: 'the context says `channel: public`', zh: '背景里有 `channel: public`（公开回复）' },
  requests: { en: 'the context counts fewer than {} earlier requests for proof (`evidenceRequests`)', zh: '背景里之前索要凭证少于 {} 次（`evidenceRequests`）' },
  about: { en: 'neither the customer’s last message nor the reply {}', zh: '客户上一条消息和回复里都没有{}' },
  beside: { en: 'the reply says more than this: it is not the whole answer', zh: '回复里还有别的内容，不只是这一句' },
  least: { en: 'it happens fewer than {} times in the reply', zh: '全文不到 {} 处' },
  requires: { en: 'not: {}', zh: '不是这样：{}' },
  limit: { en: 'it keeps to the value above', zh: '没有超出上面的值' },
  apology: {
    en: 'an apology or empathy comes in the opening, before any explanation; or the context says `apologized: true`',
    zh: '开头在解释之前已经致歉或表示理解；或背景里有 `apologized: true`',
  },
  off: { en: 'the policy switches it off (below)', zh: '政策里关掉了（见下）' },
} satisfies Record<string, Both>;

/** What a rule's quantity is measured by: where it stands, and how it is compared. */
export const LIMIT_WORDS: Readonly<Record<Limit, { readonly path: string; readonly says: Both }>> = {
  refund: { path: 'timelines.refund', says: { en: 'a refund reaches the account', zh: '退款到账' } },
  verification: { path: 'timelines.verification', says: { en: 'a fault is verified', zh: '核实问题' } },
  'escalation-review': { path: 'timelines.escalationReview', says: { en: 'an escalated case is reviewed', zh: '升级审核' } },
  'first-reply': { path: 'timelines.firstReply', says: { en: 'the customer has a first reply', zh: '首次回复' } },
  dispatch: { path: 'timelines.dispatch', says: { en: 'a replacement leaves the warehouse', zh: '补发货物出库' } },
  delivery: { path: 'timelines.delivery', says: { en: 'the carrier delivers', zh: '物流送达' } },
  coupon: { path: 'caps.coupon', says: { en: 'coupons and credit in one reply, summed', zh: '一条回复里优惠券合计' } },
  goodwill: { path: 'caps.goodwill', says: { en: 'money paid while the goods are kept', zh: '不退货的小额补偿' } },
  multiple: { path: 'maxMultiple', says: { en: 'the highest multiple of the price', zh: '最高赔付倍数' } },
  paid: { path: 'context.paid', says: { en: 'what the customer paid (from the context, or named in the reply)', zh: '客户实付金额（来自背景或回复）' } },
  decided: { path: 'context.decision', says: { en: 'what was decided for the case (from the context)', zh: '对此事的决定（来自背景）' } },
};

/** What stands in a message where a value goes that depends on the reply. */
export const SLOTS: Readonly<Record<string, Both>> = {
  text: { en: '‹the words›', zh: '‹原话›' },
  promised: { en: '‹time promised›', zh: '‹承诺的时间›' },
  allowed: { en: '‹the policy’s time›', zh: '‹政策的时间›' },
  offered: { en: '‹amount offered›', zh: '‹承诺的金额›' },
  cap: { en: '‹the cap›', zh: '‹上限›' },
};

export const OFF = {
  text: { en: 'In the shop’s policy file: switch the rule off, or only make it lighter.', zh: '在店铺的政策文件里：关掉这条规则，或只降低它的严重程度。' },
  only: { en: 'In the shop’s policy file:', zh: '在店铺的政策文件里：' },
  category: { en: 'The whole category goes off with `"off": ["{}"]`.', zh: '`"off": ["{}"]` 会关掉整个类别。' },
} satisfies Record<string, Both>;

export const LEARNED: Both = {
  en: 'The learned reader (`replyguard/learned`) reports as `learned/<category>`; it has no rules to list, and warns at most.',
  zh: '学习得来的读者（`replyguard/learned`）以 `learned/类别` 报出；它没有规则可列，最多只给 `warn`。',
};
