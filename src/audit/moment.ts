import type { Duration } from '../types.ts';

const MILLISECONDS_A_MINUTE = 60_000;
const MINUTES_A_DAY = 1440;
const NOON = 720;
/** Days from the first day that spreadsheets count (1899-12-30) to 1970-01-01. */
const SPREADSHEET_EPOCH = 25_569;
const MINUTES: Readonly<Record<Exclude<Duration['unit'], 'business-day'>, number>> = { minute: 1, hour: 60, day: MINUTES_A_DAY };
/** Longest time for which a day is worked out, in days: "for ever" is no date. */
const LONGEST_DAYS = 3660;

/** When a row was written, by the clock of the shop: no offset is ever applied. */
export interface Moment {
  /** `2024-05-27`. */
  readonly day: string;
  /** Minutes after midnight; null where only the day is known. */
  readonly minute: number | null;
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s{1,3})(.{1,40}))?$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?\s{0,3}(.{0,40})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s{1,3}(.{1,40}))?$/;
const CLOCK = /^(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d{1,9})?)?秒?分?\s{0,2}(AM|PM)?\s{0,2}(?:Z|[+-]\d{2}:?\d{2})?$/i;
const NUMBER = /^\d{5,13}(?:\.\d{1,12})?$/;

/**
 * Reads a day with or without a time of day: `2024-05-27`, `2024/5/27 10:03`, `2024-05-27T10:03:22+08:00`, `2024年5月27日 10:03`,
 * `20240527`, `5/27/2024` (month first, unless the first number is above 12), a spreadsheet's day number (`45439.5`), seconds or
 * milliseconds since 1970 (as UTC). An offset is left out: the clock is taken as it is written.
 *
 * @returns null where it is something else, or a day that does not exist.
 */
export function readMoment(text: string): Moment | null {
  const trimmed = text.trim();
  const compact = COMPACT.exec(trimmed);
  if (compact) return momentOf(compact[1], compact[2], compact[3], undefined);
  if (NUMBER.test(trimmed)) return readNumber(Number(trimmed));
  const dated = ISO.exec(trimmed) ?? CHINESE.exec(trimmed);
  if (dated) return momentOf(dated[1], dated[2], dated[3], dated[4]);
  const slashed = SLASHED.exec(trimmed);
  if (!slashed) return null;
  const dayFirst = Number(slashed[1]) > 12;
  return momentOf(slashed[3], slashed[dayFirst ? 2 : 1], slashed[dayFirst ? 1 : 2], slashed[4]);
}

/** Reads a time of day, `10:03`, `10:03:22`, `3:05 PM`, as minutes after midnight; null where it is something else. */
export function readClock(text: string): number | null {
  const trimmed = text.trim();
  if (/^0(?:\.\d{1,17})?$/.test(trimmed)) return Math.round(Number(trimmed) * MINUTES_A_DAY) % MINUTES_A_DAY;
  const match = CLOCK.exec(trimmed);
  if (!match) return null;
  const half = match[4]?.toUpperCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'PM' ? 12 : 0);
  const minute = Number(match[2]);
  return hour > 23 || minute > 59 ? null : hour * 60 + minute;
}

/** The moment as ISO 8601 with an offset, as a check takes it: noon where only the day is known, the offset of no meaning. */
export function asNow({ day, minute }: Moment): string {
  return `${day}T${clockText(minute ?? NOON)}:00+00:00`;
}

/**
 * The latest moment that a promise leaves: the upper bound of its time, counted from when it was made. Business days leave out
 * Saturdays and Sundays; public holidays are not known. Midnight is written as 23:59 of the day that ends.
 *
 * @returns `2024-05-31 18:00`, or `2024-05-31` where the time of day is not known; null for more than ten years.
 */
export function dueOf(made: Moment, { max, unit }: Duration): string | null {
  const start = Date.parse(`${made.day}T00:00:00Z`) / MILLISECONDS_A_MINUTE + (made.minute ?? NOON);
  if (!Number.isFinite(max) || (unit === 'day' || unit === 'business-day' ? max : (max * MINUTES[unit]) / MINUTES_A_DAY) > LONGEST_DAYS) {
    return null;
  }
  const end = unit === 'business-day' ? addBusinessDays(start, Math.ceil(max)) : start + Math.round(max * MINUTES[unit]);
  const shown = end % MINUTES_A_DAY === 0 && end > start ? end - 1 : end;
  const text = new Date(shown * MILLISECONDS_A_MINUTE).toISOString();
  return made.minute === null ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** Minutes after midnight as `HH:MM`. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function addBusinessDays(start: number, days: number): number {
  let at = start;
  for (let left = days; left > 0; ) {
    at += MINUTES_A_DAY;
    const weekday = new Date(at * MILLISECONDS_A_MINUTE).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}

function readNumber(value: number): Moment | null {
  const milliseconds = value > 1e11 ? value : value > 1e8 ? value * 1000 : (value - SPREADSHEET_EPOCH) * MINUTES_A_DAY * MILLISECONDS_A_MINUTE;
  // Day numbers from 1954 to 2119: others are no dates but numbers of something else.
  if (value <= 1e8 && (value < 20_000 || value > 80_000)) return null;
  const text = new Date(Math.round(milliseconds / MILLISECONDS_A_MINUTE) * MILLISECONDS_A_MINUTE).toISOString();
  const whole = value <= 1e8 && Number.isInteger(value);
  return { day: text.slice(0, 10), minute: whole ? null : Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
}

function momentOf(year = '', month = '', day = '', clock: string | undefined): Moment | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!exists(Number(year), Number(month), Number(day))) return null;
  if (clock === undefined || clock.trim() === '') return { day: text, minute: null };
  const minute = readClock(clock);
  return minute === null ? null : { day: text, minute };
}

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (month !== 2) return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  return day <= ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28);
}
