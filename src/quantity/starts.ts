/**
 * Which places of a text can start a quantity. One table entry is read for each code unit, and the test is made so that
 * it hardly ever succeeds in vain: a branch that the processor can foretell costs next to nothing.
 */
import type { Units } from '../text/units.ts';
import { isLetter } from './fit.ts';

/** A code unit cannot start a quantity. */
export const START_NONE = 0;
/** It is a digit. */
export const START_DIGIT = 1;
/** It is a Latin letter. */
export const START_LETTER = 2;
/** It is a Chinese numeral. */
export const START_NUMERAL = 3;
/** It is a word that opens a quantity, or the first of a longer one. */
export const START_OTHER = 4;

/*
 * An entry of `units`: bits 0–7 say which kind of first unit it is, bits 8–15 after which kinds of first units it makes
 * a start.
 */
const SECOND = 8;
const FIRSTS = 0xff;
/** A start whatever follows: digits, words of one character. */
const ANY = 1;
/** A start where a unit of some kind follows: numerals. */
const NUMERAL = 2;
/** Anything but a letter: a letter after it is the first of a word. */
const BOUNDARY = 4;
/** Other characters, in five kinds, told apart so that few pairs pass by chance. */
const OTHER = 8;
const KINDS = 5;
const PAIRS = 8192;
const WORDS = 8192;
const FOURS = 32768;
const SPACE = 32;
const ALL_BITS = -1;

/** The tables. */
export interface Starts {
  /** One of the `START_` values for every code unit. */
  readonly kinds: Uint8Array;
  /** What `nextStart` needs to know of every code unit. */
  readonly units: Uint16Array;
  /** Pairs of code units that open a word, hashed. */
  readonly pairs: Uint8Array;
  /** The letter that a code unit is, 1 to 26, else 0. */
  readonly letters: Uint8Array;
  /** 1 for each four code units, letters or not, that open a Latin word, hashed. */
  readonly fours: Uint8Array;
  /** For up to four letters, hashed, the bits of the letter after them or of the next word. */
  readonly words: Int32Array;
}

function pairSlot(first: number, second: number): number {
  return (Math.imul(first, 61) + second) & (PAIRS - 1);
}

/** 1 to 26 for a letter, else 0. */
function letterIndex(code: number): number {
  return code >= 97 && code <= 122 ? code - 96 : 0;
}

/** The slot in `words` of up to four letters, five bits each. */
function wordSlot(letters: number): number {
  return Math.imul(letters, 0x9e3779b1) >>> 19;
}

/** Where the letters end that start at `at`, at most four of them. */
function letterEnd(text: string, at: number): number {
  let end = at;
  while (end < at + 4 && isLetter(text.charCodeAt(end))) end++;
  return end;
}

/** The letter at `at`, or that of the next word. */
function nextIndex(text: string, at: number): number {
  const index = letterIndex(text.charCodeAt(at));
  return index !== 0 ? index : letterIndex(text.charCodeAt(at + 1));
}

/** The slot in `fours` of four letters. */
function fourSlot(four: number): number {
  return Math.imul(four, 0x9e3779b1) >>> 17;
}

/** Allows a Latin word. */
function allowWord({ fours, words }: Starts, word: string): void {
  const fill = (four: number, length: number): void => {
    if (length === 4) fours[fourSlot(four)] = 1;
    else if (length < word.length) fill((four << 5) | letterIndex(word.charCodeAt(length)), length + 1);
    else if (length === word.length && isLetter(word.charCodeAt(length - 1))) fill(four << 5, length + 1);
    else for (let index = 0; index <= 26; index++) fill((four << 5) | index, length + 1);
  };
  fill(0, 0);
  const end = letterEnd(word, 0);
  let letters = 0;
  for (let at = 0; at < end; at++) letters = (letters << 5) | letterIndex(word.charCodeAt(at));
  const slot = wordSlot(letters);
  words[slot] = (words[slot] as number) | (end + 1 < word.length || isLetter(word.charCodeAt(end)) ? 1 << nextIndex(word, end) : ALL_BITS);
}

/** How much of the beginning of a word {@link buildStarts} looks at: of a Latin one, four letters and what follows them. */
export function headLength(word: string): number {
  return word.startsWith('{') || isLetter(word.charCodeAt(0)) ? 6 : 2;
}

/**
 * Builds the tables.
 * @param opening Words that open a quantity; they may be cut at their {@link headLength}.
 * @param following Words that may follow a number; their first unit is enough.
 * @param numerals Numeral characters.
 */
export function buildStarts(opening: Iterable<string>, following: Iterable<string>, numerals: Iterable<number>): Starts {
  const starts = {
    kinds: new Uint8Array(65536),
    units: new Uint16Array(65536).fill((ANY << SECOND) | BOUNDARY),
    pairs: new Uint8Array(PAIRS),
    letters: new Uint8Array(65536),
    fours: new Uint8Array(FOURS),
    words: new Int32Array(WORDS),
  };
  const { kinds, units, pairs } = starts;
  const mark = (code: number, bits: number): void => {
    units[code] = (units[code] as number) | bits;
  };
  for (let code = 97; code <= 122; code++) {
    kinds[code] = START_LETTER;
    starts.letters[code] = code - 96;
    units[code] = (ANY | BOUNDARY) << SECOND;
  }
  for (const word of opening) {
    const first = word.charCodeAt(0);
    if (isLetter(first)) {
      allowWord(starts, word);
      continue;
    }
    kinds[first] = START_OTHER;
    if (word.length === 1) mark(first, ANY);
    else {
      const kind = OTHER << first % KINDS;
      mark(first, kind);
      mark(word.charCodeAt(1), kind << SECOND);
      pairs[pairSlot(first, word.charCodeAt(1))] = 1;
    }
  }
  for (const code of numerals) {
    kinds[code] = START_NUMERAL;
    mark(code, NUMERAL | (NUMERAL << SECOND));
  }
  for (const word of following) mark(word.charCodeAt(0), NUMERAL << SECOND);
  mark(SPACE, NUMERAL << SECOND);
  for (let code = 48; code <= 57; code++) {
    kinds[code] = START_DIGIT;
    mark(code, ANY);
  }
  return starts;
}

/** The kind of a code unit: one of the `START_` values. */
export function startKind({ kinds }: Starts, code: number): number {
  return kinds[code] as number;
}

/** Whether a Latin word at `at` can open a quantity, by its letters and the first of the next word. */
function opensWord({ letters, fours, words }: Starts, codes: Uint16Array, at: number): boolean {
  const four =
    (letterAt(letters, codes, at) << 15) | (letterAt(letters, codes, at + 1) << 10) | (letterAt(letters, codes, at + 2) << 5) | letterAt(letters, codes, at + 3);
  if (fours[fourSlot(four)] === 0) return false;
  let word = four >>> 15;
  let end = at + 1;
  for (; end < at + 4; end++) {
    const letter = letterAt(letters, codes, end);
    if (letter === 0) break;
    word = (word << 5) | letter;
  }
  const next = letterAt(letters, codes, end) || letterAt(letters, codes, end + 1);
  return ((words[wordSlot(word)] as number) & (1 << next)) !== 0;
}

function letterAt(letters: Uint8Array, codes: Uint16Array, at: number): number {
  return letters[codes[at] as number] as number;
}

/**
 * The first place from `from` on where a quantity can start, as far as a few code units tell; the text's length where
 * there is none. A Latin word is looked at where its letters begin.
 *
 * @param text The text; the words that are noted in it are passed over in one step.
 */
export function nextStart(starts: Starts, text: Units, from: number): number {
  const { units, pairs } = starts;
  const { codes, length } = text;
  let before = from === 0 || !isLetter(codes[from - 1] as number) ? BOUNDARY : 0;
  for (let i = from; i < length; i++) {
    const code = codes[i] as number;
    const unit = units[code] as number;
    const match = before & (unit >>> SECOND);
    if (match !== 0) {
      if ((match & (ANY | NUMERAL)) !== 0 || ((match & ~BOUNDARY) !== 0 && pairs[pairSlot(codes[i - 1] as number, code)] === 1)) return i - 1;
      if ((match & BOUNDARY) !== 0) {
        if (opensWord(starts, codes, i)) return i;
        const end = text.wordEnd(i);
        if (end > i) {
          before = 0;
          i = end - 1;
          continue;
        }
      }
    }
    before = unit & FIRSTS;
  }
  return (before & ANY) !== 0 && length > from ? length - 1 : length;
}
