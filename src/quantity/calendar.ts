/**
 * Reading days, dates, parts of the day and clock times.
 */
import { calendarAtom, namesDay, type Atom } from './atom.ts';
import { find, findLead, skipGap, skipSpaces, startsAny } from './match.ts';
import { readNumeral, readRange, type Numeral } from './numerals.ts';
import { DATE_DAYS, type TimeTarget } from './quantity.ts';
import { isDigit, isLetter, ROLE, type Vocabulary } from './vocabulary.ts';

const HALF_DAY = { min: 0, max: 12, unit: 'hour' } as const;
const ONE_DAY = { min: 0, max: 1, unit: 'day' } as const;
const DATE = { min: 0, max: DATE_DAYS, unit: 'day' } as const;
const CALENDAR_WORDS = ROLE.time | ROLE.week | ROLE.weekday | ROLE.month | ROLE.part;
const MAX_JOINTS = 3;

/** Reads a word that is a time by itself (今晚, "tomorrow", 下周三, "March 5th"); `joined` after another time. */
export function readCalendarWord(vocabulary: Vocabulary, text: string, at: number, joined: boolean): Atom | null {
  const match = find(vocabulary, text, at, CALENDAR_WORDS);
  if (!match) return null;
  const { lexeme, roles, end } = match;
  if (lexeme.time && roles & ROLE.time && !(joined && roles & ROLE.part)) {
    const { min, max, unit, form, anchor, target, pm, past } = lexeme.time;
    const soft = target?.minuteOfDay !== undefined;
    return {
      start: at, end, duration: { min, max, unit }, form: form ?? 'point', anchor: anchor ?? 'relative', approximate: false,
      ...(target && { target }), counted: false, pm: pm ?? false, soft, needsLead: false, past: past ?? false,
    };
  }
  if (lexeme.week && roles & ROLE.week) return readWeek(vocabulary, text, at, end, lexeme.week.offset);
  if (lexeme.weekday && roles & ROLE.weekday) {
    return calendarAtom(at, end, ONE_DAY, 'weekday', { weekday: lexeme.weekday.weekday });
  }
  if (lexeme.month && roles & ROLE.month) return readMonthName(vocabulary, text, at, end, lexeme.month.month);
  if (lexeme.part && roles & ROLE.part) {
    const { end: minute, pm } = lexeme.part;
    const part = calendarAtom(at, end, HALF_DAY, 'clock', { minuteOfDay: minute }, { pm: pm ?? false, soft: true });
    const grown = joined ? part : extendAtom(vocabulary, text, part);
    return joined || grown.end > end ? grown : null;
  }
  return null;
}

function readWeek(vocabulary: Vocabulary, text: string, at: number, end: number, offset: number | undefined): Atom | null {
  const weekday = vocabulary.weekCharacters.get(text.charCodeAt(end));
  const past = offset !== undefined && offset < 0;
  if (weekday === undefined) {
    if (offset === undefined) return null;
    const duration = offset > 0 ? { min: 0, max: 7 * offset, unit: 'day' as const } : ONE_DAY;
    return calendarAtom(at, end, duration, 'weekday', { weekday: 7, weekOffset: offset }, { past });
  }
  const days = offset !== undefined && offset > 0 ? 7 * (offset - 1) + weekday : 1;
  const target: TimeTarget = offset === undefined ? { weekday } : { weekday, weekOffset: offset };
  return calendarAtom(at, end + 1, { min: offset ? Math.min(1, days) : 0, max: days, unit: 'day' }, 'weekday', target, { past });
}

function isDayNumber(numeral: Numeral | null): numeral is Numeral {
  return numeral !== null && numeral.low >= 1 && numeral.high <= 31 && Number.isInteger(numeral.low) && !numeral.rough;
}

/** "march 5th", "may 3, 2025"; a month alone needs a lead word. */
function readMonthName(vocabulary: Vocabulary, text: string, at: number, end: number, month: number): Atom {
  const day = readNumeral(vocabulary, text, skipSpaces(text, end));
  if (!isDayNumber(day) || day.form !== 'digits') {
    return calendarAtom(at, end, DATE, 'date', { month }, { needsLead: true });
  }
  const suffix = find(vocabulary, text, day.end, ROLE.dateUnit);
  const last = suffix?.lexeme.dateUnit?.part === 'day' ? suffix.end : day.end;
  if (isLetter(text.charCodeAt(last))) return calendarAtom(at, end, DATE, 'date', { month }, { needsLead: true });
  return calendarAtom(at, last, DATE, 'date', { month, dayOfMonth: day.low });
}

/** Two digits at `at`, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  if (!isDigit(tens) || !isDigit(ones) || isDigit(text.charCodeAt(at + 2))) return -1;
  return (tens - 48) * 10 + ones - 48;
}

/** Reads the digit forms: 10:30, 2024-11-05, 2024/11/5. */
export function readDigitForm(vocabulary: Vocabulary, text: string, numeral: Numeral): Atom | null {
  const mark = text.charCodeAt(numeral.end);
  if (mark === 58 && numeral.low <= 24) {
    const minutes = twoDigits(text, numeral.end + 1);
    if (minutes < 0 || minutes > 59 || text.charCodeAt(numeral.start - 1) === 58 || text.charCodeAt(numeral.end + 3) === 58) return null;
    const half = find(vocabulary, text, skipSpaces(text, numeral.end + 3), ROLE.clockUnit);
    const unit = half?.lexeme.clockUnit;
    const shifted = unit?.half ? halfDay(numeral.low, unit.half) : numeral.low;
    return calendarAtom(numeral.start, half && unit?.half ? half.end : numeral.end + 3, HALF_DAY, 'clock', { minuteOfDay: shifted * 60 + minutes });
  }
  if (numeral.digits === 4 && (mark === 45 || mark === 47 || mark === 46) && numeral.low >= 1900 && numeral.low < 2200) {
    const month = readNumeral(vocabulary, text, numeral.end + 1);
    if (!month || month.form !== 'digits' || text.charCodeAt(month.end) !== mark) return null;
    const day = readNumeral(vocabulary, text, month.end + 1);
    if (!day || day.form !== 'digits' || month.low < 1 || month.low > 12 || !isDayNumber(day)) return null;
    return calendarAtom(numeral.start, day.end, DATE, 'date', { year: numeral.low, month: month.low, dayOfMonth: day.low });
  }
  return null;
}

function halfDay(hour: number, half: 'am' | 'pm'): number {
  if (half === 'pm') return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

/**
 * Reads a clock time after a number (8点30分, 5 pm, 9-12点).
 * @param weak Whether the number with a bare 点 is enough: a day or a part of the day stands before it.
 */
export function readClock(vocabulary: Vocabulary, text: string, numeral: Numeral, weak: boolean): Atom | null {
  if (numeral.high > 24 || numeral.rough || !Number.isInteger(numeral.high)) return null;
  const match = find(vocabulary, text, skipSpaces(text, numeral.end), ROLE.clockUnit);
  const unit = match?.lexeme.clockUnit;
  if (!match || !unit) return null;
  let { end } = match;
  let minutes = unit.minutes;
  let strong = weak || !unit.weak || numeral.range || numeral.high > 12;
  if (unit.open) {
    const more = readNumeral(vocabulary, text, end);
    if (more && more.low < 60 && !more.rough && Number.isInteger(more.low) && (more.form === 'digits' ? more.digits === 2 : more.low >= 5)) {
      minutes = more.low;
      const suffix = find(vocabulary, text, more.end, ROLE.clockUnit);
      end = suffix?.lexeme.clockUnit?.minutes === -1 ? suffix.end : more.end;
      strong = true;
    }
  }
  if (unit.minutes === -1) return null;
  const hour = unit.half ? halfDay(numeral.high, unit.half) : numeral.high;
  return calendarAtom(numeral.start, end, HALF_DAY, 'clock', { minuteOfDay: hour * 60 + minutes }, {
    needsLead: !strong, form: numeral.range ? 'range' : 'point',
  });
}

/** "at three", "by 5": a bare hour after a lead word, where nothing that it could count follows. */
export function readBareClock(vocabulary: Vocabulary, text: string, numeral: Numeral, floor: number): Atom | null {
  if (numeral.form === 'han' || numeral.high > 12 || numeral.low < 1 || !Number.isInteger(numeral.low) || numeral.rough) return null;
  if (!startsAny(text, numeral.end, vocabulary.bareClock)) return null;
  const lead = findLead(vocabulary, text, numeral.start, floor);
  if (lead?.lead.role !== 'at' && lead?.lead.role !== 'by') return null;
  return calendarAtom(numeral.start, numeral.end, HALF_DAY, 'clock', { minuteOfDay: numeral.low * 60 });
}

/** Reads a date after a number: 3月5日, 12号, 2025年1月1日, "5th", "12th of march". */
export function readDate(vocabulary: Vocabulary, text: string, numeral: Numeral): Atom | null {
  return readDatePart(vocabulary, text, numeral, 'year');
}

/** `largest` is the largest unit that may still come, so that a date is read in at most three steps. */
function readDatePart(vocabulary: Vocabulary, text: string, numeral: Numeral, largest: 'year' | 'month' | 'day'): Atom | null {
  if (!Number.isInteger(numeral.low) || numeral.rough || (numeral.range && numeral.high > 31)) return null;
  const gap = skipSpaces(text, numeral.end);
  const match = find(vocabulary, text, gap, ROLE.dateUnit | ROLE.month);
  if (!match) return null;
  const { dateUnit, month } = match.lexeme;
  const at = numeral.start;
  if (month && match.roles & ROLE.month && gap > numeral.end && isDayNumber(numeral) && numeral.form === 'digits') {
    return calendarAtom(at, match.end, DATE, 'date', { month: month.month, dayOfMonth: numeral.high });
  }
  if (!dateUnit) return null;
  if (dateUnit.part === 'year') {
    if (largest !== 'year' || numeral.low < 1900 || numeral.low > 2199) return null;
    const next = readNumeral(vocabulary, text, match.end);
    const rest = next ? readDatePart(vocabulary, text, next, 'month') : null;
    return rest && { ...rest, start: at, target: { ...rest.target, year: numeral.low } };
  }
  if (dateUnit.part === 'month') {
    if (largest === 'day' || numeral.low < 1 || numeral.low > 12 || numeral.range) return null;
    const next = readNumeral(vocabulary, text, match.end);
    const rest = next ? readDatePart(vocabulary, text, next, 'day') : null;
    if (rest?.target?.dayOfMonth !== undefined && rest.target.month === undefined) {
      return { ...rest, start: at, needsLead: false, target: { ...rest.target, month: numeral.low } };
    }
    return calendarAtom(at, match.end, DATE, 'date', { month: numeral.low });
  }
  if (!isDayNumber(numeral)) return null;
  return readOrdinal(vocabulary, text, numeral, match.end, dateUnit.needsLead ?? false);
}

function readOrdinal(vocabulary: Vocabulary, text: string, numeral: Numeral, end: number, needsLead: boolean): Atom {
  const of = text.startsWith(' of ', end) ? end + 4 : skipGap(text, end);
  const month = find(vocabulary, text, of, ROLE.month);
  if (month?.lexeme.month && month.roles & ROLE.month) {
    return calendarAtom(numeral.start, month.end, DATE, 'date', { month: month.lexeme.month.month, dayOfMonth: numeral.high });
  }
  return calendarAtom(numeral.start, end, DATE, 'date', { dayOfMonth: numeral.high }, { needsLead });
}

/** Extends a clock time to a second one: 2点到4点, 9:00-18:00, "9am to 5pm". The later one counts. */
export function readClockEnd(vocabulary: Vocabulary, text: string, first: Atom): Atom {
  if (first.target?.minuteOfDay === undefined || first.soft || first.form === 'range') return first;
  const connector = find(vocabulary, text, skipSpaces(text, first.end), ROLE.range);
  if (!connector) return first;
  const at = skipSpaces(text, connector.end);
  const part = find(vocabulary, text, at, ROLE.part);
  const numeral = readNumeral(vocabulary, text, part ? part.end : at);
  if (!numeral) return first;
  const second = readDigitForm(vocabulary, text, numeral) ?? readClock(vocabulary, text, numeral, true);
  let minute = second?.target?.minuteOfDay;
  if (!second || minute === undefined) return first;
  if (minute < 720 && (part?.lexeme.part?.pm ?? first.pm)) minute += 720;
  return { ...first, end: second.end, form: 'range', needsLead: false, target: { ...first.target, minuteOfDay: minute } };
}

function joinAtoms(first: Atom, second: Atom): Atom | null {
  const firstDay = namesDay(first.target);
  const secondDay = namesDay(second.target);
  if (!first.target || !second.target || (firstDay && secondDay) || (!firstDay && !secondDay && !first.soft)) return null;
  const day = secondDay ? second : first;
  const clock = secondDay ? first : second;
  let minute = clock.target?.minuteOfDay ?? 0;
  if (first.target.minuteOfDay !== undefined && firstDay && !first.soft) return null;
  const late = first.pm || second.pm;
  if (late && minute <= 720 && !clock.soft) {
    if (minute < 720) minute += 720;
    else if ((first.target.minuteOfDay ?? 0) >= 1440) minute = 1440;
  }
  return {
    ...day, start: first.start, end: second.end, target: { ...day.target, minuteOfDay: minute }, pm: late,
    soft: clock.soft, needsLead: false, form: second.form === 'range' ? 'range' : day.form,
  };
}

function readJoined(vocabulary: Vocabulary, text: string, at: number, weak: boolean): Atom | null {
  const word = readCalendarWord(vocabulary, text, at, true);
  if (word) return word;
  const numeral = readNumeral(vocabulary, text, at);
  if (!numeral) return null;
  const digits = numeral.form === 'digits' ? readDigitForm(vocabulary, text, numeral) : null;
  const range = readRange(vocabulary, text, numeral);
  return (
    digits ?? (range && readClock(vocabulary, text, range, weak)) ?? readClock(vocabulary, text, numeral, weak) ??
    readDate(vocabulary, text, numeral) ??
    (startsAny(text, numeral.end, vocabulary.bareClock) && text.startsWith('at ', at - 3) ? readBareClock(vocabulary, text, numeral, 0) : null)
  );
}

/** Joins what follows an atom: a part of the day or a clock time after a day, a day after a clock time. */
export function extendAtom(vocabulary: Vocabulary, text: string, atom: Atom): Atom {
  let result = atom;
  if (!atom.target) return atom;
  for (let count = 0; count < MAX_JOINTS; count++) {
    let grown: Atom | null = null;
    for (const joint of vocabulary.joints) {
      if (!text.startsWith(joint, result.end)) continue;
      const next = readJoined(vocabulary, text, result.end + joint.length, true);
      grown = next === null || next.past ? null : joinAtoms(result, next);
      if (grown) break;
    }
    if (!grown) break;
    result = grown;
  }
  return result;
}
