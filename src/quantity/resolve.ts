/** Turning weekdays, dates and clock times into hours from now, where the caller says when now is. */
import type { Duration } from '../types.ts';
import type { TimeQuantity, TimeTarget } from './quantity.ts';

const MINUTES_A_DAY = 1440;
const DAYS_A_WEEK = 7;
const MILLISECONDS_A_DAY = 86400000;
/** A Monday, for counting weekdays: 1970-01-05 is day 4 of the epoch. */
const MONDAY = 4;

interface Moment {
  /** Days since the epoch, in the offset's own calendar. */
  readonly day: number;
  readonly minute: number;
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

function dayNumber(year: number, month: number, dayOfMonth: number): number {
  return Math.floor(Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY);
}

/** The wall clock that an ISO 8601 string shows; its offset is where the caller stands, so it is not applied. */
function wallClock(now: string): Moment | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(now);
  if (!match) return null;
  const [, year = 0, month = 0, dayOfMonth = 0, hour = 0, minute = 0] = match.map(Number);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  return {
    day: dayNumber(year, month, dayOfMonth), minute: (Number.isNaN(hour) ? 0 : hour) * 60 + (Number.isNaN(minute) ? 0 : minute),
    year, month, dayOfMonth,
  };
}

/** The day that a target names, as days since the epoch, or null where it names none. */
function targetDay(target: TimeTarget, now: Moment): number | null {
  if (target.dayOffset !== undefined) return now.day + target.dayOffset;
  if (target.weekday !== undefined) {
    const today = ((((now.day - MONDAY) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK) + 1;
    if (target.weekOffset !== undefined) {
      const day = now.day - today + target.weekday + target.weekOffset * DAYS_A_WEEK;
      return Math.max(day, now.day);
    }
    return now.day + ((target.weekday - today + DAYS_A_WEEK) % DAYS_A_WEEK);
  }
  if (target.month === undefined && target.dayOfMonth === undefined && target.monthOffset === undefined) return null;
  let year = target.year ?? now.year + (target.yearOffset ?? 0);
  let month = target.month ?? now.month + (target.monthOffset ?? 0);
  const open = target.dayOfMonth === undefined || target.dayOfMonth === 0;
  const place = (): number => (open ? dayNumber(year, month + 1, 0) : dayNumber(year, month, target.dayOfMonth ?? 1));
  if (place() < now.day && target.year === undefined && target.yearOffset === undefined) {
    if (target.month !== undefined) year++;
    else month++;
  }
  return place();
}

/**
 * The duration of a time from `now`.
 * @param quantity What was read.
 * @param now ISO 8601 with offset; the offset is the shop's, so days and hours are taken as written.
 * @returns Hours from `now` to the end of what was named (to the clock time, where one is named); the quantity's own
 * duration where it names no place on the calendar or clock, where that place is not known (a lunar holiday), or where
 * `now` is not such a string. "At least" keeps its open end.
 */
export function resolveTime(quantity: TimeQuantity, now: string): Duration {
  const { duration, target } = quantity;
  const moment = wallClock(now);
  if (!target || !moment) return duration;
  let day = targetDay(target, moment);
  const minute = target.minuteOfDay;
  if (day === null) {
    if (minute === undefined) return duration;
    day = minute > moment.minute ? moment.day : moment.day + 1;
  }
  const start = (day - moment.day) * MINUTES_A_DAY - moment.minute;
  const end = start + (minute ?? MINUTES_A_DAY);
  const hours = (minutes: number): number => Math.round((Math.max(minutes, 0) / 60) * 1000) / 1000;
  const min = quantity.form === 'deadline' ? 0 : hours(start);
  return { min, max: hours(end), unit: 'hour' };
}
