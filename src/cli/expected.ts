import type { Language } from '../index.ts';

/** English phrases, and what they are in Chinese. */
export type Translations = readonly (readonly [english: RegExp, chinese: string])[];

/** What was expected at a place of a file, in Chinese; the library says it in English. */
const ZH: Translations = [
  [/^a number ≥ ([\d.]+) with at most 2 decimals$/, '不小于 $1 的数字，最多两位小数'],
  [/^a number ([≥≤]) ([\d.]+)$/, '$1 $2 的数字'],
  [/^a whole number ≥ (\d+)$/, '不小于 $1 的整数'],
  [/^a number from 0 to 1$/, '0 到 1 之间的数字'],
  [/^a number not below min$/, '不小于 min 的数字'],
  [/^a number ≥ 1, or "paid"$/, '不小于 1 的数字，或 "paid"'],
  [/^a text that is not empty$/, '文字，不能为空'],
  [/^a text$/, '文字'],
  [/^a list$/, '列表，例如 [甲, 乙]'],
  [/^an object$/, '键值，例如 coupon: 20'],
  [/^true or false$/, 'true 或 false'],
  [/^at least one name$/, '至少一个名字'],
  [/^at least one pattern$/, '至少一个句式'],
  [/^a time such as "16:00"$/, '时刻，例如 "16:00"'],
  [/^"estimate" or a duration$/, '"estimate"，或一段时间'],
  [/^an ISO 4217 code such as "CNY"$/, '货币代码，例如 "CNY"'],
  [/^an amount in (\w+), since the preset's is in (\w+)$/, '以 $1 计的金额（默认政策是 $2）'],
  [/^a category or the id of a rule$/, '类别，或规则的编号'],
  [/^a concept of the language packs$/, '已有的概念名；不知道概念名就用 synonyms'],
  [/^a word that the library knows$/, '检查已经认识的词；用 replyguard explain 看'],
  [/^a name in lower case with dashes$/, '小写字母和短横线组成的名字'],
  [/^one of (.+)$/, '以下之一：$1'],
  [/^a file$/, '文件名'],
  [/^another value$/, '别的值'],
];

/**
 * What was expected, as a phrase in somebody's language; what has no translation stays in English.
 *
 * @param expected as an error of the library says it
 * @param language language of the phrase
 */
export function expectedIn(expected: string, language: Language): string {
  if (language === 'en') return `expected ${expected}`;
  if (expected === 'no field of this name') return '没有这个键';
  return `应为${inChinese(expected, ZH) ?? `：${expected}`}`;
}

/** A phrase in Chinese, or `undefined` where the translations lack it. */
export function inChinese(phrase: string, translations: Translations): string | undefined {
  const found = translations.find(([english]) => english.test(phrase));
  return found && phrase.replace(found[0], found[1]);
}
