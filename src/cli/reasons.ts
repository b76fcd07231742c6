import type { Language } from '../index.ts';

/** Why a rule kept silent, in words: [zh, en]. A cue stands behind it where there is one. */
const REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  negated: ['是否定的', 'negated'],
  hedged: ['留有余地', 'hedged'],
  conditional: ['有条件', 'conditional'],
  question: ['是问句', 'a question'],
  quoted: ['是引用', 'quoted'],
  reported: ['转述别人的话', "somebody else's words"],
  done: ['说的是已发生的事', 'already done'],
  certain: ['说得肯定', 'certain'],
  attempt: ['只说尽力', 'an attempt only'],
  requested: ['是请客户去做的', 'the customer is asked to do it'],
  'within-policy': ['在店铺政策之内', "within the shop's policy"],
  'switched-off': ['政策里关掉了', 'switched off by the policy'],
  'too-few': ['只有这一处，还不够', 'too few of them'],
  'more-is-said': ['还说了别的', 'more is said'],
  'no-time': ['没有说时间', 'no time is named'],
  'no-multiple': ['没有说倍数', 'no multiple is named'],
  'too-far': ['时间还远', 'too far away'],
  'no-amount': ['没有说金额', 'no amount is named'],
  'as-decided': ['与处理结果一致', 'as decided'],
  'own-contact': ['是本店自己的联系方式', "the shop's own contact"],
  'published-channel': ['是本店公开的联系方式', 'a channel that the shop publishes'],
  'no-decision': ['背景里没有处理结果', 'the context has no decision'],
};

const CONTEXT: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  complaint: ['不是投诉', 'no complaint'],
  resolved: ['问题是否解决与规则不符', 'the rule wants another state of the problem (resolved)'],
  verified: ['原因是否核实与规则不符', 'the rule wants another state of the cause (verified)'],
  channel: ['不是公开场合', 'another channel'],
  'evidence-requests': ['之前要凭证的次数不够', 'too few earlier requests for proof'],
  about: ['没有提到相应的问题', 'nothing says what it is about'],
};

/**
 * Why a near match is no finding, in words.
 *
 * @param excuse what excused it, and the words that show it
 * @param language language of the words
 */
export function reasonOf({ by, cue }: { readonly by: string; readonly cue?: { readonly text: string } }, language: Language): string {
  const words = phrase(by, language === 'zh' ? 0 : 1);
  if (cue === undefined) return words;
  return language === 'zh' ? `${words}：“${cue.text}”` : `${words}: “${cue.text}”`;
}

function phrase(by: string, at: 0 | 1): string {
  const known = REASONS[by] ?? (by.startsWith('context-') ? CONTEXT[by.slice('context-'.length)] : undefined);
  if (known !== undefined) return known[at];
  if (by.startsWith('not-')) {
    const wanted = phrase(by.slice(4), at);
    return at === 0 ? `规则要求：${wanted}` : `the rule wants it ${wanted}`;
  }
  if (by.startsWith('no-')) return at === 0 ? `没有 ${by.slice(3)}` : `nothing says ${by.slice(3)}`;
  return at === 0 ? `另有 ${by}` : `something else is said: ${by}`;
}
