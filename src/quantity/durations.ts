/**
 * Reading counted lengths of time: 24小时, 3-5个工作日, "an hour and a half", "a day or two".
 */
import type { Duration } from '../types.ts';
import type { Atom } from './atom.ts';
import { find, skipGap, skipSpaces } from './match.ts';
import { readNumeral, type Numeral } from './numerals.ts';
import { ROLE, type Vocabulary } from './vocabulary.ts';

const HOURS = { minute: 1 / 60, hour: 1, day: 24, 'business-day': 24 } as const;
const TIDY = 1e6;

interface Length {
  readonly duration: Duration;
  readonly end: number;
  /** The unit can also end a date (日). */
  readonly datelike: boolean;
}

function tidy(value: number): number {
  return Math.round(value * TIDY) / TIDY;
}

function readLength(vocabulary: Vocabulary, text: string, numeral: Numeral): Length | null {
  const match = find(vocabulary, text, skipGap(text, numeral.end), ROLE.unit);
  const unit = match?.lexeme.unit;
  if (!match || !unit) return null;
  const plus = unit.plus ?? 0;
  const duration = { min: tidy(numeral.low * unit.size + plus), max: tidy(numeral.high * unit.size + plus), unit: unit.unit };
  return { duration, end: match.end, datelike: match.lexeme.dateUnit?.part === 'day' };
}

/** The same duration in another unit. */
function convert(duration: Duration, unit: Duration['unit']): Duration {
  if (duration.unit === unit) return duration;
  const factor = HOURS[duration.unit] / HOURS[unit];
  return { min: tidy(duration.min * factor), max: tidy(duration.max * factor), unit };
}

/** Adds a smaller unit that follows: 1小时30分钟, "2 days and 4 hours". */
function readRest(vocabulary: Vocabulary, text: string, first: Length): Length {
  let at = skipSpaces(text, first.end);
  if (text.startsWith('and ', at)) at += 4;
  else if (text[at] === '零' || text[at] === '又') at++;
  const numeral = readNumeral(vocabulary, text, at);
  if (!numeral || numeral.form === 'word' && at === first.end) return first;
  const second = readLength(vocabulary, text, numeral);
  if (!second || HOURS[second.duration.unit] >= HOURS[first.duration.unit]) return first;
  const base = convert(first.duration, second.duration.unit);
  const duration = { min: base.min + second.duration.min, max: base.max + second.duration.max, unit: base.unit };
  return { duration, end: second.end, datelike: false };
}

/** Extends to a second end with or without its own unit: 24小时到48小时, "a day or two". */
function readSecondEnd(vocabulary: Vocabulary, text: string, first: Length): Length | null {
  const connector = find(vocabulary, text, skipSpaces(text, first.end), ROLE.range);
  if (!connector) return null;
  const numeral = readNumeral(vocabulary, text, skipSpaces(text, connector.end));
  if (!numeral || numeral.form === 'digits' && numeral.digits > 6) return null;
  const second = readLength(vocabulary, text, numeral);
  if (second) {
    const max = convert(second.duration, first.duration.unit).max;
    if (max < first.duration.min) return null;
    return { duration: { ...first.duration, max }, end: second.end, datelike: false };
  }
  const size = first.duration.min;
  if (numeral.form !== 'word' || numeral.needsUnit || numeral.low !== 2 || numeral.high !== 2) return null;
  return { duration: { ...first.duration, max: tidy(size * 2) }, end: numeral.end, datelike: false };
}

/**
 * Reads a length of time that starts with `numeral`.
 * A number with 日 that is no range is left to dates unless a tail word makes it a length (3日内).
 */
export function readDuration(vocabulary: Vocabulary, text: string, numeral: Numeral): Atom | null {
  const first = readLength(vocabulary, text, numeral);
  if (!first) return null;
  if (first.datelike && !numeral.range) {
    const tail = find(vocabulary, text, first.end, ROLE.tail)?.lexeme.tail;
    if (!tail || tail.role === 'before' || tail.role === 'about' || tail.role === 'by') return null;
  }
  const whole = readRest(vocabulary, text, first);
  const range = readSecondEnd(vocabulary, text, whole);
  const { duration, end } = range ?? whole;
  return {
    start: numeral.start, end, duration, form: range || numeral.range ? 'range' : 'duration', anchor: 'relative',
    approximate: numeral.rough, counted: true, pm: false, soft: false, needsLead: false, past: false,
  };
}
