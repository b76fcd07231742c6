/**
 * Reading clock times, and joining them with days.
 */
import { standsAt, unitAt } from '../text/unit.ts';
import { Atom, namesDay } from './atom.ts';
import { HALF_DAY, isColon, readCalendarWord, readDate, readNumericDate } from './calendar.ts';
import { isDigit, isFollowed, skipSpaces } from './fit.ts';
import type { Numeral } from './numeral.ts';
import { readNumeral, readRange } from './numerals.ts';
import type { Scanner } from './scanner.ts';
import { START_DIGIT, START_NUMERAL, startKind } from './starts.ts';
import { CALENDAR_ROLES, ROLE, type ReadyClockUnit } from './vocabulary.ts';

const MAX_JOINTS = 3;
const HOUR = 60;
const NOON = 720;
const MIDNIGHT = 1440;
/** The minutes of the suffix after minutes (分). */
const SUFFIX = -1;

/** Two digits at `at`, or -1. */
function twoDigits(codes: Uint16Array, at: number): number {
  const tens = unitAt(codes, at);
  const ones = unitAt(codes, at + 1);
  if (!isDigit(tens) || !isDigit(ones) || isDigit(unitAt(codes, at + 2))) return -1;
  return (tens - 48) * 10 + ones - 48;
}

function halfDay(hour: number, half: ReadyClockUnit['half'] | undefined): number {
  if (half === 'pm') return hour < 12 ? hour + 12 : hour;
  return half === 'am' && hour === 12 ? 0 : hour;
}

/** Reads 10:30 and "6:15 pm". */
function readColon(scanner: Scanner, numeral: Numeral): Atom | null {
  const { codes } = scanner;
  if (!isColon(codes, numeral.end) || numeral.form !== 'digits' || numeral.high > 24) return null;
  const end = numeral.end + 3;
  const minutes = twoDigits(codes, numeral.end + 1);
  if (minutes < 0 || minutes >= HOUR || isColon(codes, numeral.start - 1) || isColon(codes, end)) return null;
  const half = scanner.find(skipSpaces(codes, end), ROLE.clockUnit)?.clockUnit?.half;
  const minute = halfDay(numeral.high, half) * HOUR + minutes;
  return new Atom(numeral.start, half ? scanner.end : end, HALF_DAY, 'clock', { minuteOfDay: minute });
}

/**
 * Reads a clock time that starts with a number: 8点30分, 5 pm, 9-12点, 10:30.
 * @param weak Whether the number with a bare 点 is enough: a day or a part of the day stands before it.
 */
export function readClock(scanner: Scanner, numeral: Numeral, weak: boolean): Atom | null {
  if (numeral.high > 24 || numeral.rough || !Number.isInteger(numeral.high)) return null;
  const colon = readColon(scanner, numeral);
  if (colon) return colon;
  const unit = scanner.find(skipSpaces(scanner.codes, numeral.end), ROLE.clockUnit)?.clockUnit;
  if (!unit || unit.minutes === SUFFIX) return null;
  let { end } = scanner;
  let { minutes } = unit;
  let strong = weak || !unit.weak || numeral.range || numeral.high > 12;
  const more = unit.open ? readNumeral(scanner, end) : null;
  if (more && isMinutes(more)) {
    minutes = more.low;
    end = scanner.find(more.end, ROLE.clockUnit)?.clockUnit?.minutes === SUFFIX ? scanner.end : more.end;
    strong = true;
  }
  const atom = new Atom(numeral.start, end, HALF_DAY, 'clock', { minuteOfDay: halfDay(numeral.high, unit.half) * HOUR + minutes });
  atom.needsLead = !strong;
  if (numeral.range) atom.form = 'range';
  return atom;
}

function isMinutes({ low, rough, form, digits }: Numeral): boolean {
  return low < HOUR && !rough && Number.isInteger(low) && (form === 'digits' ? digits === 2 : low >= 5);
}

/** "at three", "by 5": a bare hour after a lead word, where nothing that it could count follows. */
export function readBareClock(scanner: Scanner, numeral: Numeral): Atom | null {
  const { form, high, low, rough, end, start } = numeral;
  if (form === 'han' || high > 12 || low < 1 || !Number.isInteger(low) || rough || numeral.needsUnit) return null;
  if (!isFollowed(scanner.codes, end, scanner.vocabulary.bareClock)) return null;
  const role = scanner.findLead(start)?.role;
  // "One by one" is no time.
  if (role === 'by' && form === 'word' && low === 1) return null;
  return role === 'at' || role === 'by' ? new Atom(start, end, HALF_DAY, 'clock', { minuteOfDay: low * HOUR }) : null;
}

/** Extends a clock time to a second one: 2点到4点, 9:00-18:00, "9am to 5pm". The later one counts. */
function joinClockEnd(scanner: Scanner, first: Atom): void {
  const { codes } = scanner;
  if (first.target?.minuteOfDay === undefined || first.soft || first.form === 'range') return;
  if (!scanner.find(skipSpaces(codes, first.end), ROLE.range)) return;
  let at = skipSpaces(codes, scanner.end);
  const part = scanner.find(at, ROLE.part)?.part;
  if (part) at = scanner.end;
  const numeral = readNumeral(scanner, at);
  const second = numeral && readClock(scanner, numeral, true);
  let minute = second?.target?.minuteOfDay;
  if (!second || minute === undefined) return;
  if (minute < NOON && (part?.pm ?? first.pm)) minute += NOON;
  first.end = second.end;
  first.form = 'range';
  first.needsLead = false;
  first.target = { ...first.target, minuteOfDay: minute };
}

/** Joins a day and a clock time into `first`; false where they do not go together. */
function join(first: Atom, second: Atom): boolean {
  if (!first.target || !second.target || second.past) return false;
  const firstDay = namesDay(first.target);
  const secondDay = namesDay(second.target);
  if (firstDay === secondDay && (firstDay || !first.soft)) return false;
  if (firstDay && first.target.minuteOfDay !== undefined && !first.soft) return false;
  const clock = secondDay ? first : second;
  let minute = clock.target?.minuteOfDay ?? 0;
  const late = first.pm || second.pm;
  if (late && !clock.soft) {
    if (minute < NOON) minute += NOON;
    else if (minute === NOON && (first.target.minuteOfDay ?? 0) >= MIDNIGHT) minute = MIDNIGHT;
  }
  const soft = clock.soft;
  if (secondDay) {
    first.duration = second.duration;
    first.anchor = second.anchor;
    first.target = { ...second.target, minuteOfDay: minute };
  } else first.target = { ...first.target, minuteOfDay: minute };
  first.end = second.end;
  first.pm = late;
  first.soft = soft;
  first.needsLead = false;
  if (second.form === 'range') first.form = 'range';
  return true;
}

/** Reads what may stand beside a day or a clock time. */
function readJoined(scanner: Scanner, at: number): Atom | null {
  const { codes, vocabulary } = scanner;
  const start = startKind(vocabulary.starts, unitAt(codes, at));
  if ((scanner.mask(at) & CALENDAR_ROLES) !== 0) {
    const word = readCalendarWord(scanner, at, true);
    if (word) return word;
  }
  if (start !== START_DIGIT && start !== START_NUMERAL && (scanner.mask(at) & ROLE.number) === 0) return null;
  const numeral = readNumeral(scanner, at);
  if (!numeral) return null;
  const range = readRange(scanner, numeral);
  const clock = (range && readClock(scanner, range, true)) ?? readClock(scanner, numeral, true) ?? readDate(scanner, numeral);
  if (clock) return clock;
  return standsAt(codes, 'at ', at - 3) ? readBareClock(scanner, numeral) : null;
}

/** Joins what follows an atom: a part of the day or a clock time after a day, a day after a clock time. */
export function extendAtom(scanner: Scanner, atom: Atom): void {
  if (!atom.target) return;
  for (let count = 0; count < MAX_JOINTS; count++) {
    const joint = scanner.find(atom.end, ROLE.joint) !== null;
    let next = joint ? readJoined(scanner, scanner.end) : null;
    if (next && join(atom, next)) continue;
    next = readJoined(scanner, atom.end);
    if (!next || !join(atom, next)) break;
  }
  joinClockEnd(scanner, atom);
}

/** Reads a time that a number opens and that is no length: a date or a clock time. */
export function readPlace(scanner: Scanner, numeral: Numeral): Atom | null {
  if (numeral.form === 'digits' && !numeral.range) {
    const date = readNumericDate(scanner, numeral);
    if (date) return date;
  }
  return readDate(scanner, numeral) ?? readClock(scanner, numeral, false);
}
