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
import { isJoint, mayRepair, repairOf } from './words.ts';

const LETTERS = (1 << Kind.Lower) | (1 << Kind.Upper);
const MIXED = 1 << Kind.Digit;
const REPEATED = 1 << 30;

/** This many single letters in a row may be a word spelled apart. */
const SPELLED = 4;

/**
 * Looks for everything that {@link Noise} names, in one pass.
 *
 * @param text - Any string.
 * @returns The bits of what was found; {@link Noise.None} for canonical text.
 */
export function scan(text: string): number {
  const length = text.length;
  let found: number = Noise.None;
  let separated = -2;
  let single = -9;
  let singles = 0;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = KIND[unit];
    if (kind <= Kind.Han) {
      at += 1;
      continue;
    }
    if (kind <= Kind.Digit) {
      const start = at;
      let kinds = 0;
      let hash = 0;
      let previous = 0;
      let same = 0;
      let next = unit;
      let nextKind: number = kind;
      do {
        kinds |= 1 << nextKind;
        next |= 32;
        same = next === previous ? same + 1 : 0;
        if (same === 2) kinds |= REPEATED;
        previous = next;
        hash = (Math.imul(hash, 31) + next) | 0;
        at += 1;
        next = at < length ? text.charCodeAt(at) : 0;
        nextKind = KIND[next];
      } while (nextKind >= Kind.Lower && nextKind <= Kind.Digit);
      if ((kinds & LETTERS) === 0 && at - start > 1) continue;
      if ((kinds & (1 << Kind.Upper)) !== 0) found |= Noise.Upper;
      const odd = (kinds & (MIXED | REPEATED)) !== 0 || isJoint(next);
      if (at - start === 1) {
        singles = start - single <= 4 ? singles + 1 : 1;
        single = start;
        if (singles === SPELLED) found |= Noise.Letters;
      }
      if (odd ? repairOf(text, start) !== undefined : mayRepair(hash) && repairOf(text, start) !== undefined) found |= Noise.Word;
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

function isCell(unit: number): boolean {
  return isHan(unit) || isDigit(unit);
}
