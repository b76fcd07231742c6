import type { Sentence } from '../reading/reading.ts';
import type { Act, ActType } from './act.ts';
import { NO_MODIFIERS } from './act.ts';
import { labelledCodes } from './private-codes.ts';
import { hanNames, latinNames } from './private-names.ts';

/** A private detail found by its shape; offsets in the canonical text. */
export interface Detail {
  readonly kind: 'private-number' | 'private-email' | 'private-name' | 'private-address';
  readonly start: number;
  readonly end: number;
}

/** Digits that an order number or a telephone number has at least; four last digits are no exposure. */
const MIN_DIGITS = 8;
/** How digits are spoken in Chinese. */
const SPOKEN = new Set('零〇一二三四五六七八九幺洞拐勾'.split(''));
/** Words before a code of letters and digits that make it the customer's own. */
const CODE_WORDS = new Set(['order', 'reservation', 'booking', 'confirmation', 'ticket', 'tracking', 'parcel', 'case', 'reference', 'ref', 'invoice']);
const CODE_LENGTH = { min: 5, max: 24 } as const;
const ROADS = new Set(
  'street st lane ln avenue ave road rd court ct drive dr boulevard blvd terrace crescent way close place square alley row hill circle trail'.split(' '),
);
/** Words of a road's name, and what may stand between the house number and it. */
const MAX_ROAD_WORDS = 5;
const BETWEEN = new Set(['on', 'at', 'in']);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the mark at `at` may stand between two groups of one number: a space, a dash, or `) `. */
function joins(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 32 && code !== 45 && code !== 41) return 0;
  if (isDigit(text.charCodeAt(at + 1))) return 1;
  return code === 41 && text.charCodeAt(at + 1) === 32 && isDigit(text.charCodeAt(at + 2)) ? 2 : 0;
}

/** Long runs of digits, with single spaces or dashes between groups: order and telephone numbers. */
function longNumbers(text: string, found: Detail[]): void {
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let digits = 0;
    let end = at;
    for (let next = at; next < text.length; ) {
      if (isDigit(text.charCodeAt(next))) {
        digits++;
        end = ++next;
        continue;
      }
      const joint = joins(text, next);
      if (joint === 0) break;
      next += joint;
    }
    if (digits >= MIN_DIGITS) found.push({ kind: 'private-number', start: at, end });
    at = end;
  }
}

/** A number read out digit by digit: 幺三九零零…, also in groups with a space between them. */
function spokenNumbers(text: string, found: Detail[]): void {
  for (let at = 0; at < text.length; at++) {
    if (!SPOKEN.has(text[at]!)) continue;
    let end = at + 1;
    let digits = 1;
    for (; end < text.length; end++) {
      if (SPOKEN.has(text[end]!)) digits++;
      else if (text[end] !== ' ' || !SPOKEN.has(text[end + 1] ?? '')) break;
    }
    if (digits >= MIN_DIGITS) found.push({ kind: 'private-number', start: at, end });
    at = end;
  }
}

function isMailCharacter(code: number): boolean {
  return (
    isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46 || code === 95 || code === 45 || code === 43
  );
}

/** Electronic mail addresses. */
function mails(text: string, found: Detail[]): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    let end = at + 1;
    while (start > 0 && isMailCharacter(text.charCodeAt(start - 1))) start--;
    while (end < text.length && isMailCharacter(text.charCodeAt(end))) end++;
    if (start < at && text.slice(at, end).includes('.')) found.push({ kind: 'private-email', start, end });
    at = end;
  }
}

/** The place of these acts in a sentence: after those that its words make. */
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

interface Word {
  readonly text: string;
  readonly start: number;
}

/** The Latin words and numbers of a text; `null` stands for a mark other than a space, a dash or a full stop. */
function wordsOf(text: string): (Word | null)[] {
  const words: (Word | null)[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    while (at < text.length && (isMailCharacter(text.charCodeAt(at)) || text.charCodeAt(at) > 0xbf) && text.charCodeAt(at) < 0x2e80) at++;
    if (at > start) words.push({ text: text.slice(start, at), start });
    else {
      const code = text.charCodeAt(at++);
      if (code !== 32 && code !== 35 && words[words.length - 1] !== null) words.push(null);
    }
  }
  return words;
}

function isUpper(word: Word | null | undefined): word is Word {
  const code = word?.text.charCodeAt(0) ?? 0;
  return code >= 65 && code <= 90;
}

function plain({ text }: Word): string {
  return text.toLowerCase().replaceAll('.', '');
}

/** "2418 Alder Court", "number 17 on Quince Hollow Road": a house number and the name of a road. */
function latinAddresses(words: readonly (Word | null)[], found: Detail[]): void {
  for (let at = 0; at < words.length; at++) {
    const number = words[at];
    if (number == null || number.text.length > 5 || !isDigit(number.text.charCodeAt(0))) continue;
    let next = at + 1;
    const between = words[next];
    if (between != null && BETWEEN.has(between.text)) next++;
    for (let count = 0; count < MAX_ROAD_WORDS && isUpper(words[next]); count++, next++) {
      const word = words[next]!;
      if (count > 0 && ROADS.has(plain(word))) found.push({ kind: 'private-address', start: number.start, end: word.start + word.text.length });
    }
  }
}

/** A code of letters and digits after "order", "reservation" and the like: QX7LMP. */
function codes(words: readonly (Word | null)[], found: Detail[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word == null || !CODE_WORDS.has(plain(word))) continue;
    for (let next = at + 1; next <= at + 2; next++) {
      const code = words[next];
      if (code == null || code.text.length < CODE_LENGTH.min || code.text.length > CODE_LENGTH.max) continue;
      let digits = 0;
      let letters = 0;
      for (let index = 0; index < code.text.length; index++) {
        if (isDigit(code.text.charCodeAt(index))) digits++;
        else if (isUpper({ text: code.text[index]!, start: 0 })) letters++;
      }
      if (digits > 0 && letters > 1 && digits < MIN_DIGITS) found.push({ kind: 'private-number', start: code.start, end: code.start + code.text.length });
    }
  }
}

function makeAct(sentence: Sentence, { kind, start, end }: Detail): Act {
  const type: ActType = { name: kind, commitment: false, actor: 'agent' };
  let clause = sentence.clauses.findIndex((candidate) => candidate.end > start);
  if (clause < 0) clause = sentence.clauses.length - 1;
  const token = { start, end, concepts: [], flags: 0, term: 0, speech: 'own' } as const;
  return {
    type,
    sentence,
    place: AFTER_ALL,
    clauseFrom: clause,
    clauseTo: clause,
    tokens: [token],
    modifiers: NO_MODIFIERS,
    pattern: 'shape',
    exact: true,
  };
}

/** The character at a place; of full-width and mathematical letters, the plain one. */
function plainCharacter(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  return code < 0x80 ? text.charAt(at) : String.fromCodePoint(code).normalize('NFKC');
}

/** The canonical text with the capitals of the original, which names and codes are told by. */
function withCase({ original, normalised: { text, map } }: Sentence): string {
  let cased = '';
  for (let at = 0; at < text.length; at++) {
    const written = plainCharacter(original, map === null ? at : map[at]!);
    cased += written.toLowerCase() === text[at] ? written : text[at]!;
  }
  return cased;
}

/** The private details of a sentence that their shape gives away: long numbers, codes, mail addresses, names, roads. */
export function readPrivateDetails(sentence: Sentence): Act[] {
  if (sentence.clauses.length === 0) return [];
  const { text } = sentence.normalised;
  const found: Detail[] = [];
  longNumbers(text, found);
  spokenNumbers(text, found);
  mails(text, found);
  hanNames(text, found);
  labelledCodes(text, found);
  const cased = withCase(sentence);
  const words = wordsOf(cased);
  latinNames(cased, found);
  latinAddresses(words, found);
  codes(words, found);
  return found.sort((a, b) => a.start - b.start).map((detail) => makeAct(sentence, detail));
}
