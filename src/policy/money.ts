/**
 * Amounts: decimal numbers in files and cases, hundredths inside. Hundredths of every currency, also
 * of those without cents, so that an amount means the same whichever currency a reply names.
 */

/** Above this, a number of hundredths is no longer exact. */
const LARGEST_EXACT = Number.MAX_SAFE_INTEGER / 1e6;

/**
 * Hundredths of a decimal amount. Amounts of at most two decimals give an integer (66.6 is 6660, not
 * 6659.999…); finer ones keep their fraction.
 */
export function toMinor(amount: number): number {
  if (amount > LARGEST_EXACT) return Math.min(amount * 100, Number.MAX_VALUE);
  return Math.round(amount * 1e6) / 1e4;
}

/** The decimal amount of a number of hundredths. */
export function toMajor(minor: number): number {
  return minor / 100;
}

/**
 * A share or a multiple of an amount, in whole hundredths, rounded down: 30 % of 6660 is 1998.
 * @param minor hundredths.
 * @param factor reckoned to six decimals.
 */
export function times(minor: number, factor: number): number {
  const parts = Math.round(factor * 1e6);
  const exact = Math.floor(minor) * parts;
  if (Number.isSafeInteger(exact)) return Math.floor(exact / 1e6);
  return Math.min(Math.floor(minor * factor), Number.MAX_VALUE);
}
