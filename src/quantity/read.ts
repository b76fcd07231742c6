/**
 * The one pass that finds all quantities of a text.
 */
import { applyLeads, applyTails, timeQuantity, type Atom } from './atom.ts';
import { extendAtom, readBareClock, readCalendarWord, readClock, readClockEnd, readDate, readDigitForm } from './calendar.ts';
import { readDuration } from './durations.ts';
import { readBare, readCounted, readSigned, readThreshold, readWithUnit } from './money.ts';
import { readMultiple, readMultiplePrefix, readMultipleWord } from './multiples.ts';
import { readNumeral, readRange, type Numeral } from './numerals.ts';
import type { QuantityPack } from './pack.ts';
import type { NumberQuantity, Quantity } from './quantity.ts';
import { step } from './trie.ts';
import {
  buildVocabulary, isDigit, isLetter, START_DIGIT, START_LETTER, START_NONE, type Vocabulary,
} from './vocabulary.ts';

const MIN_BARE_WORD = 10;
const MIN_LARGE_POWER = 100;
const MAX_UNIT_DIGITS = 9;
const NOTHING: readonly Quantity[] = Object.freeze([]);

/** What was found at a place: a quantity or nothing, and where to read on. */
interface Found {
  readonly quantity: Quantity | null;
  readonly end: number;
}

/** Finds quantities in canonical texts. Never throws on a string. */
export type QuantityReader = (text: string) => readonly Quantity[];

function numberOf(start: number, end: number, value: number): NumberQuantity {
  return { kind: 'number', start, end, value };
}

/** Applies the words around a time; a past length becomes a plain number, a past day nothing. */
function finishTime(vocabulary: Vocabulary, text: string, atom: Atom, floor: number): Found | null {
  const tailed = applyTails(vocabulary, text, readClockEnd(vocabulary, text, extendAtom(vocabulary, text, atom)));
  const done = applyLeads(vocabulary, text, tailed, floor);
  if (done.needsLead) return null;
  if (done.past) {
    return { quantity: done.counted ? numberOf(done.start, done.end, done.duration.min) : null, end: done.end };
  }
  return { quantity: timeQuantity(done), end: done.end };
}

function readTime(vocabulary: Vocabulary, text: string, numeral: Numeral, floor: number): Found | null {
  const digitForm = numeral.form === 'digits' && !numeral.range ? readDigitForm(vocabulary, text, numeral) : null;
  if (digitForm) return finishTime(vocabulary, text, digitForm, floor);
  const atom = readDuration(vocabulary, text, numeral) ?? readDate(vocabulary, text, numeral) ?? readClock(vocabulary, text, numeral, false);
  return atom && finishTime(vocabulary, text, atom, floor);
}

function readFromNumber(vocabulary: Vocabulary, text: string, numeral: Numeral, floor: number): Found {
  const plain = numeral.digits <= MAX_UNIT_DIGITS || numeral.form !== 'digits';
  if (plain && !isAttached(text, numeral)) {
    const range = readRange(vocabulary, text, numeral);
    const found = (range && readUnit(vocabulary, text, range, floor)) ?? readUnit(vocabulary, text, numeral, floor);
    if (found) return found;
    const money = readCounted(vocabulary, text, numeral) ?? readBare(vocabulary, text, numeral, floor);
    if (money) return { quantity: money, end: money.end };
    const clock = readBareClock(vocabulary, text, numeral, floor);
    const time = clock && finishTime(vocabulary, text, clock, floor);
    if (time) return time;
  }
  return { quantity: bareNumber(vocabulary, text, numeral), end: numeral.end };
}

/** Digits that belong to a name (iphone15) or a fraction (1/8秒). */
function isAttached(text: string, { form, start }: Numeral): boolean {
  if (form !== 'digits') return false;
  const before = text.charCodeAt(start - 1);
  return isLetter(before) || (before === 47 && isDigit(text.charCodeAt(start - 2)));
}

function readUnit(vocabulary: Vocabulary, text: string, numeral: Numeral, floor: number): Found | null {
  const time = readTime(vocabulary, text, numeral, floor);
  if (time) return time;
  const counted = numeral.range ? null : readCounted(vocabulary, text, numeral);
  const other = counted ?? readWithUnit(vocabulary, text, numeral) ?? readMultiple(vocabulary, text, numeral);
  return other && { quantity: other, end: other.end };
}

/** 十分, 千万, 万一 and 小二一 hold no numbers. */
function isSolid(vocabulary: Vocabulary, text: string, { start, end, power }: Numeral): boolean {
  const length = end - start;
  return length > 1 && (power > 0 || length > 2) && (vocabulary.hanPowers.get(text.charCodeAt(start)) ?? 0) < MIN_LARGE_POWER;
}

/** A number that nothing counts: digits always; words only from ten on. 24/7 and 1/2 are nothing. */
function bareNumber(vocabulary: Vocabulary, text: string, numeral: Numeral): NumberQuantity | null {
  const { start, end, low, form } = numeral;
  if (form === 'digits') {
    const slash = text.charCodeAt(end) === 47 && isDigit(text.charCodeAt(end + 1));
    const tail = text.charCodeAt(start - 1) === 47 && isDigit(text.charCodeAt(start - 2));
    return slash || tail ? null : numberOf(start, end, low);
  }
  return (form === 'word' || isSolid(vocabulary, text, numeral)) && low >= MIN_BARE_WORD && !numeral.rough && !numeral.needsUnit ? numberOf(start, end, low) : null;
}

function readAt(vocabulary: Vocabulary, text: string, at: number, floor: number): Found | null {
  const word = readCalendarWord(vocabulary, text, at, false);
  const calendar = word && finishTime(vocabulary, text, word, floor);
  if (calendar) return calendar;
  const threshold = readThreshold(vocabulary, text, at) ?? readSigned(vocabulary, text, at);
  if (threshold) return { quantity: threshold, end: threshold.end };
  const prefixed = readMultiplePrefix(vocabulary, text, at);
  if (prefixed) return { quantity: prefixed, end: prefixed.end };
  const numeral = readNumeral(vocabulary, text, at);
  const counted = numeral && readFromNumber(vocabulary, text, numeral, floor);
  if (counted?.quantity) return counted;
  const multiple = readMultipleWord(vocabulary, text, at);
  return multiple ? { quantity: multiple, end: multiple.end } : counted;
}

/**
 * Makes a reader for some languages.
 * @param packs The vocabularies; both languages may be read at once.
 * @returns A function that reads canonical text in one pass; quantities come in order and do not overlap.
 * @throws RangeError where the words are too many for one trie.
 */
export function createQuantityReader(packs: readonly QuantityPack[]): QuantityReader {
  const vocabulary = buildVocabulary(packs);
  const { starts, words } = vocabulary;
  return (text) => {
    let out: Quantity[] | null = null;
    let floor = 0;
    const { length } = text;
    for (let i = 0; i < length; ) {
      const code = text.charCodeAt(i);
      const start = starts[code] as number;
      if (start === START_NONE) {
        i++;
        continue;
      }
      const next = start === START_DIGIT || step(words, step(words, 0, code), text.charCodeAt(i + 1)) !== 0;
      const found = next || start !== START_LETTER ? readAt(vocabulary, text, i, floor) : null;
      if (found) {
        if (found.quantity) (out ??= []).push(found.quantity);
        if (found.quantity) floor = found.end;
        i = Math.max(found.end, i + 1);
      } else i++;
      if (start === START_LETTER) while (isLetter(text.charCodeAt(i)) && isLetter(text.charCodeAt(i - 1))) i++;
    }
    return out ?? NOTHING;
  };
}

const readers = new WeakMap<readonly QuantityPack[], QuantityReader>();

/**
 * Reads all quantities of a canonical text. The reader of a list of languages is built once and kept with the list.
 * @param text Canonical text (see `src/text/normalise.ts`).
 * @param languages The vocabularies to read with.
 * @returns Quantities in order of their start; they do not overlap.
 */
export function readQuantities(text: string, languages: readonly QuantityPack[]): readonly Quantity[] {
  let reader = readers.get(languages);
  if (!reader) readers.set(languages, (reader = createQuantityReader(languages)));
  return reader(text);
}
