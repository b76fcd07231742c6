/**
 * Latin words that are not what they should be: leetspeak, stretched letters, misspellings, missing apostrophes, pinyin.
 */
import { isDigit, isLatin } from './characters.ts';
import type { Edits } from './draft.ts';
import type { Replacement } from './phrases.ts';
import { readPinyin } from './pinyin.ts';
import { correctionOf, isKnown, mayRepair } from './vocabulary.ts';

const MAX_WORD = 32;

/** What stands for which letters; the second is tried where the first gives no word. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'il', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g', '@': 'a', $: 's', '!': 'il', '|': 'li',
};

/** Marks that may stand for a letter inside a word: `!`, `$`, `@`, `|`. */
export function isJoint(unit: number): boolean {
  return unit === 0x21 || unit === 0x24 || unit === 0x40 || unit === 0x7c;
}

function isWordUnit(unit: number): boolean {
  return isLatin(unit) || isDigit(unit);
}

/** Where the word at `start` ends; with `joints`, marks between its letters belong to it. */
function wordEnd(text: string, start: number, joints: boolean): number {
  let end = start;
  const limit = Math.min(text.length, start + MAX_WORD + 1);
  while (end < limit) {
    const unit = text.charCodeAt(end);
    if (!isWordUnit(unit) && !(joints && end > start && isJoint(unit) && end + 1 < text.length && isWordUnit(text.charCodeAt(end + 1)))) break;
    end += 1;
  }
  return end;
}

/**
 * What replaces the word that begins at `start`, or undefined. Words in addresses stay.
 *
 * @param text - Any text.
 * @param start - Where a run of ASCII letters and digits begins.
 */
export function repairOf(text: string, start: number): Replacement | undefined {
  const end = wordEnd(text, start, false);
  if (end - start > MAX_WORD) return undefined;
  const longEnd = end < text.length && isJoint(text.charCodeAt(end)) ? wordEnd(text, start, true) : end;
  if (longEnd > end && longEnd - start <= MAX_WORD) {
    const plain = withoutLeet(text.slice(start, longEnd).toLowerCase());
    if (plain !== undefined && !inAddress(text, start, longEnd)) return { start, end: longEnd, text: plain };
  }
  const word = text.slice(start, end).toLowerCase();
  const better = correctionOf(word) ?? readPinyin(text, start, end, word) ?? withoutLeet(word) ?? withoutStretching(word);
  return better === undefined || better === word || inAddress(text, start, end) ? undefined : { start, end, text: better };
}

/**
 * The known word that a mixture of letters and digits stands for. A digit at the end alone (order5, step1) is a number,
 * and so is one at the start of a short word (5in).
 */
function withoutLeet(word: string): string | undefined {
  if (word.length < 3) return undefined;
  let letters = 0;
  let lastOdd = -1;
  let firstOdd = -1;
  let choices = 0;
  for (let at = 0; at < word.length; at += 1) {
    if (isLatin(word.charCodeAt(at))) {
      letters += 1;
      continue;
    }
    const meant = LEET[word[at]];
    if (meant === undefined) return undefined;
    if (meant.length > 1) choices += 1;
    if (firstOdd < 0) firstOdd = at;
    lastOdd = at;
  }
  const odd = word.length - letters;
  if (odd === 0 || letters < odd || choices > 3) return undefined;
  if (firstOdd >= word.length - odd || (lastOdd < odd && word.length < 5 && word[0] !== '0')) return undefined;
  for (let choice = 0; choice < 1 << choices; choice += 1) {
    let bit = choice;
    let plain = '';
    for (const unit of word) {
      const meant = LEET[unit];
      if (meant === undefined) plain += unit;
      else if (meant.length === 1) plain += meant;
      else {
        plain += meant[bit & 1];
        bit >>= 1;
      }
    }
    const found = isKnown(plain) ? plain : correctionOf(plain);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The known word that a stretched one stands for: sooooo, reeefund. */
function withoutStretching(word: string): string | undefined {
  let once = '';
  let twice = '';
  let stretched = false;
  for (let at = 0; at < word.length; ) {
    let end = at + 1;
    while (end < word.length && word[end] === word[at]) end += 1;
    const count = end - at;
    if (count > 2) {
      if (!isLatin(word.charCodeAt(at))) return undefined;
      stretched = true;
    }
    once += word.slice(at, count > 2 ? at + 1 : end);
    twice += word.slice(at, count > 2 ? at + 2 : end);
    at = end;
  }
  if (!stretched) return undefined;
  if (isKnown(twice)) return twice;
  return isKnown(once) ? once : (correctionOf(once) ?? undefined);
}

const MAX_ADDRESS = 64;

/** Whether the word is part of an email address or a web address. */
function inAddress(text: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  const first = Math.max(0, start - MAX_ADDRESS);
  const last = Math.min(text.length, end + MAX_ADDRESS);
  while (from > first && isAddressUnit(text.charCodeAt(from - 1))) from -= 1;
  while (to < last && isAddressUnit(text.charCodeAt(to))) to += 1;
  const chunk = text.slice(from, to).toLowerCase();
  if (chunk.startsWith('www.') || chunk.includes('://')) return true;
  const sign = chunk.indexOf('@');
  return sign >= 0 && (sign < start - from || sign >= end - from) && chunk.includes('.');
}

function isAddressUnit(unit: number): boolean {
  return unit > 32 && unit < 127 && unit !== 0x2c && unit !== 0x22 && unit !== 0x28 && unit !== 0x29;
}

/** Whether the word may need a repair: a digit in it, a letter three times, a joint after it, a known misspelling. */
function isOdd(text: string, start: number, end: number): boolean {
  if (end < text.length && isJoint(text.charCodeAt(end))) return true;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at) | 32;
    if (isDigit(unit) || (at + 2 < end && (text.charCodeAt(at + 1) | 32) === unit && (text.charCodeAt(at + 2) | 32) === unit)) return true;
  }
  return mayRepair(text, start, end - start);
}

/** Repairs every word. */
export function repairWords(text: string, edits: Edits): void {
  for (let at = 0; at < text.length; ) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at, false);
    const found = isOdd(text, at, end) ? repairOf(text, at) : undefined;
    if (found !== undefined) {
      edits.replace(found.start, found.end, found.text);
      at = found.end;
      continue;
    }
    while (at < text.length && isWordUnit(text.charCodeAt(at))) at += 1;
  }
}
