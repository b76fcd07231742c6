/**
 * The first pass over a reply: one table look-up a code unit says whether anything has to change, and what.
 */
import { isApart, separatorEnd } from './apart.ts';
import { isDigit, isHan, isLatin, KIND, Kind } from './characters.ts';
import { isCompatible } from './compatible.ts';
import { isInvisible } from './invisible.ts';
import { isMarkup } from './markup.ts';
import { Noise } from './noise.ts';
import { phraseAt } from './phrases.ts';
import { annotationEnd } from './pinyin.ts';
import { codeAt, hashOfWord, hashOn } from './unit.ts';
import type { Units } from './units.ts';
import { mayRepair, REPAIRED_SHAPES, shapeOf } from './vocabulary.ts';
import { isJoint, repairOf } from './words.ts';

/** The first letter with an accent: what is noted of words does not cover those. */
const FIRST_ACCENT = 0xe0;
/** This many single letters in a row may be a word spelled apart. */
const SPELLED = 4;

/** What may go on a word after small letters: letters, digits and joints. Of other units nothing is known here. */
const GOES_ON = new Uint8Array(65536);
for (let unit = 0; unit < 128; unit += 1) if (isLatin(unit) || isDigit(unit) || isJoint(unit)) GOES_ON[unit] = 1;

/** What the rarer branches of one scan remember; kept apart so that the main loop stays small and quick. */
const state = { found: 0, separated: 0, single: 0, singles: 0 };

/**
 * Looks for everything that {@link Noise} names, in one pass.
 *
 * @param text - Any string.
 * @param units - Its code units; their ASCII capitals are folded on the way.
 * @returns The bits of what was found; {@link Noise.None} for canonical text.
 */
export function scan(text: string, units: Units): number {
  const kinds = KIND;
  const shapes = REPAIRED_SHAPES;
  const { codes, length } = units;
  state.found = Noise.None;
  state.separated = -2;
  state.single = -9;
  state.singles = 0;
  let at = 0;
  while (at < length) {
    const unit = codes[at];
    const kind = kinds[unit];
    if (kind <= Kind.Han) {
      at += 1;
      continue;
    }
    if (kind > Kind.Upper) {
      at = kind === Kind.Digit ? scanWord(text, units, at, at + 1) : scanMark(text, at, kind);
      continue;
    }
    const start = at;
    let previous = unit | 32;
    codes[at] = previous;
    let hash = previous;
    at += 1;
    // Beyond the end there are zeros.
    let next = codes[at];
    while (next >= 97 && next <= 122 && (next !== previous || (codes[at + 1] | 32) !== next)) {
      hash = hashOn(hash, next);
      previous = next;
      at += 1;
      next = codes[at];
    }
    // The common case is a plain word with a space or a mark after it; three letters alike take the other way.
    const size = at - start;
    if (size === 1 || GOES_ON[next] !== 0) {
      at = scanWord(text, units, start, at);
      continue;
    }
    if (kind === Kind.Upper) state.found |= Noise.Upper;
    if (next < FIRST_ACCENT) units.note(start, at, hash);
    if (size < 32) {
      const shape = shapeOf(unit, codes[start + 1], previous, size);
      if (((shapes[shape >>> 5] >>> (shape & 31)) & 1) !== 0) lookAt(text, start, size);
    }
    if (next === 32) at += 1;
  }
  return state.found;
}

/** Whether a code unit is canonical whatever stands beside it, as {@link scan} has it. */
export function isQuiet(unit: number): boolean {
  return KIND[unit] <= Kind.Han;
}

/** Notes a word with a known repair. */
function lookAt(text: string, start: number, size: number): void {
  if (mayRepair(text, start, size) && repairOf(text, start) !== undefined) state.found |= Noise.Word;
}

/** Scans the rest of a word of which `[start, at)` is known; returns where it ends. */
function scanWord(text: string, units: Units, start: number, from: number): number {
  const { codes, length } = units;
  let at = from;
  let upper = KIND[codeAt(text, start)] === Kind.Upper;
  let digits = isDigit(codes[start]) ? 1 : 0;
  let odd = false;
  let previous = codes[at - 1] | 32;
  let next = 0;
  while (at < length) {
    next = codes[at];
    const kind = KIND[next];
    if (kind < Kind.Lower || kind > Kind.Digit) break;
    if (kind === Kind.Upper) {
      upper = true;
      codes[at] |= 32;
    } else if (kind === Kind.Digit) digits += 1;
    next |= 32;
    if (next === previous && (codes[at + 1] | 32) === next) odd = true;
    previous = next;
    at += 1;
  }
  const size = at - start;
  if (upper) state.found |= Noise.Upper;
  if (digits === size) {
    if (size === 1 && start === state.single + 2) state.single = start;
    if (size < 3 || at >= length || !isJoint(next)) return at;
  }
  if (size === 1) countSingle(text, start);
  if (digits === 0 && codes[at] < FIRST_ACCENT) noteWord(units, start, at);
  if (digits > 0 || odd || (isJoint(next) && isLatin(codes[at + 1]))) {
    if (repairOf(text, start) !== undefined) state.found |= Noise.Word;
  } else lookAt(text, start, size);
  return at;
}

/** Notes a word of which the capitals are lowered. */
function noteWord(units: Units, start: number, end: number): void {
  units.note(start, end, hashOfWord(units.codes, start, end));
}

/** Counts single letters in a row, with a mark or up to three spaces between them. */
function countSingle(text: string, start: number): void {
  const gap = start - state.single;
  const near = gap === 2 || (gap <= 4 && codeAt(text, start - 1) === 32);
  state.singles = near && isSeparator(codeAt(text, start - 1)) ? state.singles + 1 : 1;
  state.single = start;
  if (state.singles === SPELLED) state.found |= Noise.Letters;
}

/** Scans what is neither plain nor a word; returns where to go on. */
function scanMark(text: string, at: number, kind: number): number {
  const unit = codeAt(text, at);
  switch (kind) {
    case Kind.Space:
      return scanSeparator(text, at);
    case Kind.Symbol:
      if (isMarkup(text, at)) state.found |= Noise.Markup;
      if (unit >= 0xd83c && isCompatible(text, at)) state.found |= Noise.Compatible;
      else scanSeparator(text, at);
      break;
    case Kind.Fold:
    case Kind.FoldHan:
      state.found |= Noise.Fold;
      break;
    case Kind.Watched:
      if (phraseAt(text, at) !== undefined) state.found |= Noise.Phrase;
      break;
    case Kind.Invisible:
      if (isInvisible(text, at)) state.found |= Noise.Invisible;
      break;
    case Kind.Compatible:
      if (isCompatible(text, at)) state.found |= Noise.Compatible;
      break;
    case Kind.Lookalike:
      if ((at > 0 && isLatin(text.charCodeAt(at - 1))) || (at + 1 < text.length && isLatin(text.charCodeAt(at + 1)))) state.found |= Noise.Lookalike;
      break;
    case Kind.Bracket:
      if (at > 0 && annotationEnd(text, at) > 0) state.found |= Noise.Annotation;
      break;
    default:
      if (isMarkup(text, at)) state.found |= Noise.Markup;
  }
  return at + 1;
}

/** Scans a separator after a Chinese character or a digit; returns where it ends. */
function scanSeparator(text: string, at: number): number {
  if (at === 0 || !isCell(codeAt(text, at - 1))) return at + 1;
  const end = separatorEnd(text, at);
  if (isApart(text, at, end, state.separated)) state.found |= Noise.Apart;
  state.separated = end;
  return end;
}

function isSeparator(unit: number): boolean {
  return KIND[unit] === Kind.Space || KIND[unit] === Kind.Symbol;
}

function isCell(unit: number): boolean {
  return isHan(unit) || isDigit(unit);
}
