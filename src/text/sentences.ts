/**
 * Where sentences end. A sentence ends at 。！？!?… , at a full stop that is one (not 3.5, not "Mr."), or at the end
 * of the text; a line break does not end it. Marks and closing quotes that follow belong to it.
 */
import { codeAt } from './unit.ts';

const NEWLINE = 10;
const FULL_STOP = 46;
const END = 1;
const LATIN_END = 2;
const STOP = 3;
const TRAIL = 4;

const KIND = new Uint8Array(65536);
for (const mark of '。！？…｡︒') KIND[mark.charCodeAt(0)] = END;
for (const mark of '!?') KIND[mark.charCodeAt(0)] = LATIN_END;
KIND[FULL_STOP] = STOP;
KIND['．'.charCodeAt(0)] = STOP;
for (const mark of '”"’」』）)') KIND[mark.charCodeAt(0)] = TRAIL;

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
function seenBefore(text: string, from: number, at: number): number {
  let before = at - 1;
  while (before >= from && at - before < LOOK_BACK && isInvisible(codeAt(text, before))) before--;
  return before;
}

/** Whether a single character or digit stands before a mark: 退.款 is a word written apart, not two sentences. */
function isSpelledApart(text: string, at: number): boolean {
  const single = seenBefore(text, 0, at);
  if (single < 0 || !isCell(codeAt(text, single))) return false;
  const before = seenBefore(text, 0, single);
  return before < 0 || !(isCell(codeAt(text, before)) || isWordPart(codeAt(text, before)));
}

/** A Chinese character or a digit. */
function isCell(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57);
}

/** Whether the full stop at `at` ends a sentence; `undefined` if what follows is not there yet. */
function stopEnds(text: string, at: number): boolean | undefined {
  let after = at + 1;
  while (after < text.length && isInvisible(codeAt(text, after))) after++;
  if (after >= text.length) return undefined;
  const next = codeAt(text, after);
  if (isWordPart(next) || next === FULL_STOP) return false;
  if (!isSpace(next) && KIND[next] !== TRAIL) return next > 0x7f && !isSpelledApart(text, at);
  return !isAbbreviated(text, at);
}

/** Whether the full stop at `at` belongs to an abbreviation or to the number of a list item: "1. Open the app". */
function isAbbreviated(text: string, at: number): boolean {
  const first = Math.max(0, at - LOOK_BACK);
  let key = 0;
  let length = 0;
  let digits = 0;
  let from = seenBefore(text, first, at);
  for (; from >= first; from = seenBefore(text, first, from)) {
    const code = codeAt(text, from);
    if (!isAlphanumeric(code) && code !== FULL_STOP) break;
    if (++length > LONGEST_ABBREVIATION) return false;
    if (code >= 48 && code <= 57) digits++;
    else key = keyOn(key, code);
  }
  if (digits === 0) return ABBREVIATIONS.has(key);
  if (digits < length || length > 2) return false;
  const before = first > 0 ? Math.max(first, from) : from;
  return before < 0 || codeAt(text, before) === NEWLINE;
}

/** How many code units before a mark may have a say in whether a sentence ends there. */
export const LOOK_BACK = 26;

/** Whether a sentence may end at a mark like this. */
export function isEndMark(code: number): boolean {
  const kind = KIND[code]!;
  return kind !== 0 && kind !== TRAIL;
}

/** Whether it takes what follows to know of a text that ends like this whether a sentence ends there, and where. */
export function leavesOpen(code: number): boolean {
  return KIND[code] !== 0 || isInvisible(code);
}

/**
 * The end (exclusive) of the sentence that starts at `from`, or -1 if the text holds no end of it yet.
 *
 * @param text The caller's text.
 * @param from Where the sentence starts.
 * @param complete Whether nothing will follow the text: then its end is the end of the last sentence.
 * @param next Where to begin to look, if the sentence is known not to end before. Default: `from`.
 */
export function sentenceEnd(text: string, from: number, complete: boolean, next = from): number {
  const length = text.length;
  for (let at = next; at < length; at++) {
    const kind = KIND[codeAt(text, at)]!;
    if (kind === 0 || kind === TRAIL) continue;
    const end = endAt(text, from, at, kind);
    if (end === GOES_ON) continue;
    return end >= length && !complete ? -1 : end;
  }
  return complete && from < length ? length : -1;
}

/** No sentence ends here. */
const GOES_ON = -1;

/** Where the sentence ends that may end with the mark at `at`: the text's length also where it takes more of the text to know. */
function endAt(text: string, from: number, at: number, kind: number): number {
  const { length } = text;
  if (kind === STOP) {
    const ends = stopEnds(text, at);
    if (ends !== true) return ends === false ? GOES_ON : length;
  } else if (kind === LATIN_END) {
    let after = at + 1;
    while (after < length && isInvisible(codeAt(text, after))) after++;
    if (after >= length) return length;
    // "f!ve", "w1ll!now": a mark inside a word is noise, not an end.
    const before = seenBefore(text, from, at);
    if (before >= from && isAlphanumeric(codeAt(text, before)) && isAlphanumeric(codeAt(text, after))) return GOES_ON;
  }
  let end = at + 1;
  while (end < length && KIND[codeAt(text, end)] !== 0 && KIND[codeAt(text, end)] !== STOP) end++;
  while (end < length && codeAt(text, end) === FULL_STOP) end++;
  return end;
}
