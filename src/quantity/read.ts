/**
 * The one pass that finds all quantities of a text.
 */
import { unitAt } from '../text/unit.ts';
import { Units } from '../text/units.ts';
import { applyLeads, applyTails, type Atom } from './atom.ts';
import { readCalendarWord } from './calendar.ts';
import { extendAtom, readBareClock, readPlace } from './clock.ts';
import { readDuration } from './durations.ts';
import { isDigit, isLetter, skipGap, skipSpaces } from './fit.ts';
import { readBare, readCounted, readSigned, readThreshold, readWithUnit } from './money.ts';
import { readMultiple, readMultiplePrefix, readMultipleWord } from './multiples.ts';
import { hanAt } from './han.ts';
import type { Numeral } from './numeral.ts';
import { readNumeral, readRange } from './numerals.ts';
import type { QuantityPack } from './pack.ts';
import type { NumberQuantity, Quantity } from './quantity.ts';
import { Scanner } from './scanner.ts';
import { nextStart, START_DIGIT, START_NUMERAL, startKind } from './starts.ts';
import { buildVocabulary, CALENDAR_ROLES, COUNTED_ROLES, OPENING_ROLES, ROLE } from './vocabulary.ts';

/** Greater ones are numbers of orders and telephones. */
const MOST_BARE = 9_999_999;
const MIN_BARE_WORD = 10;
const MIN_LARGE_POWER = 100;
const MAX_UNIT_DIGITS = 9;
const SLASH = 47;
const COLON = 58;
const NOTHING: readonly Quantity[] = Object.freeze([]);

/** Finds quantities in canonical texts. Never throws on a string. Who has the code units of the text at hand passes those. */
export type QuantityReader = (text: string | Units) => readonly Quantity[];

/** Finds what starts at a place; `next` is where reading goes on after `read` returned. */
class QuantityScanner extends Scanner {
  next = 0;

  /** The quantity at `at`, or null; `next` is set to where it ends, or past what was read in vain. */
  read(at: number): Quantity | null {
    this.next = at + 1;
    const mask = this.mask(at);
    const start = startKind(this.vocabulary.starts, unitAt(this.codes, at));
    if ((mask & OPENING_ROLES) === 0 && start !== START_DIGIT && start !== START_NUMERAL) return null;
    if ((mask & CALENDAR_ROLES) !== 0) {
      const word = this.readWord(at);
      if (word !== undefined) return word;
    }
    if ((mask & (ROLE.threshold | ROLE.moneySign | ROLE.multiplePrefix)) !== 0) {
      const opened = readThreshold(this, at) ?? readSigned(this, at) ?? readMultiplePrefix(this, at);
      if (opened) return this.accept(opened);
    }
    const numeral = readNumeral(this, at);
    const counted = numeral && this.readNumber(numeral);
    if (counted) return counted;
    const multiple = (mask & ROLE.multipleWord) !== 0 ? readMultipleWord(this, at) : null;
    if (multiple) return this.accept(multiple);
    if (numeral) this.next = numeral.end;
    return null;
  }

  private accept(quantity: Quantity): Quantity {
    this.next = quantity.end;
    if (quantity.kind !== 'money' || quantity.approximate) return quantity;
    return this.findLead(quantity.start)?.role === 'about' ? { ...quantity, approximate: true } : quantity;
  }

  /** A time that a word opens; undefined where there is none, null where it lies behind. */
  private readWord(at: number): Quantity | null | undefined {
    const word = readCalendarWord(this, at, false);
    if (!word) return undefined;
    const before = word.end;
    const part = word.soft && word.anchor === 'clock' && (this.find(at, CALENDAR_ROLES)?.mask ?? 0) !== 0 && (this.roles & ROLE.time) === 0;
    extendAtom(this, word);
    // A part of the day counts only with a clock time or a day.
    if (part && word.end === before) return undefined;
    return this.finish(word);
  }

  /** Applies the words around a time; a past length becomes a plain number, a past day nothing. */
  private finish(atom: Atom): Quantity | null | undefined {
    applyTails(this, atom);
    applyLeads(this, atom);
    if (atom.needsLead) return undefined;
    this.next = atom.end;
    if (!atom.past) return atom.quantity();
    return atom.counted ? { kind: 'number', start: atom.start, end: atom.end, value: atom.duration.min } : null;
  }

  private readNumber(numeral: Numeral): Quantity | null {
    const { codes } = this;
    const plain = numeral.form !== 'digits' || (numeral.digits <= MAX_UNIT_DIGITS && !isAttached(codes, numeral));
    if (plain && this.isCounted(numeral)) {
      const range = readRange(this, numeral);
      const found = (range && this.readUnit(range)) || this.readUnit(numeral);
      if (found !== undefined && found !== null) return found;
      const money = readBare(this, numeral);
      if (money) return this.accept(money);
    } else if (plain) {
      const money = readBare(this, numeral);
      if (money) return this.accept(money);
    }
    const clock = plain ? readBareClock(this, numeral) : null;
    if (clock) {
      extendAtom(this, clock);
      const time = this.finish(clock);
      if (time) return time;
    }
    const number = this.bareNumber(numeral);
    return number && this.accept(number);
  }

  /** Whether anything stands after a number that could count it. */
  private isCounted({ end }: Numeral): boolean {
    const { codes } = this;
    const gap = skipGap(codes, end);
    const roles = this.mask(end) | (gap === end ? 0 : this.mask(gap) | this.mask(skipSpaces(codes, end)));
    return (roles & COUNTED_ROLES) !== 0 || unitAt(codes, end) === COLON || unitAt(codes, end) === SLASH || unitAt(codes, end) === 46;
  }

  private readUnit(numeral: Numeral): Quantity | null | undefined {
    const duration = readDuration(this, numeral);
    if (duration) return this.finish(duration);
    const place = readPlace(this, numeral);
    if (place) {
      extendAtom(this, place);
      const time = this.finish(place);
      if (time !== undefined) return time;
    }
    const other =
      (numeral.range ? null : readCounted(this, numeral)) ?? readWithUnit(this, numeral) ?? readMultiple(this, numeral);
    return other ? this.accept(other) : undefined;
  }

  /** A number that nothing counts: digits always; words only from ten on. 24/7 and 1/2 are nothing. */
  private bareNumber(numeral: Numeral): NumberQuantity | null {
    const { codes } = this;
    const { start, end, low, form } = numeral;
    if (form === 'digits') {
      const opens = unitAt(codes, end) === SLASH && isDigit(unitAt(codes, end + 1));
      const closes = unitAt(codes, start - 1) === SLASH && isDigit(unitAt(codes, start - 2));
      return opens || closes || low > MOST_BARE ? null : { kind: 'number', start, end, value: low };
    }
    if (low < MIN_BARE_WORD || numeral.rough || numeral.needsUnit) return null;
    return form === 'word' || this.isSolid(numeral) ? { kind: 'number', start, end, value: low } : null;
  }

  /** 十分, 千万, 万一 and 小二一 hold no numbers. */
  private isSolid({ start, end, power }: Numeral): boolean {
    const length = end - start;
    if (length < 2 || (power === 0 && length === 2)) return false;
    return hanAt(this.vocabulary.han, this.codes, start).power < MIN_LARGE_POWER;
  }
}

/** Digits that belong to a name (iphone15) or a fraction (1/8秒). */
function isAttached(codes: Uint16Array, { start }: Numeral): boolean {
  const before = unitAt(codes, start - 1);
  return isLetter(before) || (before === SLASH && isDigit(unitAt(codes, start - 2)));
}

/**
 * Makes a reader for some languages.
 * @param packs The vocabularies; both languages may be read at once.
 * @returns A function that reads canonical text in one pass; quantities come in order and do not overlap.
 */
export function createQuantityReader(packs: readonly QuantityPack[]): QuantityReader {
  const vocabulary = buildVocabulary(packs);
  const { starts } = vocabulary;
  const scanner = new QuantityScanner(vocabulary);
  const own = new Units();
  return (text) => {
    const units = typeof text === 'string' ? own : text;
    if (typeof text === 'string') own.fill(text);
    const { length } = units;
    let at = nextStart(starts, units, 0);
    if (at >= length) return NOTHING;
    let out: Quantity[] | null = null;
    scanner.open(units);
    for (; at < length; at = nextStart(starts, units, scanner.next)) {
      const quantity = scanner.read(at);
      if (!quantity) continue;
      scanner.floor = quantity.end;
      if (out) out.push(quantity);
      else out = [quantity];
    }
    scanner.close();
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
