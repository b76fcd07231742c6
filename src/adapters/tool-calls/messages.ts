import { formatAmount } from '../../messages/format.ts';
import type { Language, Money, Multiple } from '../../types.ts';
import type { AmountArgumentFinding, AmountKind } from './report.ts';

type Said = Readonly<Record<Language, string>>;

const KIND: Readonly<Record<AmountKind, Said>> = {
  refund: { zh: '退款', en: 'refund' },
  'partial-refund': { zh: '部分退款', en: 'partial refund' },
  goodwill: { zh: '补偿金', en: 'goodwill payment' },
  coupon: { zh: '优惠券', en: 'coupon' },
  multiple: { zh: '赔偿倍数', en: 'multiple of the price' },
};

/** What is wrong with an amount, and what may be done instead. */
export function amountMessages(
  problem: AmountArgumentFinding['problem'],
  kind: AmountKind,
  offered: Money | Multiple,
  cap: Money | Multiple | null,
  language: Language,
): { readonly message: string; readonly advice: string } {
  const what = KIND[kind][language];
  const given = formatAmount(offered, language);
  const limit = cap === null ? '' : formatAmount(cap, language);
  return language === 'zh' ? inChinese(problem, what, given, limit) : inEnglish(problem, what, given, limit);
}

function inChinese(problem: AmountArgumentFinding['problem'], what: string, given: string, limit: string): { message: string; advice: string } {
  switch (problem) {
    case 'over-limit':
      return { message: `${what}${given}超过上限${limit}。`, advice: `最多${limit}，或转上级处理。` };
    case 'not-decided':
      return limit === ''
        ? { message: `处理决定中没有${what}。`, advice: '请按处理决定执行，或转上级处理。' }
        : { message: `${what}${given}多于处理决定的${limit}。`, advice: `最多${limit}，或转上级处理。` };
    case 'other-currency':
      return { message: `${what}${given}与政策的币种不同，无法比较。`, advice: '请使用政策的币种。' };
    case 'paid-unknown':
      return { message: `不知道顾客实付多少，无法核对${what}${given}。`, advice: '请先核实实付金额。' };
  }
}

function inEnglish(problem: AmountArgumentFinding['problem'], what: string, given: string, limit: string): { message: string; advice: string } {
  switch (problem) {
    case 'over-limit':
      return { message: `A ${what} of ${given} is over the limit of ${limit}.`, advice: `Give at most ${limit}, or escalate.` };
    case 'not-decided':
      return limit === ''
        ? { message: `The decision on this case has no ${what}.`, advice: 'Do what was decided, or escalate.' }
        : { message: `A ${what} of ${given} is more than the ${limit} that was decided.`, advice: `Give at most ${limit}, or escalate.` };
    case 'other-currency':
      return { message: `A ${what} of ${given} is in another currency than the policy.`, advice: "Use the policy's currency." };
    case 'paid-unknown':
      return { message: `A ${what} of ${given} cannot be compared: what was paid is not known.`, advice: 'Look up what was paid first.' };
  }
}

/** What an argument that can be judged is. */
const EXPECTED = {
  object: { zh: '一个对象', en: 'an object' },
  text: { zh: '一段文字', en: 'a text' },
  amount: { zh: '一个金额', en: 'an amount' },
  factor: { zh: '不小于0的数', en: 'a number ≥ 0' },
  decimal: { zh: '不小于0的金额，币种须已知', en: 'an amount ≥ 0 of a known currency' },
  minor: { zh: '不小于0的整数，以最小货币单位计，币种须已知', en: 'a whole number ≥ 0 of minor units of a known currency' },
} as const satisfies Readonly<Record<string, Said>>;

/** What an argument was expected to be. */
export type ExpectedShape = keyof typeof EXPECTED;

/** What is wrong with an argument that cannot be judged. */
export function shapeMessages(
  path: string,
  shape: ExpectedShape,
  language: Language,
): { readonly expected: string; readonly message: string; readonly advice: string } {
  const expected = EXPECTED[shape][language];
  if (language === 'zh') return { expected, message: '无法检查。', advice: `${path === '' ? '参数' : path}应为${expected}。` };
  return { expected, message: 'Cannot be checked.', advice: `${path === '' ? 'The arguments' : path} must be ${expected}.` };
}

/** One line on a finding: where it is, then what is to be said of it. */
export function lineOf(path: string, said: string, language: Language): string {
  return path === '' ? said : `${path}${language === 'zh' ? '：' : ': '}${said}`;
}

/** Two sentences one after the other. */
export function sentences(first: string, second: string, language: Language): string {
  return language === 'zh' ? first + second : `${first} ${second}`;
}

/** Why a call that has a faulty text was stopped, without its words. */
export function brokenRule(rule: string, language: Language): string {
  return language === 'zh' ? `不得违反 ${rule}。` : `Must not break ${rule}.`;
}
