/** What each category is, in plain words; for the rule reference and the playground. */
import type { Category, Language } from '../../src/types.ts';

type Both = Readonly<Record<Language, string>>;

/** A category, explained. */
export interface CategoryWords {
  readonly name: Both;
  /** What the reply does. */
  readonly flags: Both;
  /** Why it should not be sent. */
  readonly why: Both;
  /** What looks alike and is fine. */
  readonly fine: Both;
}

export const CATEGORY_WORDS: Readonly<Record<Category, CategoryWords>> = {
  guarantee: {
    name: { en: 'Guarantee', zh: '保证结果' },
    flags: {
      en: 'The reply guarantees as certain an outcome that the agent does not control: a restock, held stock, an approval that somebody else decides, an exception to the rules, that it will never happen again.',
      zh: '把客服决定不了的结果说成肯定的：补货、留货、别人审批的结果、破例、保证不再发生。',
    },
    why: { en: 'If it then does not come true, the customer feels deceived and is angrier than before.', zh: '一旦兑现不了，客户会觉得受骗，怒气加倍。' },
    fine: {
      en: '“We will do our best”, “we can’t guarantee”; a promise of the agent’s own immediate act; a benefit that the policy itself grants.',
      zh: '“尽力”“无法保证”；客服自己马上做的事；政策本身就有的保障。',
    },
  },
  liability: {
    name: { en: 'Liability', zh: '武断定责' },
    flags: {
      en: 'The reply states the cause or the fault as certain before anything was verified, or announces a punishment.',
      zh: '没有核实就断定原因或责任，或宣布处罚谁。',
    },
    why: { en: 'It may wrong somebody, and the shop is bound by it if the check finds otherwise.', zh: '可能冤枉别人；核实结果不一样时，平台会陷入被动。' },
    fine: { en: 'An apology; a possible cause that is to be checked; a cause that was found by checking.', zh: '致歉；说可能的原因并先核实；核实后查明的原因。' },
  },
  compensation: {
    name: { en: 'Compensation', zh: '补偿超限' },
    flags: {
      en: 'The reply offers more than the policy allows, or puts no limit on it: multiples, a coupon or goodwill over the cap, a gift on top of a full refund.',
      zh: '给的补偿超过政策或没有上限：按倍数赔、券或小额补偿超过上限、全额退款之外又送东西。',
    },
    why: { en: 'Either the promise is broken, or every other customer can ask for the same.', zh: '要么兑现不了，要么人人都来要同样的补偿。' },
    fine: { en: 'What the policy allows; naming a cap; refusing.', zh: '政策允许的补偿；说明上限；婉拒。' },
  },
  timeline: {
    name: { en: 'Timeline', zh: '时效承诺' },
    flags: {
      en: 'The reply commits to a time that is faster than the policy’s, or fixes as certain the time of something that the bank, the carrier or the warehouse decides.',
      zh: '承诺的时间比政策快，或把银行、快递、仓库决定的时间说成肯定的。',
    },
    why: { en: 'Others decide when it happens; each missed time makes a second complaint.', zh: '时间由别人决定；每一次过期都会变成第二次投诉。' },
    fine: { en: 'The policy’s own time or a slower one; an estimate.', zh: '政策的时间或更慢的时间；预估的时间。' },
  },
  disclosure: {
    name: { en: 'Disclosure', zh: '泄露内部信息' },
    flags: { en: 'The reply tells the customer inside information: plans, stock figures, internal rules and limits, suppliers, other customers.', zh: '把内部信息告诉客户：计划、库存数字、内部规则和额度、供应商、其他客户。' },
    why: { en: 'It may be a trade secret, and it raises hopes or quarrels that the agent can’t settle.', zh: '可能涉及商业机密，也会引出客服解决不了的期待和争执。' },
    fine: { en: 'What the shop publishes; the order’s own status.', zh: '店铺公开的政策；订单自己的状态。' },
  },
  future: {
    name: { en: 'Future', zh: '远期承诺' },
    flags: { en: 'The reply makes a long-term promise outside the agent’s remit: later versions, prices, stock or discounts.', zh: '承诺职权以外的将来：改版、价格、到货、长期优惠。' },
    why: { en: 'Nobody at the service desk decides it, and the customer will wait for it.', zh: '客服决定不了，客户却会一直等。' },
    fine: { en: '“I will pass your suggestion on”, without a promise of the result.', zh: '“会记录并反馈您的建议”，不承诺结果。' },
  },
  arguing: {
    name: { en: 'Arguing', zh: '争辩' },
    flags: { en: 'The reply argues, defends or denies instead of soothing, or puts the fault on the customer.', zh: '争辩、辩解、否认，而不是安抚，或把责任推给客户。' },
    why: { en: 'The first duty is to calm; an argument that is won loses the customer.', zh: '客服第一要务是平息；争赢了，客户也没了。' },
    fine: { en: 'Help with the usage after an apology; a neutral question.', zh: '致歉之后指导使用；中性的询问。' },
  },
  'review-pressure': {
    name: { en: 'Review pressure', zh: '施压评价' },
    flags: {
      en: 'The reply asks for a bad review to be changed before the problem is solved, threatens over it, or offers anything in return for a review.',
      zh: '问题没解决就要求删改差评、因评价威胁客户，或用好处换评价。',
    },
    why: { en: 'Platforms forbid it, and customers publish it.', zh: '平台禁止，客户也会曝光。' },
    fine: { en: 'A plain invitation to rate; a polite request after the problem was solved, without a reward.', zh: '普通的评价邀请；问题解决之后不带好处的礼貌请求。' },
  },
  vague: {
    name: { en: 'Vague', zh: '含糊其辞' },
    flags: { en: 'The reply leaves the question with “maybe” or “not sure” and gives no next step.', zh: '只说“可能吧”“不清楚”，没有下一步。' },
    why: { en: 'The customer has to ask again.', zh: '客户只能再问一遍。' },
    fine: { en: 'An estimate with a basis; not knowing, with a next step.', zh: '有依据的预估；不确定但说明下一步。' },
  },
  cold: {
    name: { en: 'Cold', zh: '冷漠' },
    flags: { en: 'The reply dismisses the customer in a bureaucratic or rude way.', zh: '生硬、冷漠或粗鲁地打发客户。' },
    why: { en: 'A bare rule ends the talk and not the problem.', zh: '搬出规定结束的是对话，不是问题。' },
    fine: { en: 'A refusal with understanding, or with an alternative.', zh: '带理解或替代办法的拒绝。' },
  },
  'no-apology': {
    name: { en: 'No apology', zh: '缺少致歉' },
    flags: { en: 'A complaint is answered with no apology or empathy in the opening.', zh: '客户在投诉，开头没有致歉或安抚。' },
    why: { en: 'First soothe, then solve: an explanation before the apology reads as an excuse.', zh: '先安抚再解决；先解释再道歉，听起来像借口。' },
    fine: { en: 'Where the caller does not say that it is a complaint; where an apology was made earlier.', zh: '没有标明是投诉的对话；之前已经致过歉。' },
  },
  'evidence-pressure': {
    name: { en: 'Evidence pressure', zh: '索证施压' },
    flags: { en: 'The reply presses for proof again, demands proof that can’t show the fault, or refuses all help without it.', zh: '反复催要凭证、要证明不了问题的凭证，或没有凭证就拒绝一切帮助。' },
    why: { en: 'A photo of a silent phone proves nothing; asking again only angers.', zh: '没有声音的手机，拍照也说明不了；反复催只会激怒客户。' },
    fine: { en: 'A first polite request for what helps.', zh: '第一次礼貌地请客户提供有用的凭证。' },
  },
  'off-platform': {
    name: { en: 'Off platform', zh: '引导站外' },
    flags: { en: 'The reply moves the talk, the payment or the deal off the platform.', zh: '把沟通、付款或交易引到平台外。' },
    why: { en: 'Nothing protects either side there, and platforms punish it.', zh: '站外没有任何保障，平台也会处罚。' },
    fine: { en: 'The platform’s own message centre, app page or hotline; the way that the order was paid.', zh: '平台自己的消息、页面或热线；订单原来的支付方式。' },
  },
  'public-exposure': {
    name: { en: 'Public exposure', zh: '公开泄露隐私' },
    flags: { en: 'A public answer shows the customer’s private details: an order number, a phone number, an address, a full name.', zh: '公开回复里出现客户的隐私：订单号、电话、地址、全名。' },
    why: { en: 'Everybody can read it.', zh: '所有人都看得到。' },
    fine: { en: 'The same in a private channel; a surname or the last four digits.', zh: '私聊里说；只有姓氏或末四位。' },
  },
};
