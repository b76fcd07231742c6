/**
 * Numbers as written: digits, Chinese numerals, English number words, and ranges of them.
 */
import { standsAt, unitAt } from '../text/unit.ts';
import { isDigit, skipGap, skipSpaces } from './fit.ts';
import { hanAt, NO_NUMERAL, type HanNumerals } from './han.ts';
import { Numeral } from './numeral.ts';
import type { Scanner } from './scanner.ts';
import { START_DIGIT, START_NONE, START_NUMERAL, startKind } from './starts.ts';
import { ROLE, type Vocabulary } from './vocabulary.ts';

/** What may follow an article that is a number. */
const AFTER_ARTICLE = ROLE.unit | ROLE.number | ROLE.moneyUnit;
const MAX_HAN = 16;
const MAX_WORDS = 8;

function clamp(value: number): number {
  return Math.min(value, Number.MAX_VALUE);
}

/** Reads digits with thousands groups, decimals and a Chinese power (1,299.50, 1万2). */
function readDigits(vocabulary: Vocabulary, codes: Uint16Array, at: number): Numeral {
  let end = at;
  let value = 0;
  while (isDigit(unitAt(codes, end))) value = value * 10 + unitAt(codes, end++) - 48;
  let digits = end - at;
  if (digits <= 3) {
    while (
      unitAt(codes, end) === 44 && isDigit(unitAt(codes, end + 1)) && isDigit(unitAt(codes, end + 2)) &&
      isDigit(unitAt(codes, end + 3)) && !isDigit(unitAt(codes, end + 4))
    ) {
      value = value * 1000 + (codes[end + 1]! - 48) * 100 + (codes[end + 2]! - 48) * 10 + codes[end + 3]! - 48;
      digits += 3;
      end += 4;
    }
  }
  if (unitAt(codes, end) === 46 && isDigit(unitAt(codes, end + 1))) {
    let scale = 1;
    let fraction = 0;
    end++;
    for (; isDigit(unitAt(codes, end)); end++) {
      if (scale < 1e9) {
        scale *= 10;
        fraction = fraction * 10 + codes[end]! - 48;
      }
    }
    value = (value * scale + fraction) / scale;
  }
  let power = 1;
  while (power * 10 <= value && value % (power * 10) === 0) power *= 10;
  const { han } = vocabulary;
  const large = hanAt(han, codes, end).power;
  if (large >= 100) {
    value *= large;
    power = large;
    end++;
    const next = unitAt(codes, end);
    const more = isDigit(next) ? next - 48 : hanAt(han, codes, end).digit;
    const small = hanAt(han, codes, end + 1).power || large;
    if (more > 0 && small < large) {
      value += more * small;
      end += 2;
    } else if (more > 0 && !isDigit(unitAt(codes, end + 1)) && hanAt(han, codes, end + 1) === NO_NUMERAL) {
      value += (more * large) / 10;
      end++;
    }
  }
  const low = clamp(value);
  return new Numeral(at, end, low, low, 'digits', power, digits);
}

/** Two digits side by side that mean "one or two" rather than a figure. */
function isNeighbours(first: number, second: number): boolean {
  return (second === first + 1 && first > 0) || (first === 3 && second === 5);
}

/** Reads a Chinese numeral: 二十四, 两千三, 一两, 三五十, 十几, 几百, 二〇二四. */
function readHan({ han }: Vocabulary, codes: Uint16Array, at: number): Numeral | null {
  let end = at;
  let powers = false;
  while (end - at < MAX_HAN) {
    const numeral = hanAt(han, codes, end);
    if (numeral === NO_NUMERAL) break;
    if (numeral.power > 0 || numeral.tens > 0) powers = true;
    end++;
  }
  if (end === at) return null;
  const done = (low: number, high: number, power: number, neighbours: boolean): Numeral =>
    new Numeral(at, end, low, high, 'han', power, end - at, neighbours, !neighbours && high > low);
  if (!powers) {
    const digit = (i: number): number => hanAt(han, codes, i).digit;
    if (end - at === 1) return digit(at) < 0 ? done(2, 5, 1, false) : done(digit(at), digit(at), 1, false);
    if (end - at === 2 && isNeighbours(digit(at), digit(at + 1))) return done(digit(at), digit(at + 1), 1, true);
    let value = 0;
    for (let i = at; i < end; i++) {
      if (digit(i) < 0) {
        end = i;
        break;
      }
      value = value * 10 + digit(i);
    }
    return end === at ? null : done(value, value, 0, false);
  }
  return readPowers(han, codes, at, end, done);
}

type Done = (low: number, high: number, power: number, neighbours: boolean) => Numeral;

function readPowers(han: HanNumerals, codes: Uint16Array, at: number, end: number, done: Done): Numeral {
  let low = 0;
  let high = 0;
  let sectionLow = 0;
  let sectionHigh = 0;
  let digitLow = -1;
  let digitHigh = -1;
  let lastPower = 0;
  let zero = false;
  let neighbours = false;
  for (let i = at; i < end; i++) {
    const { tens, power, vague, digit: figure } = hanAt(han, codes, i);
    const digit = vague ? -1 : figure;
    if (tens > 0) {
      sectionLow += tens;
      sectionHigh += tens;
      lastPower = 10;
    } else if (power === 0) {
      if (digit === 0) zero = true;
      else if (digit < 0) {
        digitLow = lastPower === 0 ? 2 : 1;
        digitHigh = 9;
      } else if (digitLow >= 0 && isNeighbours(digitLow, digit)) {
        digitHigh = digit;
        neighbours = true;
      } else digitLow = digitHigh = digit;
    } else if (power >= 10000) {
      sectionLow += Math.max(digitLow, 0);
      sectionHigh += Math.max(digitHigh, 0);
      low = (low + (sectionLow || 1)) * power;
      high = (high + (sectionHigh || 1)) * power;
      sectionLow = sectionHigh = 0;
      digitLow = digitHigh = -1;
      lastPower = power;
      zero = false;
    } else {
      sectionLow += (digitLow < 0 ? 1 : digitLow) * power;
      sectionHigh += (digitHigh < 0 ? 1 : digitHigh) * power;
      digitLow = digitHigh = -1;
      lastPower = power;
      zero = false;
    }
  }
  if (digitLow >= 0) {
    // 一百五 is 150 and 两千三 2300, but 一百零五 is 105 and 二十五 is 25.
    const scale = lastPower >= 100 && !zero ? lastPower / 10 : 1;
    sectionLow += digitLow * scale;
    sectionHigh += digitHigh * scale;
    lastPower = scale;
  }
  return done(clamp(low + sectionLow), clamp(high + sectionHigh), lastPower, neighbours);
}

/** Reads English number words: "twenty-five", "one hundred and fifty", "a couple of", "half an". */
function readWords(scanner: Scanner, at: number): Numeral | null {
  const word = scanner.find(at, ROLE.number)?.number;
  if (!word) return null;
  const { codes } = scanner;
  const done = (end: number, low: number, high: number, needsUnit: boolean, power: number): Numeral =>
    new Numeral(at, end, low, high, 'word', power, 0, false, high > low, needsUnit);
  let { end } = scanner;
  // "A" is a number only before a unit or a larger number, and most are not.
  if (word.role === 'article' && (scanner.mask(skipGap(codes, end)) & AFTER_ARTICLE) === 0) return null;
  if (word.role === 'whole') return done(end, word.value, word.max, true, 1);
  let total = 0;
  let section = word.value;
  let power = word.role === 'power' ? word.value : 1;
  let last = word.role;
  for (let count = 1; count < MAX_WORDS; count++) {
    const gap = skipGap(codes, end);
    if (gap === end) break;
    const joined = last === 'power' && standsAt(codes, 'and ', gap) ? skipSpaces(codes, gap + 3) : gap;
    const part = scanner.find(joined, ROLE.number)?.number;
    if (!part) break;
    if (part.role === 'power' && (last !== 'power' || part.value > power)) {
      if (part.value >= 1000) {
        total += Math.max(section, 1) * part.value;
        section = 0;
      } else section = Math.max(section, 1) * part.value;
      power = part.value;
    } else if (part.role === 'tens' && last === 'power') section += part.value;
    else if (part.role === 'ones' && (last === 'power' || (last === 'tens' && part.value < 10))) section += part.value;
    else break;
    last = part.role;
    end = scanner.end;
  }
  const value = total + section;
  return done(end, value, value, last === 'article', last === 'tens' ? 10 : power);
}

function readFresh(scanner: Scanner, at: number): Numeral | null {
  const { vocabulary, codes } = scanner;
  const code = unitAt(codes, at);
  const kind = startKind(vocabulary.starts, code);
  let numeral: Numeral | null = null;
  if (kind === START_DIGIT) numeral = readDigits(vocabulary, codes, at);
  else if (kind === START_NUMERAL) numeral = readHan(vocabulary, codes, at);
  if (!numeral && kind !== START_NONE && kind !== START_DIGIT) numeral = readWords(scanner, at);
  if (!numeral || numeral.needsUnit || !scanner.find(skipGap(codes, numeral.end), ROLE.more)) return numeral;
  return numeral.andMore(scanner.end);
}

/** Reads one number at `at`, or null. */
export function readNumeral(scanner: Scanner, at: number): Numeral | null {
  const slot = at & (scanner.numeralPlaces.length - 1);
  if (scanner.numeralPlaces[slot] !== at + scanner.offset) {
    scanner.numerals[slot] = readFresh(scanner, at);
    scanner.numeralPlaces[slot] = at + scanner.offset;
  }
  return scanner.numerals[slot] ?? null;
}

/** Extends a number to a range where a connector and a second, greater number follow; else returns null. */
export function readRange(scanner: Scanner, first: Numeral): Numeral | null {
  if (!scanner.find(skipSpaces(scanner.codes, first.end), ROLE.range)) return null;
  const second = readNumeral(scanner, skipSpaces(scanner.codes, scanner.end));
  if (!second || second.high < first.low || second.digits > 6) return null;
  return second.rangeFrom(first, second.rough && first.rough);
}
