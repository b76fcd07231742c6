/**
 * Reading counted lengths of time: 24小时, 3-5个工作日, "an hour and a half", "a day or two".
 */
import { standsAt, unitAt } from '../text/unit.ts';
import type { Duration } from '../types.ts';
import { Atom } from './atom.ts';
import { skipGap, skipSpaces } from './fit.ts';
import type { Numeral } from './numeral.ts';
import { readNumeral } from './numerals.ts';
import type { Scanner } from './scanner.ts';
import { ROLE } from './vocabulary.ts';

const HOURS = { minute: 1 / 60, hour: 1, day: 24, 'business-day': 24 } as const;
const TIDY = 1e6;
const MIN_YEAR = 1900;
const LETTER_A = 97;
/** 零 and 又 join a smaller unit to a larger one. */
const ZERO = 0x96f6;
const AGAIN = 0x53c8;

interface Length {
  readonly duration: Duration;
  readonly end: number;
  /** The unit can also end a date (日). */
  readonly datelike: boolean;
}

function tidy(value: number): number {
  if (Number.isInteger(value)) return value;
  return Math.round(value * TIDY) / TIDY;
}

function readLength(scanner: Scanner, numeral: Numeral): Length | null {
  const lexeme = scanner.find(skipGap(scanner.codes, numeral.end), ROLE.unit);
  const unit = lexeme?.unit;
  if (!unit) return null;
  // 2024年 is a year and not 2,024 of them.
  if (lexeme.dateUnit?.part === 'year' && numeral.low >= MIN_YEAR) return null;
  const { plus } = unit;
  const min = tidy(numeral.low * unit.size + plus);
  const max = numeral.high === numeral.low ? min : tidy(numeral.high * unit.size + plus);
  return { duration: { min, max, unit: unit.unit }, end: scanner.end, datelike: lexeme.dateUnit?.part === 'day' };
}

/** The same duration in another unit. */
function convert(duration: Duration, unit: Duration['unit']): Duration {
  if (duration.unit === unit) return duration;
  const factor = HOURS[duration.unit] / HOURS[unit];
  return { min: tidy(duration.min * factor), max: tidy(duration.max * factor), unit };
}

/** Adds a smaller unit that follows: 1小时30分钟, "2 days and 4 hours". */
function readRest(scanner: Scanner, first: Length): Length {
  const { codes } = scanner;
  let at = skipSpaces(codes, first.end);
  const code = unitAt(codes, at);
  if (code === LETTER_A && standsAt(codes, 'and ', at)) at += 4;
  else if (code === ZERO || code === AGAIN) at++;
  const numeral = readNumeral(scanner, at);
  if (!numeral || (numeral.form === 'word' && at === first.end)) return first;
  const second = readLength(scanner, numeral);
  if (!second || HOURS[second.duration.unit] >= HOURS[first.duration.unit]) return first;
  const base = convert(first.duration, second.duration.unit);
  const duration = { min: base.min + second.duration.min, max: base.max + second.duration.max, unit: base.unit };
  return { duration, end: second.end, datelike: false };
}

/** Extends to a second end with or without its own unit: 24小时到48小时, "a day or two". */
function readSecondEnd(scanner: Scanner, first: Length): Length | null {
  const { codes } = scanner;
  if (!scanner.find(skipSpaces(codes, first.end), ROLE.range)) return null;
  const numeral = readNumeral(scanner, skipSpaces(codes, scanner.end));
  if (!numeral || numeral.digits > 6) return null;
  const second = readLength(scanner, numeral);
  if (second) {
    const { max } = convert(second.duration, first.duration.unit);
    return max < first.duration.min ? null : { duration: { ...first.duration, max }, end: second.end, datelike: false };
  }
  if (numeral.form !== 'word' || numeral.needsUnit || numeral.low !== 2 || numeral.high !== 2) return null;
  return { duration: { ...first.duration, max: tidy(first.duration.min * 2) }, end: numeral.end, datelike: false };
}

/**
 * Reads a length of time that starts with `numeral`.
 * A number with 日 that is no range is left to dates unless a tail word makes it a length (3日内).
 */
export function readDuration(scanner: Scanner, numeral: Numeral): Atom | null {
  const first = readLength(scanner, numeral);
  if (!first) return null;
  if (first.datelike && !numeral.range) {
    const role = scanner.find(first.end, ROLE.tail)?.tail?.role;
    if (!role || role === 'before' || role === 'about' || role === 'by') return null;
  }
  const whole = readRest(scanner, first);
  const range = readSecondEnd(scanner, whole);
  const { duration, end } = range ?? whole;
  const atom = new Atom(numeral.start, end, duration, 'relative');
  atom.form = range || numeral.range ? 'range' : 'duration';
  atom.approximate = numeral.rough;
  atom.counted = true;
  return atom;
}
