/**
 * Reading amounts of money: ¥50, 三十块, "$10 x 3", 两张20元券, 满100减20.
 */
import { standsAt, unitAt } from '../text/unit.ts';
import { isFollowed, isWordCode, skipGap, skipSpaces, type Neighbours } from './fit.ts';
import type { Numeral } from './numeral.ts';
import { readNumeral, readRange } from './numerals.ts';
import type { MoneyQuantity } from './quantity.ts';
import type { Scanner } from './scanner.ts';
import { ROLE } from './vocabulary.ts';

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
function withCount(scanner: Scanner, amount: MoneyQuantity): MoneyQuantity {
  const { codes } = scanner;
  const noun = scanner.find(skipSpaces(codes, amount.end), ROLE.moneyNoun) !== null;
  const after = noun ? scanner.end : amount.end;
  const times = scanner.find(skipSpaces(codes, after), ROLE.multiply) !== null;
  if (!times && !noun) return amount;
  const number = readNumeral(scanner, times ? skipSpaces(codes, scanner.end) : after);
  if (!isCount(number)) return amount;
  if (!times && !scanner.find(number.end, ROLE.counter)) return amount;
  return { ...amount, end: times ? number.end : scanner.end, count: amount.count * number.low };
}

/** Reads an amount that a sign or code opens: ¥50, us$ 10, rmb 20-30. */
export function readSigned(scanner: Scanner, at: number): MoneyQuantity | null {
  const sign = scanner.find(at, ROLE.moneySign)?.moneySign;
  if (!sign) return null;
  const { codes } = scanner;
  const first = readNumeral(scanner, skipSpaces(codes, scanner.end));
  if (!first || first.needsUnit) return null;
  const numeral = readRange(scanner, first) ?? readSignedRange(scanner, first) ?? first;
  const unit = scanner.find(skipSpaces(codes, numeral.end), ROLE.moneyUnit) !== null;
  const end = unit ? scanner.end : numeral.end;
  return withCount(scanner, money(at, end, toMinor(promised(numeral), MINOR), sign.currency, numeral.range || numeral.rough));
}

/** The second end of "$10-$20". */
function readSignedRange(scanner: Scanner, first: Numeral): Numeral | null {
  const { codes } = scanner;
  if (!scanner.find(skipSpaces(codes, first.end), ROLE.range)) return null;
  if (!scanner.find(skipSpaces(codes, scanner.end), ROLE.moneySign)) return null;
  const second = readNumeral(scanner, skipSpaces(codes, scanner.end));
  if (!second || second.low < first.high) return null;
  return second.rangeFrom(first, second.rough);
}

/** Reads an amount after whose number a unit stands: 50元, 五十块, 5块5, "fifty bucks". */
export function readWithUnit(scanner: Scanner, numeral: Numeral): MoneyQuantity | null {
  const { codes, vocabulary } = scanner;
  const unit = scanner.find(skipGap(codes, numeral.end), ROLE.moneyUnit)?.moneyUnit;
  if (!unit) return null;
  let minor = toMinor(promised(numeral), unit.minor);
  const { end } = scanner;
  const next = unit.digit === 0 ? null : readNumeral(scanner, end);
  if (next && Number.isInteger(next.low) && next.low < 10 && !next.rough && !next.range) {
    const small = scanner.find(next.end, ROLE.moneyUnit)?.moneyUnit;
    if (small && small.minor < unit.minor) {
      minor += next.low * small.minor;
      return withCount(scanner, money(numeral.start, scanner.end, minor, unit.currency, numeral.rough));
    }
    if (!isWordCode(unitAt(codes, next.end)) || isFollowed(codes, next.end, vocabulary.bareMoney)) {
      minor += next.low * unit.digit;
      return withCount(scanner, money(numeral.start, next.end, minor, unit.currency, numeral.rough));
    }
  }
  if (numeral.low < unit.plainFrom && !isSmallAmount(codes, end, numeral, unit.small)) return null;
  return withCount(scanner, money(numeral.start, end, minor, unit.currency, numeral.range || numeral.rough));
}

/** 一块 at the end of a clause is "together" or "one piece"; other small numbers of 块 are money there. */
function isSmallAmount(codes: Uint16Array, end: number, numeral: Numeral, followers: Neighbours | null): boolean {
  if (!followers) return false;
  return isFollowed(codes, end, numeral.low === 1 ? { ...followers, edge: false } : followers);
}

/** Reads a bare number that a noun after it (20的券) or a verb before it (转您80) makes money. */
export function readBare(scanner: Scanner, numeral: Numeral): MoneyQuantity | null {
  if (numeral.needsUnit || numeral.digits > 6 || (numeral.rough && numeral.power < 10)) return null;
  const { codes, vocabulary } = scanner;
  const noun = scanner.find(skipSpaces(codes, numeral.end), ROLE.moneyNoun);
  if (numeral.form !== 'digits' && numeral.low < 10) return null;
  if (!noun && (!isFollowed(codes, numeral.end, vocabulary.bareMoney) || scanner.findLead(numeral.start)?.role !== 'spend')) return null;
  const amount = money(numeral.start, numeral.end, toMinor(promised(numeral), MINOR), null, numeral.range || numeral.rough);
  return noun ? withCount(scanner, amount) : amount;
}

/** Reads an amount of any form at `at`. */
function readAmount(scanner: Scanner, at: number): MoneyQuantity | null {
  const signed = readSigned(scanner, at);
  if (signed) return signed;
  const numeral = readNumeral(scanner, at);
  return numeral && !numeral.needsUnit ? (readWithUnit(scanner, numeral) ?? readBare(scanner, numeral)) : null;
}

/** Reads a count and an amount: 3张20元券, "two $5 coupons", "2 x $10". */
export function readCounted(scanner: Scanner, numeral: Numeral): MoneyQuantity | null {
  if (!isCount(numeral) || numeral.needsUnit) return null;
  const gap = skipSpaces(scanner.codes, numeral.end);
  const between = scanner.find(gap, ROLE.counter | ROLE.multiply) !== null;
  if (!between && gap === numeral.end) return null;
  const amount = between ? readAmount(scanner, skipSpaces(scanner.codes, scanner.end)) : readSigned(scanner, gap);
  return amount && { ...amount, start: numeral.start, count: amount.count * numeral.low };
}

/** Reads a threshold coupon, whose amount is what it takes off: 满100减20. */
export function readThreshold(scanner: Scanner, at: number): MoneyQuantity | null {
  const middle = scanner.find(at, ROLE.threshold)?.threshold?.middle;
  if (!middle) return null;
  const { codes } = scanner;
  const limit = readNumeral(scanner, skipSpaces(codes, scanner.end));
  if (!limit) return null;
  const unit = scanner.find(limit.end, ROLE.moneyUnit)?.moneyUnit;
  const next = unit ? scanner.end : limit.end;
  const word = middle.find((candidate) => standsAt(codes, candidate, next));
  if (word === undefined) return null;
  const amount = readNumeral(scanner, skipSpaces(codes, next + word.length));
  if (!amount || amount.needsUnit) return null;
  const last = scanner.find(amount.end, ROLE.moneyUnit)?.moneyUnit;
  const end = last ? scanner.end : amount.end;
  return withCount(scanner, money(at, end, toMinor(amount.low, MINOR), (last ?? unit)?.currency ?? null, amount.rough));
}
