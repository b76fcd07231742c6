/** What a finding of the learned reader says. */
import type { Category, Language } from '../types.ts';

const MESSAGES: Readonly<Record<Language, Readonly<Record<Category, string>>>> = {
  en: {
    guarantee: 'reads like a guarantee of something that others decide',
    liability: 'reads like blame or a cause stated before it was verified',
    compensation: 'reads like an offer beyond the policy',
    timeline: 'reads like a time that others control, or that is faster than the policy',
    disclosure: 'reads like internal information',
    future: 'reads like a promise about the future outside the agent\'s remit',
    arguing: 'reads like arguing with the customer',
    'review-pressure': 'reads like pressure about a review',
    vague: 'reads like a vague answer with no next step',
    cold: 'reads cold',
    'no-apology': 'answers a complaint with no apology or empathy',
    'evidence-pressure': 'reads like pressing for proof',
    'off-platform': 'reads like moving the talk or the deal off the platform',
    'public-exposure': 'shows private details in public',
  },
  zh: {
    guarantee: '像是对不由客服决定的结果作保证',
    liability: '像是在核实之前认定原因或责任',
    compensation: '像是超出政策的补偿',
    timeline: '像是承诺了他人掌控的时间，或比政策更快',
    disclosure: '像是透露内部信息',
    future: '像是超出职责的长期承诺',
    arguing: '像是在与顾客争辩',
    'review-pressure': '像是在评价上给顾客施压',
    vague: '回答含糊，没有下一步',
    cold: '语气冷淡',
    'no-apology': '面对投诉没有致歉或共情',
    'evidence-pressure': '像是在逼要凭证',
    'off-platform': '像是引导离开平台',
    'public-exposure': '在公开渠道暴露隐私',
  },
};

const LEAD: Readonly<Record<Language, (text: string, message: string) => string>> = {
  en: (text, message) => `"${text}" ${message} (learned from examples).`,
  zh: (text, message) => `“${text}”${message}（由样例学得）。`,
};

const ADVICE: Readonly<Record<Language, string>> = {
  en: 'I am sorry for the trouble. Let me check this and get back to you.',
  zh: '很抱歉给您带来不便，我先为您核实，再给您答复。',
};

/** The message of a finding. */
export function messageOf(category: Category, text: string, language: Language): string {
  return LEAD[language](text, MESSAGES[language][category]);
}

/** A wording that may be said instead. */
export function adviceOf(language: Language): string {
  return ADVICE[language];
}
