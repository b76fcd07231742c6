/**
 * Kinds of code units in canonical text, and the tokens that the learned reader sees: a Chinese character, a Latin
 * word, a number, a quotation mark.
 */
import { END_PARTICLES } from '../text/particles.ts';

/** Anything that the reader does not look at. */
export const OTHER = 0;
/** A Chinese character: a token by itself. */
export const HAN = 1;
/** A letter of a Latin word. */
export const LATIN = 2;
/** A digit. */
export const DIGIT = 3;
/** A mark that ends a clause. */
export const CLAUSE = 4;
/** A mark that ends a unit: a sentence, or a part of one that stands by itself. */
export const UNIT = 5;
/** A quotation mark: a token by itself. */
export const QUOTE = 6;

/** The kind of each code unit. */
export const KINDS = new Uint8Array(65536);
KINDS.fill(HAN, 0x3400, 0x9fff + 1);
KINDS.fill(LATIN, 97, 123);
KINDS.fill(LATIN, 0xe0, 0x180);
KINDS.fill(DIGIT, 48, 58);
for (const mark of ',，、:：—–()（）[]【】') KINDS[mark.charCodeAt(0)] = CLAUSE;
for (const mark of '.。！？!?…;；~\n') KINDS[mark.charCodeAt(0)] = UNIT;
for (const mark of '“”「」『』"') KINDS[mark.charCodeAt(0)] = QUOTE;

/** Those that also stand inside words (哈尔滨, 干嘛去) count here as well: a feature in the wrong clause does no harm. */
const PARTICLES = new Set([...END_PARTICLES, ...'呀哈嘛'].map((mark) => mark.charCodeAt(0)));
const SPACE = 32;

/** Whether a thought ends before `at` without a mark: after a particle, or where a space stands, between Chinese characters. */
export function breathEndsAt(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at);
  if (next === SPACE) return KINDS[before] === HAN && KINDS[text.charCodeAt(at + 1)] === HAN;
  return PARTICLES.has(before) && KINDS[next] === HAN && !PARTICLES.has(next);
}

const APOSTROPHE = 39;
const FULL_STOP = 46;
const COMMA = 44;
const LETTER_S = 115;
const STEM_LETTERS = 5;
const NUMBER = 0x51ed270b;

/**
 * Reads words and numbers. The fields hold the last one: its hash, the hash of its stem, and where it ends.
 */
export class TokenReader {
  full = 0;
  stem = 0;
  end = 0;

  /** Reads the token that starts at `from`; its code unit is of kind LATIN or DIGIT. */
  read(text: string, from: number, kind: number): void {
    if (kind === LATIN) this.readWord(text, from);
    else this.readNumber(text, from);
  }

  private readWord(text: string, from: number): void {
    let hash = 0;
    let before = 0;
    let stem = 0;
    let at = from;
    do {
      if (at - from === STEM_LETTERS) stem = hash;
      before = hash;
      hash = (Math.imul(hash ^ text.charCodeAt(at), 0x01000193) + 0x9e37) | 0;
      at++;
    } while (continuesWord(text, at));
    const letters = at - from;
    if (letters <= STEM_LETTERS) stem = letters > 3 && text.charCodeAt(at - 1) === LETTER_S ? before : hash;
    this.full = hash;
    this.stem = stem;
    this.end = at;
  }

  /** Numbers share one stem; in full they are told apart by size only. */
  private readNumber(text: string, from: number): void {
    let value = 0;
    let at = from;
    let whole = true;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (KINDS[code] === DIGIT) {
        if (whole && value < 1e6) value = value * 10 + code - 48;
      } else if ((code === FULL_STOP || code === COMMA) && KINDS[text.charCodeAt(at + 1)] === DIGIT) {
        if (code === FULL_STOP) whole = false;
      } else break;
    }
    this.full = NUMBER + sizeOf(value);
    this.stem = NUMBER;
    this.end = at;
  }
}

function continuesWord(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return KINDS[code] === LATIN || (code === APOSTROPHE && at + 1 < text.length && KINDS[text.charCodeAt(at + 1)] === LATIN);
}

function sizeOf(value: number): number {
  if (value < 4) return value;
  if (value < 8) return 4;
  if (value < 16) return 5;
  if (value < 31) return 6;
  return value < 100 ? 7 : 8;
}
