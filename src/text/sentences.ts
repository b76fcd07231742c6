/**
 * Where sentences end. A sentence ends at 。！？!?… , at a full stop that is one (not 3.5, not "Mr."), or at the end
 * of the text; a line break does not end it. Marks and closing quotes that follow belong to it.
 */
import { isQuiet } from './scan.ts';
import { codeAt } from './unit.ts';
import { PADDING } from './units.ts';
import type { RawText, Text } from './units.ts';

const NEWLINE = 10;
const FULL_STOP = 46;
/** Closing marks, which belong to the end before them; the kinds above this one are marks that may be an end. */
const TRAIL = 1;
const END = 2;
const LATIN_END = 3;
const STOP = 4;

/** The kind of each code unit, and {@link LOUD}. */
const KINDS = new Uint8Array(65536);
const KIND = 7;
/** The bit of what the normalisation has to look at. */
const LOUD = 8;
for (let unit = 0; unit < 65536; unit++) if (!isQuiet(unit)) KINDS[unit] = LOUD;
for (const mark of '。！？…｡︒') KINDS[mark.charCodeAt(0)]! |= END;
for (const mark of '!?') KINDS[mark.charCodeAt(0)]! |= LATIN_END;
for (const mark of '.．') KINDS[mark.charCodeAt(0)]! |= STOP;
for (const mark of '”"’」』）)') KINDS[mark.charCodeAt(0)]! |= TRAIL;

function kindOf(code: number): number {
  return KINDS[code]! & KIND;
}

/** Short forms before a full stop that does not end a sentence, as {@link keyOf} has them. */
const ABBREVIATIONS = new Set(
  [
    'mr', 'mrs', 'ms', 'dr', 'st', 'no', 'vs', 'eg', 'e.g', 'ie', 'i.e', 'etc', 'approx', 'inc', 'ltd', 'co', 'jr', 'sr',
    'a.m', 'p.m', 'u.s', 'u.k', 'tel', 'ext', 'fig', 'max', 'min',
    'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec',
    'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun',
  ].map(keyOf),
);
/** No abbreviation, and no list number, is longer. */
const LONGEST_ABBREVIATION = 6;

/** Up to six letters and full stops as one number, read from the end: five bits each. */
function keyOf(word: string): number {
  let key = 0;
  for (let at = word.length - 1; at >= 0; at--) key = keyOn(key, word.charCodeAt(at));
  return key;
}

function keyOn(key: number, code: number): number {
  return (key << 5) | (code === FULL_STOP ? 31 : code & 31);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Full-width forms count as what they stand for. */
function isWordPart(code: number): boolean {
  return isAlphanumeric(code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);
}

/** Characters that nobody sees: zero-width spaces and joiners, the byte order mark. */
function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0 || code === 0x3000;
}

/** Where the last character stands before a place that somebody sees; before `from` if there is none. */
function seenBefore(text: Text, from: number, at: number): number {
  let before = at - 1;
  while (before >= from && at - before < LOOK_BACK && isInvisible(text.codes[before]!)) before--;
  return before;
}

/** Whether a single character or digit stands before a mark: 退.款 is a word written apart, not two sentences. */
function isSpelledApart(text: Text, at: number): boolean {
  const single = seenBefore(text, 0, at);
  if (single < 0 || !isCell(text.codes[single]!)) return false;
  const before = seenBefore(text, 0, single);
  return before < 0 || !(isCell(text.codes[before]!) || isWordPart(text.codes[before]!));
}

/** A Chinese character or a digit. */
function isCell(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57);
}

/** Whether the full stop at `at` ends a sentence; `undefined` if what follows is not there yet. */
function stopEnds(text: Text, at: number): boolean | undefined {
  let after = at + 1;
  while (after < text.length && isInvisible(text.codes[after]!)) after++;
  if (after >= text.length) return undefined;
  const next = text.codes[after]!;
  if (isWordPart(next) || next === FULL_STOP) return false;
  if (!isSpace(next) && kindOf(next) !== TRAIL) return next > 0x7f && !isSpelledApart(text, at);
  return !isAbbreviated(text, at);
}

/** Whether the full stop at `at` belongs to an abbreviation or to the number of a list item: "1. Open the app". */
function isAbbreviated(text: Text, at: number): boolean {
  const first = Math.max(0, at - LOOK_BACK);
  let key = 0;
  let length = 0;
  let digits = 0;
  let from = seenBefore(text, first, at);
  for (; from >= first; from = seenBefore(text, first, from)) {
    const code = text.codes[from]!;
    if (!isAlphanumeric(code) && code !== FULL_STOP) break;
    if (++length > LONGEST_ABBREVIATION) return false;
    if (code >= 48 && code <= 57) digits++;
    else key = keyOn(key, code);
  }
  if (digits === 0) return ABBREVIATIONS.has(key);
  if (digits < length || length > 2) return false;
  const before = first > 0 ? Math.max(first, from) : from;
  return before < 0 || text.codes[before]! === NEWLINE;
}

/** How many code units before a mark may have a say in whether a sentence ends there. */
const LOOK_BACK = 26;

/** Whether it takes what follows to know of a text that ends like this whether a sentence ends there, and where. */
function leavesOpen(code: number): boolean {
  return kindOf(code) !== 0 || isInvisible(code);
}

/** So much is kept for the next text; longer ones have an array of their own, which goes with the next. */
const CAPACITY = 4096;

/**
 * The sentences of a text that may come in pieces, each as soon as it is known where it ends. Each code unit is looked at a
 * bounded number of times, however the text is cut.
 */
export class Sentences implements RawText {
  codes = new Uint16Array(CAPACITY);
  length = 0;
  quiet = true;
  /** Where the sentence at hand starts. */
  start = 0;
  /** Where marks stand at which a sentence may end: those before `looked` are decided. */
  private readonly marks: number[] = [];
  private count = 0;
  private looked = 0;
  /** Whether the text so far ends with marks that may be the end of the sentence. */
  private open = false;
  private readonly usual = this.codes;

  /** Begins another text. */
  clear(): void {
    this.length = this.start = this.count = this.looked = 0;
    this.open = false;
    this.quiet = true;
    this.codes = this.usual;
    if (this.marks.length > CAPACITY) this.marks.length = 0;
  }

  /**
   * Takes the next piece of the text.
   *
   * @returns Whether there may be more to know with it: after open marks something else, else a mark.
   */
  append(text: string): boolean {
    const { length } = text;
    if (this.length + length + PADDING > this.codes.length) this.grow(this.length + length + PADDING);
    const { codes, marks, length: from } = this;
    let { count } = this;
    let seen = 0;
    for (let at = 0; at < length; at++) {
      const code = codeAt(text, at);
      codes[from + at] = code;
      const kind = KINDS[code]!;
      seen |= kind;
      if ((kind & KIND) > TRAIL) marks[count++] = from + at;
    }
    const more = count > this.count;
    this.count = count;
    this.length = from + length;
    if ((seen & LOUD) !== 0) this.quiet = false;
    return this.open ? this.closes(from) : more;
  }

  /**
   * The end (exclusive) of the sentence at hand, or -1 if the text holds none yet; the next call is about the one behind it.
   *
   * @param complete Whether nothing will follow the text: then its end is the end of the last sentence.
   */
  next(complete: boolean): number {
    for (; this.looked < this.count; this.looked++) {
      const at = this.marks[this.looked]!;
      if (at < this.start) continue;
      const end = endAt(this, this.start, at, kindOf(this.codes[at]!));
      if (end === GOES_ON) continue;
      this.open = end >= this.length && !complete;
      return this.open ? -1 : (this.start = end);
    }
    this.open = false;
    return complete && this.start < this.length ? (this.start = this.length) : -1;
  }

  /** Whether a code unit from a place on closes what is open. */
  private closes(from: number): boolean {
    for (let at = from; at < this.length; at++) if (!leavesOpen(this.codes[at]!)) return true;
    return false;
  }

  private grow(length: number): void {
    const codes = new Uint16Array(Math.max(length, 2 * this.codes.length));
    codes.set(this.codes.subarray(0, this.length));
    this.codes = codes;
  }
}

/** No sentence ends here. */
const GOES_ON = -1;

/** Where the sentence ends that may end with the mark at `at`: the text's length also where it takes more of the text to know. */
function endAt(text: Text, from: number, at: number, kind: number): number {
  const { length } = text;
  if (kind === STOP) {
    const ends = stopEnds(text, at);
    if (ends !== true) return ends === false ? GOES_ON : length;
  } else if (kind === LATIN_END) {
    let after = at + 1;
    while (after < length && isInvisible(text.codes[after]!)) after++;
    if (after >= length) return length;
    // "f!ve", "w1ll!now": a mark inside a word is noise, not an end.
    const before = seenBefore(text, from, at);
    if (before >= from && isAlphanumeric(text.codes[before]!) && isAlphanumeric(text.codes[after]!)) return GOES_ON;
  }
  let end = at + 1;
  while (end < length && kindOf(text.codes[end]!) !== 0 && kindOf(text.codes[end]!) !== STOP) end++;
  while (end < length && text.codes[end]! === FULL_STOP) end++;
  return end;
}
