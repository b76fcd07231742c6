/**
 * What the acts that excuse a rule say, in words that go after "the reply also …". An act without words here is shown by its
 * name: the pages stay readable while rules are being written.
 */
import type { Language } from '../../src/types.ts';

type Both = Readonly<Record<Language, string>>;

const ACT_WORDS: Readonly<Record<string, Both>> = {
  alternative: { en: 'offers an alternative', zh: '给出替代办法' },
  apology: { en: 'apologises', zh: '致歉' },
  'bad-review-named': { en: 'names the bad review', zh: '提到差评' },
  'cause-checked': { en: 'says that the cause was checked', zh: '说明已经核实过原因' },
  'cost-named': { en: 'names costs of others', zh: '提到他人收取的费用' },
  delivery: { en: 'names a delivery time', zh: '说明送达时间' },
  empathy: { en: 'shows understanding', zh: '表示理解' },
  'fault-named': { en: 'names what was faulty or missing', zh: '说明坏了或少了什么' },
  'follow-up': { en: 'says what the agent does next', zh: '说明客服接下来做什么' },
  'full-refund': { en: 'grants a full refund', zh: '给全额退款' },
  'goods-kept': { en: 'lets the customer keep the goods', zh: '让客户留着商品' },
  'goods-returned': { en: 'takes the goods back', zh: '让客户退回商品' },
  'new-goods-given': { en: 'gives new goods', zh: '给新的商品' },
  'next-step': { en: 'names a next step', zh: '说明下一步' },
  'off-warning': { en: 'warns against leaving the platform', zh: '提醒客户不要到站外' },
  'refund-arrival': { en: 'names when the refund arrives', zh: '说明退款到账时间' },
  'remedy-choice': { en: 'offers the remedies as a choice', zh: '让客户在方案中选一种' },
  'smell-fault': { en: 'speaks of a smell', zh: '说的是气味问题' },
  'sound-fault': { en: 'speaks of a sound', zh: '说的是声音问题' },
  unsaid: { en: 'says that it can’t be said', zh: '说“不好说”' },
  unsure: { en: 'says that the agent is not sure', zh: '说“不确定”' },
};

/** Verb forms as they stand after "does not also …": the third person goes. */
const INFINITIVE: Readonly<Record<string, string>> = { apologises: 'apologise', grants: 'grant', gives: 'give', lets: 'let', names: 'name', offers: 'offer', says: 'say', shows: 'show', speaks: 'speak', takes: 'take', warns: 'warn' };

/** Whether an act has words here. */
export function hasWords(act: string): boolean {
  return act in ACT_WORDS;
}

/** What an act says: `offers an alternative`. */
export function actWords(act: string, language: Language): string {
  return ACT_WORDS[act]?.[language] ?? `\`${act}\``;
}

/** The same after "does not also": `offer an alternative`. */
export function actInfinitive(act: string, language: Language): string {
  const words = actWords(act, language);
  if (language === 'zh') return words;
  const [verb = '', ...rest] = words.split(' ');
  return [INFINITIVE[verb] ?? verb, ...rest].join(' ');
}
