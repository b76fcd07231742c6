import type { Duration, Language, Money, Multiple, TimeUnit } from '../types.ts';

const ZH_UNIT: Record<TimeUnit, string> = { minute: '分钟', hour: '小时', day: '天', 'business-day': '个工作日' };
const EN_UNIT: Record<TimeUnit, string> = { minute: 'minute', hour: 'hour', day: 'day', 'business-day': 'business day' };
const SYMBOL: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' };

/** A duration in words: "3–5 business days", "24小时内". */
export function formatDuration({ min, max, unit }: Duration, language: Language): string {
  if (language === 'zh') {
    if (min === max) return `${max}${ZH_UNIT[unit]}`;
    return min === 0 ? `${max}${ZH_UNIT[unit]}内` : `${min}-${max}${ZH_UNIT[unit]}`;
  }
  const plural = max === 1 ? EN_UNIT[unit] : `${EN_UNIT[unit]}s`;
  if (min === max) return `${max} ${plural}`;
  return min === 0 ? `within ${max} ${plural}` : `${min}-${max} ${plural}`;
}

/** An amount with its currency: "20元", "$10.50". */
export function formatMoney({ minor, currency }: Money, language: Language): string {
  const amount = minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2);
  if (language === 'zh' && currency === 'CNY') return `${amount}元`;
  const symbol = SYMBOL[currency];
  return symbol === undefined ? `${amount} ${currency}` : `${symbol}${amount}`;
}

/** Money or a multiple in words. */
export function formatAmount(amount: Money | Multiple, language: Language): string {
  if ('minor' in amount) return formatMoney(amount, language);
  return language === 'zh' ? `${amount.factor}倍` : `${amount.factor} times the price`;
}

/** Fills the slots of a template by asking `slot` for each name; a slot without a value becomes a neutral word, so that no brace is left. */
export function fillTemplate(template: string, slot: (name: string) => string | undefined): string {
  let result = '';
  let at = 0;
  for (;;) {
    const open = template.indexOf('{', at);
    const close = open < 0 ? -1 : template.indexOf('}', open);
    if (close < 0) return result + template.slice(at);
    result += template.slice(at, open) + (slot(template.slice(open + 1, close)) ?? '—');
    at = close + 1;
  }
}
