/**
 * Reading multiples and shares: 三倍, "double", 八折, "20% off", 退一赔三.
 */
import { skipGap, skipSpaces } from './fit.ts';
import type { Numeral } from './numeral.ts';
import { readNumeral } from './numerals.ts';
import type { MultipleQuantity } from './quantity.ts';
import type { Scanner } from './scanner.ts';
import { ROLE, type ReadyMultipleUnit } from './vocabulary.ts';

const TIDY = 1e6;

function multiple(start: number, end: number, value: number, unit: ReadyMultipleUnit): MultipleQuantity {
  // 八折 leaves 8 tenths, 85折 leaves 85 hundredths; the share taken off is what remains to 1.
  const factor = unit.discount ? 1 - value / (value < 10 ? 10 : 100) : value * unit.scale;
  return { kind: 'multiple', start, end, factor: Math.round(factor * TIDY) / TIDY, form: unit.form };
}

/** Reads a number with a unit of multiples after it. A range gives its upper end. */
export function readMultiple(scanner: Scanner, numeral: Numeral): MultipleQuantity | null {
  const unit = scanner.find(skipGap(scanner.codes, numeral.end), ROLE.multipleUnit)?.multipleUnit;
  if (!unit || numeral.needsUnit) return null;
  if (unit.single && (numeral.form !== 'han' || numeral.high >= 10 || numeral.range)) return null;
  if (unit.discount && (numeral.low <= 0 || numeral.high >= 100)) return null;
  const value = numeral.range ? numeral.high : numeral.low;
  return Number.isFinite(value * unit.scale) ? multiple(numeral.start, scanner.end, value, unit) : null;
}

/** Reads a word that opens a multiple, with its number: 退一赔三, 百分之二十. */
export function readMultiplePrefix(scanner: Scanner, at: number): MultipleQuantity | null {
  const prefix = scanner.find(at, ROLE.multiplePrefix)?.multiplePrefix;
  if (!prefix) return null;
  const numeral = readNumeral(scanner, skipSpaces(scanner.codes, scanner.end));
  if (!numeral || numeral.needsUnit || !Number.isFinite(numeral.low * prefix.scale)) return null;
  return multiple(at, numeral.end, numeral.low, prefix);
}

/** Reads a word that is a multiple by itself: 双倍, "half price". */
export function readMultipleWord(scanner: Scanner, at: number): MultipleQuantity | null {
  const word = scanner.find(at, ROLE.multipleWord)?.multipleWord;
  return word ? { kind: 'multiple', start: at, end: scanner.end, factor: word.factor, form: word.form } : null;
}
