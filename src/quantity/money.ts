/**
 * Reading amounts of money: ¥50, 三十块, "$10 x 3", 两张20元券, 满100减20.
 */
import { find, findLead, isWordCode, skipGap, skipSpaces, startsAny } from './match.ts';
import { readNumeral, readRange, type Numeral } from './numerals.ts';
import type { MoneyQuantity } from './quantity.ts';
import { ROLE, type Vocabulary } from './vocabulary.ts';

const MINOR = 100;
const MAX_COUNT = 10000;

function toMinor(value: number, minor: number): number {
  return Math.min(Math.round(value * minor), Number.MAX_SAFE_INTEGER);
}

/** What is promised of a number: the upper end of a range, the lower of a vague word (几百). */
function promised(numeral: Numeral): number {
  return numeral.range ? numeral.high : numeral.low;
}

function money(start: number, end: number, minor: number, currency: string | null, approximate: boolean, count = 1): MoneyQuantity {
  return { kind: 'money', start, end, minor, currency, count, approximate };
}

function isCount(numeral: Numeral | null): numeral is Numeral {
  return numeral !== null && Number.isInteger(numeral.low) && numeral.low >= 1 && numeral.low <= MAX_COUNT && !numeral.rough;
}

/** Adds how many: 券×3, "coupons x 3", 券3张. */
function withCount(vocabulary: Vocabulary, text: string, amount: MoneyQuantity): MoneyQuantity {
  const noun = find(vocabulary, text, skipSpaces(text, amount.end), ROLE.moneyNoun);
  const after = noun ? noun.end : amount.end;
  const times = find(vocabulary, text, skipSpaces(text, after), ROLE.multiply);
  const number = readNumeral(vocabulary, text, times ? skipSpaces(text, times.end) : after);
  if (!isCount(number)) return amount;
  if (times) return { ...amount, end: number.end, count: amount.count * number.low };
  const counter = noun && find(vocabulary, text, number.end, ROLE.counter);
  return counter ? { ...amount, end: counter.end, count: amount.count * number.low } : amount;
}

/** Reads an amount that a sign or code opens: ¥50, us$ 10, rmb 20-30. */
export function readSigned(vocabulary: Vocabulary, text: string, at: number): MoneyQuantity | null {
  const sign = find(vocabulary, text, at, ROLE.moneySign);
  if (!sign?.lexeme.moneySign) return null;
  const first = readNumeral(vocabulary, text, skipSpaces(text, sign.end));
  if (!first || first.needsUnit) return null;
  const connector = readRange(vocabulary, text, first) ?? readSignedRange(vocabulary, text, first);
  const numeral = connector ?? first;
  const amount = money(at, numeral.end, toMinor(promised(numeral), MINOR), sign.lexeme.moneySign.currency, numeral.range || numeral.rough);
  const unit = find(vocabulary, text, skipSpaces(text, amount.end), ROLE.moneyUnit)?.end;
  return withCount(vocabulary, text, unit === undefined ? amount : { ...amount, end: unit });
}

/** The second end of "$10-$20". */
function readSignedRange(vocabulary: Vocabulary, text: string, first: Numeral): Numeral | null {
  const connector = find(vocabulary, text, skipSpaces(text, first.end), ROLE.range);
  const sign = connector && find(vocabulary, text, skipSpaces(text, connector.end), ROLE.moneySign);
  const second = sign && readNumeral(vocabulary, text, skipSpaces(text, sign.end));
  if (!second || second.low < first.high) return null;
  return { ...second, start: first.start, low: first.low, range: true };
}

/** Reads an amount after whose number a unit stands: 50元, 五十块, 5块5, "fifty bucks". */
export function readWithUnit(vocabulary: Vocabulary, text: string, numeral: Numeral): MoneyQuantity | null {
  const match = find(vocabulary, text, skipGap(text, numeral.end), ROLE.moneyUnit);
  const unit = match?.lexeme.moneyUnit;
  if (!match || !unit) return null;
  let minor = toMinor(promised(numeral), unit.minor);
  let { end } = match;
  let whole = true;
  const next = readNumeral(vocabulary, text, end);
  if (next && unit.digit && Number.isInteger(next.low) && next.low < 10 && !next.rough && !next.range) {
    const small = find(vocabulary, text, next.end, ROLE.moneyUnit);
    if (small?.lexeme.moneyUnit && small.lexeme.moneyUnit.minor < unit.minor) {
      minor += next.low * small.lexeme.moneyUnit.minor;
      end = small.end;
      whole = false;
    } else if (!isWordCode(text.charCodeAt(next.end)) || startsAny(text, next.end, vocabulary.bareMoney)) {
      minor += next.low * unit.digit;
      end = next.end;
      whole = false;
    }
  }
  if (whole && unit.plainFrom !== undefined && numeral.low < unit.plainFrom) {
    // 一块 at the end of a clause is "together" or "one piece".
    const before = (unit.smallBefore ?? []).filter((word) => word !== '' || numeral.low !== 1);
    if (!startsAny(text, end, before)) return null;
  }
  return withCount(vocabulary, text, money(numeral.start, end, minor, unit.currency, numeral.range || numeral.rough));
}

/** Reads a bare number that a noun after it (20的券) or a verb before it (转您80) makes money. */
export function readBare(vocabulary: Vocabulary, text: string, numeral: Numeral, floor: number): MoneyQuantity | null {
  if (numeral.needsUnit || numeral.digits > 6 || numeral.rough && numeral.power < 10) return null;
  const noun = find(vocabulary, text, skipSpaces(text, numeral.end), ROLE.moneyNoun);
  const small = numeral.form !== 'digits' && numeral.low < 10;
  if (noun && small) return null;
  const amount = money(numeral.start, numeral.end, toMinor(promised(numeral), MINOR), null, numeral.range || numeral.rough);
  if (noun) return withCount(vocabulary, text, amount);
  if (small || !startsAny(text, numeral.end, vocabulary.bareMoney)) return null;
  const lead = findLead(vocabulary, text, numeral.start, floor);
  return lead?.lead.role === 'spend' ? amount : null;
}

/** Reads an amount of any form at `at`. */
function readAmount(vocabulary: Vocabulary, text: string, at: number, floor: number): MoneyQuantity | null {
  const signed = readSigned(vocabulary, text, at);
  if (signed) return signed;
  const numeral = readNumeral(vocabulary, text, at);
  if (!numeral || numeral.needsUnit) return null;
  return readWithUnit(vocabulary, text, numeral) ?? readBare(vocabulary, text, numeral, floor);
}

/** Reads a count and an amount: 3张20元券, "two $5 coupons", "2 x $10". */
export function readCounted(vocabulary: Vocabulary, text: string, numeral: Numeral): MoneyQuantity | null {
  if (!isCount(numeral) || numeral.needsUnit) return null;
  const gap = skipSpaces(text, numeral.end);
  const between = find(vocabulary, text, gap, ROLE.counter | ROLE.multiply);
  const amount = between
    ? readAmount(vocabulary, text, skipSpaces(text, between.end), between.end)
    : readSigned(vocabulary, text, gap);
  if (!amount || (!between && gap === numeral.end)) return null;
  return { ...amount, start: numeral.start, count: amount.count * numeral.low };
}

/** Reads a threshold coupon, whose amount is what it takes off: 满100减20. */
export function readThreshold(vocabulary: Vocabulary, text: string, at: number): MoneyQuantity | null {
  const open = find(vocabulary, text, at, ROLE.threshold);
  const middle = open?.lexeme.threshold?.middle;
  if (!open || !middle) return null;
  const limit = readNumeral(vocabulary, text, skipSpaces(text, open.end));
  if (!limit) return null;
  const unit = find(vocabulary, text, limit.end, ROLE.moneyUnit);
  const at2 = unit ? unit.end : limit.end;
  const word = middle.find((candidate) => text.startsWith(candidate, at2));
  if (word === undefined) return null;
  const amount = readNumeral(vocabulary, text, skipSpaces(text, at2 + word.length));
  if (!amount || amount.needsUnit) return null;
  const last = find(vocabulary, text, amount.end, ROLE.moneyUnit);
  const currency = (last ?? unit)?.lexeme.moneyUnit?.currency ?? null;
  return withCount(vocabulary, text, money(at, last ? last.end : amount.end, toMinor(amount.low, MINOR), currency, amount.rough));
}
