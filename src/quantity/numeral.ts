/** How a number is written. */
export type NumeralForm = 'digits' | 'han' | 'word';

/**
 * A number read from the text. A class, so that all of them have one shape: numbers of mixed kinds in object literals cost
 * more to make than to read.
 */
export class Numeral {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  /** Equals `low` unless the number is rough or a range. */
  readonly high: number;
  readonly form: NumeralForm;
  /** The power of ten that "and some more" counts up to; 0 for a string of Chinese digits (二〇二四). */
  readonly power: number;
  /** Count of digits before the point, for `digits`. */
  readonly digits: number;
  /** Where the number was given as two ends. */
  readonly range: boolean;
  readonly rough: boolean;
  /** A 1 that was only said as "a", or a word that needs a unit ("half an", 半). */
  readonly needsUnit: boolean;

  constructor(start: number, end: number, low: number, high: number, form: NumeralForm, power: number, digits = 0, range = false, rough = false, needsUnit = false) {
    this.start = start;
    this.end = end;
    this.low = low;
    this.high = high;
    this.form = form;
    this.power = power;
    this.digits = digits;
    this.range = range;
    this.rough = rough;
    this.needsUnit = needsUnit;
  }

  /** The same number with "and some more" after it, up to `end`. */
  andMore(end: number): Numeral {
    const { start, low, form, power, digits, range, needsUnit } = this;
    return new Numeral(start, end, low, low + Math.max(power, 1), form, power, digits, range, true, needsUnit);
  }

  /** The range from another number to this one. */
  rangeFrom({ start, low }: Numeral, rough: boolean): Numeral {
    const { end, high, form, power, digits, needsUnit } = this;
    return new Numeral(start, end, low, high, form, power, digits, true, rough, needsUnit);
  }
}
