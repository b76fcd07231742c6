/**
 * The shapes that the whole library agrees on. Everything here is plain JSON when serialised.
 */

/** The six kinds of over-promise (LABELS: source article 000). */
export const OVER_PROMISES = ['guarantee', 'liability', 'compensation', 'timeline', 'disclosure', 'future'] as const;

/** The eight kinds of bad conduct (source articles 001–004). */
export const CONDUCT = [
  'arguing',
  'review-pressure',
  'vague',
  'cold',
  'no-apology',
  'evidence-pressure',
  'off-platform',
  'public-exposure',
] as const;

/** Every category that a finding can have, over-promises first. */
export const CATEGORIES = [...OVER_PROMISES, ...CONDUCT] as const;

/** A category of over-promise. */
export type OverPromise = (typeof OVER_PROMISES)[number];
/** A category of bad conduct. */
export type Conduct = (typeof CONDUCT)[number];
/** Any category. */
export type Category = OverPromise | Conduct;

/** How grave a finding is; `info` never counts as a label. */
export type Severity = 'info' | 'warn' | 'block';
/** The highest severity among the findings: none or `info` gives `pass`. */
export type Verdict = 'pass' | 'warn' | 'block';

/** A language that messages and advice are written in. */
export type Language = 'zh' | 'en';

/** A half-open range of UTF-16 code units. */
export interface Span {
  /** First code unit. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
}

/** An amount of money in integer minor units (cents, fen). */
export interface Money {
  /** Amount in minor units, e.g. 2000 for 20.00. */
  readonly minor: number;
  /** ISO 4217 code, e.g. `CNY`; where the reply names none, the policy's. */
  readonly currency: string;
}

/** A multiple of the price paid: 三倍 is 3, "double" is 2, "half" is 0.5. */
export interface Multiple {
  /** The factor, counted on the price paid. */
  readonly factor: number;
}

/** Units in which a duration is counted. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'business-day';

/** A duration as an interval; `min` equals 0 for "within". */
export interface Duration {
  /** Lower bound, in `unit`s. */
  readonly min: number;
  /** Upper bound, in `unit`s. */
  readonly max: number;
  /** Unit of both bounds. */
  readonly unit: TimeUnit;
}

/** What the agent undertook, and how firmly. `certain` unless something in the reply makes it less. */
export type Certainty = 'certain' | 'hedged' | 'conditional';
