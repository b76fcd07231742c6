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
import { mayRepair, REPAIRED_LENGTHS } from './vocabulary.ts';
import { isJoint, repairOf } from './words.ts';

const UPPER = 1 << Kind.Upper;
const DIGIT = 1 << Kind.Digit;
const REPEATED = 1 << 30;
const ODD = DIGIT | REPEATED;

/** This many single letters in a row may be a word spelled apart. */
const SPELLED = 4;

/**
 * Looks for everything that {@link Noise} names, in one pass.
 *
 * @param text - Any string.
 * @returns The bits of what was found; {@link Noise.None} for canonical text.
 */
export function scan(text: string): number {
  const kindOf = KIND;
  const lengths = REPAIRED_LENGTHS;
  const length = text.length;
  let found: number = Noise.None;
  let separated = -2;
  let single = -9;
  let singles = 0;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = kindOf[unit];
    if (kind <= Kind.Han) {
      at += 1;
      continue;
    }
    if (kind <= Kind.Digit) {
      const start = at;
      let previous = unit | 32;
      let kinds = 1 << kind;
      let next = 0;
      at += 1;
      while (at < length) {
        next = text.charCodeAt(at);
        // Lower case first: it is most of a word.
        if (next < 97 || next > 122) {
          const inner = kindOf[next];
          if (inner !== Kind.Upper && inner !== Kind.Digit) break;
          kinds |= 1 << inner;
          next |= 32;
        }
        if (next === previous && at + 1 < length && (text.charCodeAt(at + 1) | 32) === next) kinds |= REPEATED;
        previous = next;
        at += 1;
      }
      if (at === length) next = 0;
      const size = at - start;
      if (size > 1 && (kinds & ODD) === 0 && (next === 32 || !isJoint(next))) {
        // The common case, a plain word: is it as long as a known misspelling with the same first letters?
        if ((kinds & UPPER) !== 0) found |= Noise.Upper;
        const pair = ((unit & 31) << 5) | (text.charCodeAt(start + 1) & 31);
        if (((lengths[pair] >>> size) & 1) !== 0 && mayRepair(text, start, size) && repairOf(text, start) !== undefined) found |= Noise.Word;
        if (next === 32) at += 1;
        continue;
      }
      if (size === 1) {
        if (kind === Kind.Digit) {
          if (start === single + 2) single = start;
          continue;
        }
        const near = start - single === 2 || (start - single <= 4 && text.charCodeAt(start - 1) === 32);
        singles = near && isSeparator(text.charCodeAt(start - 1)) ? singles + 1 : 1;
        single = start;
        if (singles === SPELLED) found |= Noise.Letters;
      } else if ((kinds & ~REPEATED) === DIGIT && isNumber(text, start, at)) continue;
      if ((kinds & UPPER) !== 0) found |= Noise.Upper;
      if ((size > 1 || isJoint(next)) && repairOf(text, start) !== undefined) found |= Noise.Word;
      continue;
    }
    switch (kind) {
      case Kind.Space:
        if (at > 0 && isCell(text.charCodeAt(at - 1))) {
          const end = separatorEnd(text, at);
          if (isApart(text, at, end, separated)) found |= Noise.Apart;
          separated = end;
          at = end;
          continue;
        }
        break;
      case Kind.Symbol:
        if (isMarkup(text, at)) found |= Noise.Markup;
        if (unit >= 0xd83c && isCompatible(text, at)) found |= Noise.Compatible;
        else if (at > 0 && isCell(text.charCodeAt(at - 1))) {
          const end = separatorEnd(text, at);
          if (isApart(text, at, end, separated)) found |= Noise.Apart;
          separated = end;
        }
        break;
      case Kind.Fold:
      case Kind.FoldHan:
        found |= Noise.Fold;
        break;
      case Kind.Watched:
        if (phraseAt(text, at) !== undefined) found |= Noise.Phrase;
        break;
      case Kind.Invisible:
        if (isInvisible(text, at)) found |= Noise.Invisible;
        break;
      case Kind.Compatible:
        if (isCompatible(text, at)) found |= Noise.Compatible;
        break;
      case Kind.Lookalike:
        if ((at > 0 && isLatin(text.charCodeAt(at - 1))) || (at + 1 < length && isLatin(text.charCodeAt(at + 1)))) found |= Noise.Lookalike;
        break;
      case Kind.Bracket:
        if (at > 0 && annotationEnd(text, at) > 0) found |= Noise.Annotation;
        break;
      default:
        if (isMarkup(text, at)) found |= Noise.Markup;
    }
    at += 1;
  }
  return found;
}

/** Whether the word is digits alone; lower-case letters leave no bit in the scan. */
function isNumber(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at -= 1) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

function isSeparator(unit: number): boolean {
  return KIND[unit] === Kind.Space || KIND[unit] === Kind.Symbol;
}

function isCell(unit: number): boolean {
  return isHan(unit) || isDigit(unit);
}
