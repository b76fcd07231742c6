/**
 * Reading days, weeks, months and dates.
 */
import { standsAt, unitAt } from '../text/unit.ts';
import { Atom } from './atom.ts';
import { isLetter, skipGap, skipSpaces } from './fit.ts';
import type { Numeral } from './numeral.ts';
import { readNumeral } from './numerals.ts';
import { DATE_DAYS, type TimeTarget } from './quantity.ts';
import type { Scanner } from './scanner.ts';
import { CALENDAR_ROLES, ROLE } from './vocabulary.ts';

/** The span of a time of day with no day named. */
export const HALF_DAY = { min: 0, max: 12, unit: 'hour' } as const;
const ONE_DAY = { min: 0, max: 1, unit: 'day' } as const;
const DATE = { min: 0, max: DATE_DAYS, unit: 'day' } as const;
const MIN_YEAR = 1900;
const MAX_YEAR = 2199;
const MAX_DAY = 31;
const COLON = 58;
const HYPHEN = 45;
const SLASH = 47;
const DOT = 46;

/**
 * Reads a word that is a time by itself (今晚, "tomorrow", 下周三, "March 5th") or a part of the day.
 * @param joined Whether it stands beside another time, where a part of the day is meant rather than a figure of speech.
 */
export function readCalendarWord(scanner: Scanner, at: number, joined: boolean): Atom | null {
  const lexeme = scanner.find(at, CALENDAR_ROLES);
  if (!lexeme) return null;
  const { roles, end } = scanner;
  if (lexeme.time && (roles & ROLE.time) !== 0 && !(joined && (roles & ROLE.part) !== 0)) {
    const { duration, form, anchor, target, pm, past } = lexeme.time;
    const atom = new Atom(at, end, duration, anchor, target);
    atom.form = form;
    atom.pm = pm;
    atom.past = past;
    atom.soft = target?.minuteOfDay !== undefined;
    return atom;
  }
  if (lexeme.week && (roles & ROLE.week) !== 0) return readWeek(scanner, at, end, lexeme.week.offset);
  if (lexeme.weekday && (roles & ROLE.weekday) !== 0) {
    return new Atom(at, end, ONE_DAY, 'weekday', { weekday: lexeme.weekday.weekday });
  }
  if (lexeme.month && (roles & ROLE.month) !== 0) return readMonthName(scanner, at, end, lexeme.month.month);
  if (!lexeme.part) return null;
  const atom = new Atom(at, end, HALF_DAY, 'clock', { minuteOfDay: lexeme.part.end });
  atom.pm = lexeme.part.pm;
  atom.soft = true;
  return atom;
}

function readWeek(scanner: Scanner, at: number, end: number, offset: number | null): Atom | null {
  const weekday = scanner.vocabulary.weekCharacters.get(unitAt(scanner.codes, end));
  const ahead = offset !== null && offset > 0 ? offset : 0;
  if (weekday === undefined && offset === null) return null;
  // The shortest reading of a later week counts from its eve, a Sunday.
  const max = ahead === 0 ? 1 : weekday === undefined ? 7 * ahead : 7 * (ahead - 1) + weekday;
  const min = ahead === 0 || weekday === undefined ? 0 : 1;
  const target: TimeTarget = { weekday: weekday ?? 7, ...(offset !== null && { weekOffset: offset }) };
  const atom = new Atom(at, weekday === undefined ? end : end + 1, { min, max, unit: 'day' }, 'weekday', target);
  atom.past = offset !== null && offset < 0;
  return atom;
}

function isDayNumber(numeral: Numeral | null): numeral is Numeral {
  return numeral !== null && numeral.low >= 1 && numeral.high <= MAX_DAY && Number.isInteger(numeral.low) && !numeral.rough;
}

/** "march 5th", "may 3"; a month alone needs a lead word. */
function readMonthName(scanner: Scanner, at: number, end: number, month: number): Atom {
  const day = readNumeral(scanner, skipSpaces(scanner.codes, end));
  if (isDayNumber(day) && day.form === 'digits') {
    const suffix = scanner.find(day.end, ROLE.dateUnit)?.dateUnit?.part === 'day';
    const last = suffix ? scanner.end : day.end;
    if (!isLetter(unitAt(scanner.codes, last))) return new Atom(at, last, DATE, 'date', { month, dayOfMonth: day.low });
  }
  const atom = new Atom(at, end, DATE, 'date', { month });
  atom.needsLead = true;
  return atom;
}

/** Reads 2024-11-05, 2024/11/5 and 2024.11.5. */
export function readNumericDate(scanner: Scanner, numeral: Numeral): Atom | null {
  const { codes } = scanner;
  const mark = unitAt(codes, numeral.end);
  if (numeral.digits !== 4 || (mark !== HYPHEN && mark !== SLASH && mark !== DOT)) return null;
  if (numeral.low < MIN_YEAR || numeral.low > MAX_YEAR) return null;
  const month = readNumeral(scanner, numeral.end + 1);
  if (!month || month.form !== 'digits' || unitAt(codes, month.end) !== mark || month.low < 1 || month.low > 12) return null;
  const day = readNumeral(scanner, month.end + 1);
  if (!isDayNumber(day) || day.form !== 'digits') return null;
  return new Atom(numeral.start, day.end, DATE, 'date', { year: numeral.low, month: month.low, dayOfMonth: day.low });
}

/** Reads a date after a number: 3月5日, 12号, 2025年1月1日, "5th", "12th of march". */
export function readDate(scanner: Scanner, numeral: Numeral): Atom | null {
  return readDatePart(scanner, numeral, 'year');
}

/** `largest` is the largest unit that may still come, so that a date is read in at most three steps. */
function readDatePart(scanner: Scanner, numeral: Numeral, largest: 'year' | 'month' | 'day'): Atom | null {
  if (!Number.isInteger(numeral.low) || numeral.rough || (numeral.range && numeral.high > MAX_DAY)) return null;
  const gap = skipSpaces(scanner.codes, numeral.end);
  const lexeme = scanner.find(gap, ROLE.dateUnit | ROLE.month);
  if (!lexeme) return null;
  const { end, roles } = scanner;
  if (lexeme.month && (roles & ROLE.month) !== 0 && gap > numeral.end && isDayNumber(numeral) && numeral.form === 'digits') {
    return new Atom(numeral.start, end, DATE, 'date', { month: lexeme.month.month, dayOfMonth: numeral.high });
  }
  const unit = lexeme.dateUnit;
  if (!unit) return null;
  if (unit.part === 'day') return isDayNumber(numeral) ? readOrdinal(scanner, numeral, end, unit.needsLead) : null;
  if (unit.part === 'year') {
    if (largest !== 'year' || numeral.low < MIN_YEAR || numeral.low > MAX_YEAR) return null;
    const rest = readRest(scanner, end, 'month');
    if (!rest) return null;
    rest.start = numeral.start;
    rest.target = { ...rest.target, year: numeral.low };
    return rest;
  }
  if (largest === 'day' || numeral.low < 1 || numeral.low > 12 || numeral.range) return null;
  const rest = readRest(scanner, end, 'day');
  if (!rest) return new Atom(numeral.start, end, DATE, 'date', { month: numeral.low });
  rest.start = numeral.start;
  rest.needsLead = false;
  rest.target = { month: numeral.low, dayOfMonth: rest.target?.dayOfMonth ?? 1 };
  return rest;
}

function readRest(scanner: Scanner, at: number, largest: 'month' | 'day'): Atom | null {
  const next = readNumeral(scanner, at);
  return next && readDatePart(scanner, next, largest);
}

function readOrdinal(scanner: Scanner, numeral: Numeral, end: number, needsLead: boolean): Atom {
  const { codes } = scanner;
  const month = scanner.find(standsAt(codes, ' of ', end) ? end + 4 : skipGap(codes, end), ROLE.month)?.month;
  if (month) return new Atom(numeral.start, scanner.end, DATE, 'date', { month: month.month, dayOfMonth: numeral.high });
  const atom = new Atom(numeral.start, end, DATE, 'date', { dayOfMonth: numeral.high });
  atom.needsLead = needsLead;
  return atom;
}

/** Whether a colon of a clock time (10:30) stands at `at`. */
export function isColon(codes: Uint16Array, at: number): boolean {
  return unitAt(codes, at) === COLON;
}
