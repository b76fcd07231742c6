/**
 * The neighbours that a word needs or refuses, indexed by the code unit beside it, so that a check is one look-up.
 */
import { standsAt, unitAt } from '../text/unit.ts';
import type { Fit } from './pack.ts';
import { expandWord } from '../lexicon/alternatives.ts';

const SPACE = 32;

/** Words on one side, by their code unit nearest to the place; `edge` where punctuation or the end counts as well. */
export interface Neighbours {
  readonly edge: boolean;
  readonly words: ReadonlyMap<number, readonly string[]>;
}

/** A `Fit` made ready. */
export interface CompiledFit {
  readonly after: Neighbours | null;
  readonly notAfter: Neighbours | null;
  readonly before: Neighbours | null;
  readonly notBefore: Neighbours | null;
}

function neighbours(words: readonly string[] | undefined, backwards: boolean): Neighbours | null {
  if (!words) return null;
  const map = new Map<number, string[]>();
  let edge = false;
  for (const pattern of words) {
    for (const word of expandWord(pattern)) {
      if (word === '') {
        edge = true;
        continue;
      }
      const code = word.charCodeAt(backwards ? word.length - 1 : 0);
      const list = map.get(code);
      if (list) list.push(word);
      else map.set(code, [word]);
    }
  }
  return { edge, words: map };
}

/** Words that may follow a place, made ready; `""` stands for punctuation or the end. */
export function compileFollowers(words: readonly string[]): Neighbours {
  return neighbours(words, false) ?? { edge: false, words: new Map() };
}

/** Makes a fit ready; null where it asks for nothing. */
export function compileFit(fit: Fit): CompiledFit | null {
  if (!fit.after && !fit.notAfter && !fit.before && !fit.notBefore) return null;
  return {
    after: neighbours(fit.after, true),
    notAfter: neighbours(fit.notAfter, true),
    before: neighbours(fit.before, false),
    notBefore: neighbours(fit.notBefore, false),
  };
}

/** Whether a code unit is an ASCII lower-case letter (canonical text has no upper case). */
export function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the code unit belongs to a word: a letter, a digit, a CJK character. Unpaired halves do not. */
export function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || (code >= 0xc0 && code < 0x2000) || (code >= 0x3040 && code < 0xd800);
}

/** The place after up to two spaces. */
export function skipSpaces(codes: Uint16Array, at: number): number {
  if (unitAt(codes, at) !== SPACE) return at;
  return unitAt(codes, at + 1) === SPACE ? at + 2 : at + 1;
}

/** The place after up to two spaces, or after one hyphen (24-hour). */
export function skipGap(codes: Uint16Array, at: number): number {
  const code = unitAt(codes, at);
  if (code === SPACE) return skipSpaces(codes, at);
  return code === 45 || code === 0x2010 || code === 0x2011 ? at + 1 : at;
}

/** The place before up to two spaces. */
export function skipSpacesBack(codes: Uint16Array, at: number): number {
  if (at < 1 || unitAt(codes, at - 1) !== SPACE) return at;
  return at > 1 && unitAt(codes, at - 2) === SPACE ? at - 2 : at - 1;
}

/** Whether one of the words stands at `at`, spaces skipped. */
export function isFollowed(codes: Uint16Array, at: number, { edge, words }: Neighbours): boolean {
  const next = skipSpaces(codes, at);
  const code = unitAt(codes, next);
  if (edge && !isWordCode(code)) return true;
  const list = words.get(code);
  if (!list) return false;
  for (let k = 0; k < list.length; k++) {
    const word = list[k] as string;
    const end = next + word.length;
    if (standsAt(codes, word, next) && !(isLetter(unitAt(codes, end)) && isLetter(unitAt(codes, end - 1)))) return true;
  }
  return false;
}

function isPreceded(codes: Uint16Array, at: number, { edge, words }: Neighbours): boolean {
  const last = skipSpacesBack(codes, at);
  const code = unitAt(codes, last - 1);
  if (edge && (last === 0 || !isWordCode(code))) return true;
  const list = words.get(code);
  if (!list) return false;
  for (let k = 0; k < list.length; k++) {
    const word = list[k] as string;
    const start = last - word.length;
    if (start < 0 || !standsAt(codes, word, start)) continue;
    if (start === 0 || !(isLetter(unitAt(codes, start - 1)) && isLetter(unitAt(codes, start)))) return true;
  }
  return false;
}

/** Whether what stands right before `start` and right after `end` suits a word. */
export function fits(codes: Uint16Array, start: number, end: number, fit: CompiledFit): boolean {
  if (fit.before && !isFollowed(codes, end, fit.before)) return false;
  if (fit.notBefore && isFollowed(codes, end, fit.notBefore)) return false;
  if (fit.after && !isPreceded(codes, start, fit.after)) return false;
  return !(fit.notAfter && isPreceded(codes, start, fit.notAfter));
}
