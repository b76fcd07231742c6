/**
 * Reading multiples and shares: 三倍, "double", 八折, "20% off", 退一赔三.
 */
import { find, skipGap, skipSpaces } from './match.ts';
import { readNumeral, type Numeral } from './numerals.ts';
import type { MultipleUnit } from './pack.ts';
import type { MultipleQuantity } from './quantity.ts';
import { ROLE, type Vocabulary } from './vocabulary.ts';

const TIDY = 1e6;

function multiple(start: number, end: number, value: number, unit: MultipleUnit): MultipleQuantity {
  // 八折 leaves 8 tenths, 85折 leaves 85 hundredths; the share taken off is what remains to 1.
  const factor = unit.discount ? 1 - value / (value < 10 ? 10 : 100) : value * unit.scale;
  return { kind: 'multiple', start, end, factor: Math.round(factor * TIDY) / TIDY, form: unit.form };
}

/** Reads a number with a unit of multiples after it. A range gives its upper end. */
export function readMultiple(vocabulary: Vocabulary, text: string, numeral: Numeral): MultipleQuantity | null {
  const match = find(vocabulary, text, skipGap(text, numeral.end), ROLE.multipleUnit);
  const unit = match?.lexeme.multipleUnit;
  if (!match || !unit || numeral.needsUnit) return null;
  if (unit.single && (numeral.form !== 'han' || numeral.high >= 10 || numeral.range)) return null;
  if (unit.discount && (numeral.low <= 0 || numeral.high >= 100)) return null;
  const value = numeral.range ? numeral.high : numeral.low;
  return Number.isFinite(value * unit.scale) ? multiple(numeral.start, match.end, value, unit) : null;
}

/** Reads a word that opens a multiple, with its number: 退一赔三, 百分之二十. */
export function readMultiplePrefix(vocabulary: Vocabulary, text: string, at: number): MultipleQuantity | null {
  const match = find(vocabulary, text, at, ROLE.multiplePrefix);
  const prefix = match?.lexeme.multiplePrefix;
  if (!match || !prefix) return null;
  const numeral = readNumeral(vocabulary, text, skipSpaces(text, match.end));
  if (!numeral || numeral.needsUnit || !Number.isFinite(numeral.low * prefix.scale)) return null;
  return multiple(at, numeral.end, numeral.low, prefix);
}

/** Reads a word that is a multiple by itself: 双倍, "half price". */
export function readMultipleWord(vocabulary: Vocabulary, text: string, at: number): MultipleQuantity | null {
  const match = find(vocabulary, text, at, ROLE.multipleWord);
  const word = match?.lexeme.multipleWord;
  return match && word ? { kind: 'multiple', start: at, end: match.end, factor: word.factor, form: word.form } : null;
}
