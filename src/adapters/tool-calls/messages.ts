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
      return { message: `${what}${given}超过上限${limit}。`, advice: `最多${limit},或转上级处理。` };
    case 'not-decided':
      return limit === ''
        ? { message: `处理决定中没有${what}。`, advice: '请按处理决定执行,或转上级处理。' }
        : { message: `${what}${given}多于处理决定的${limit}。`, advice: `最多${limit},或转上级处理。` };
    case 'other-currency':
      return { message: `${what}${given}与政策的币种不同,无法比较。`, advice: '请使用政策的币种。' };
    case 'paid-unknown':
      return { message: `不知道顾客实付多少,无法核对${what}${given}。`, advice: '请先核实实付金额。' };
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

/** What is wrong with an argument that cannot be judged. */
export function shapeMessages(path: string, expected: string, language: Language): { readonly message: string; readonly advice: string } {
  const where = path === '' ? 'arguments' : path;
  return language === 'zh'
    ? { message: `${where}:无法检查。`, advice: `${where}应为${expected}。` }
    : { message: `${where}: cannot be checked.`, advice: `${where} must be ${expected}.` };
}
