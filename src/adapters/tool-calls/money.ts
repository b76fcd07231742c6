import { toMinor } from '../../policy/money.ts';
import type { Money } from '../../types.ts';

/** How a tool counts money: `decimal` (12.5), or `minor` units of the currency (1250 cents, 1250 yen), as payment services do. */
export type MoneyUnit = 'decimal' | 'minor';

/** Digits, and one point among them: what a decimal amount may be written with. */
const DIGITS = '0123456789';

/**
 * An amount as a tool was given it, in hundredths of its currency; `undefined` where it is none: negative, not finite, a fraction
 * of a minor unit, or no currency.
 */
export function readMoney(value: unknown, unit: MoneyUnit, currency: unknown): Money | undefined {
  const amount = readNumber(value);
  if (amount === undefined || typeof currency !== 'string') return undefined;
  const code = currency.trim().toUpperCase();
  const digits = decimalsOf(code);
  if (digits === undefined) return undefined;
  if (unit === 'decimal') return { minor: toMinor(amount), currency: code };
  return Number.isInteger(amount) ? { minor: toMinor(amount / 10 ** digits), currency: code } : undefined;
}

/** A number ≥ 0, given as a number or as a plain decimal text. */
export function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && isDecimal(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

function isDecimal(text: string): boolean {
  let points = 0;
  for (const character of text) {
    if (character === '.') points++;
    else if (!DIGITS.includes(character)) return false;
  }
  return points <= 1 && text.length > points;
}

/** How many decimals a currency has by ISO 4217: two for most, none for the yen. */
function decimalsOf(currency: string): number | undefined {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  } catch {
    return undefined;
  }
}
