/** Comparing durations. */
import type { Duration, TimeUnit } from '../types.ts';

const HOURS: Readonly<Record<TimeUnit, number>> = { minute: 1 / 60, hour: 1, day: 24, 'business-day': 24 };

/**
 * Both bounds in hours. One day is 24 hours; a business day counts as one calendar day.
 */
export function durationHours(duration: Duration): { readonly min: number; readonly max: number } {
  const hours = HOURS[duration.unit];
  return { min: duration.min * hours, max: duration.max * hours };
}

/** Whether a promise is faster than what is allowed: its upper bound lies below the allowed lower bound. */
export function isFaster(promised: Duration, allowed: Duration): boolean {
  return durationHours(promised).max < durationHours(allowed).min;
}

/** Whether a promise lies between the allowed bounds: not faster, and its upper bound below the allowed upper bound. */
export function isBetween(promised: Duration, allowed: Duration): boolean {
  return !isFaster(promised, allowed) && durationHours(promised).max < durationHours(allowed).max;
}
