/**
 * What a quantity is: a time, an amount of money, a multiple or a plain number, with the place in the canonical
 * text where it stands. Plain JSON, no code.
 */
import type { Duration, Span } from '../types.ts';

/**
 * How the time was said. `duration`: a bare length ("3 days"); `range`: two bounds ("3-5 days", "a day or two");
 * `deadline`: at the latest ("within 24 hours", "by Friday"); `point`: at that time ("tomorrow", "in two days", "at once").
 */
export type TimeForm = 'duration' | 'range' | 'deadline' | 'point';

/**
 * What the time is counted from. `relative`: from now ("24 hours", "tomorrow"); `weekday`: a day of the week or the
 * weekend; `date`: a day of the month, a month, a season, a holiday, the end of a month or year; `clock`: a time of
 * day with no day named; `idiom`: a figure of speech ("in a flash", 喝杯咖啡的工夫).
 */
export type TimeAnchor = 'relative' | 'weekday' | 'date' | 'clock' | 'idiom';

/**
 * The place on the calendar or clock that a time names, for `resolveTime`. Fields that the text leaves open are absent.
 * A figure in `dayOfMonth` of 0 means the last day of the month.
 */
export interface TimeTarget {
  /** Calendar days from today: 0 today, 1 tomorrow. */
  readonly dayOffset?: number;
  /** ISO weekday, Monday 1 to Sunday 7. */
  readonly weekday?: number;
  /** Weeks from the current one; absent with a weekday: the next such day. */
  readonly weekOffset?: number;
  /** Months from the current one. */
  readonly monthOffset?: number;
  /** Years from the current one. */
  readonly yearOffset?: number;
  /** Calendar year. */
  readonly year?: number;
  /** Month, 1 to 12. */
  readonly month?: number;
  /** Day of the month, 1 to 31; 0 is the last day. */
  readonly dayOfMonth?: number;
  /** Minutes after midnight. */
  readonly minuteOfDay?: number;
}

/** A time, as an interval from now until the thing happens. */
export interface TimeQuantity extends Span {
  readonly kind: 'time';
  /**
   * From now until it happens; `max` is the latest moment promised. A weekday without `now` counts as its shortest
   * reading, a date as `DATE_DAYS` days (see `anchor`); "at least" has the bound `OPEN_DAYS`.
   */
  readonly duration: Duration;
  /** How it was said. */
  readonly form: TimeForm;
  /** What it is counted from. */
  readonly anchor: TimeAnchor;
  /** True where the number itself is rough: 左右, 大约, about, or so. */
  readonly approximate: boolean;
  /** The place on the calendar, where one is named. */
  readonly target?: TimeTarget;
}

/** An amount of money. */
export interface MoneyQuantity extends Span {
  readonly kind: 'money';
  /** One amount, in integer minor units (fen, cents). */
  readonly minor: number;
  /** ISO 4217 code; null means the policy's. */
  readonly currency: string | null;
  /** How many of them: 20元券×3 is 3; otherwise 1. */
  readonly count: number;
  /** True where the number is rough: 几百块, about $20. */
  readonly approximate: boolean;
}

/** A multiple or a share of a price. */
export interface MultipleQuantity extends Span {
  readonly kind: 'multiple';
  /** The factor: 三倍 3, "half" 0.5, "120%" 1.2; a discount gives the share taken off (八折, "20% off": 0.2). */
  readonly factor: number;
  /** `times`: 三倍, "double"; `percent`: "120%"; `fraction`: a half, 八折, 三成, "20% off". */
  readonly form: 'times' | 'percent' | 'fraction';
}

/** A number with no unit that matters here: a size, an order number, a telephone number, a count. */
export interface NumberQuantity extends Span {
  readonly kind: 'number';
  /** Its value; digits beyond double precision are rounded. */
  readonly value: number;
}

/** Any quantity. */
export type Quantity = TimeQuantity | MoneyQuantity | MultipleQuantity | NumberQuantity;

/** Days that stand for a date, a month's end or a holiday where `now` is not known. */
export const DATE_DAYS = 30;
/** Days that stand for "no upper bound" ("at least 3 days", 3天以上). */
export const OPEN_DAYS = 3650;

export type { QuantityPack as QuantityLanguage } from './pack.ts';
