/**
 * Looking words up at a place in the text, forwards and backwards, with their neighbours checked.
 */
import type { Fit, LeadWord } from './pack.ts';
import { step } from './trie.ts';
import { isDigit, isLetter, ROLE, type Lexeme, type Match, type Role, type Vocabulary } from './vocabulary.ts';

const ROLES = Object.entries(ROLE) as [Role, number][];
const SPACE = 32;

/** The place after up to two spaces. */
export function skipSpaces(text: string, at: number): number {
  if (text.charCodeAt(at) !== SPACE) return at;
  return text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1;
}

/** The place after up to two spaces, or after one hyphen (24-hour). */
export function skipGap(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === SPACE) return skipSpaces(text, at);
  return code === 45 || code === 0x2010 || code === 0x2011 ? at + 1 : at;
}

/** The place before up to two spaces. */
export function skipSpacesBack(text: string, at: number): number {
  if (at < 1 || text.charCodeAt(at - 1) !== SPACE) return at;
  return at > 1 && text.charCodeAt(at - 2) === SPACE ? at - 2 : at - 1;
}

/** Whether the code unit belongs to a word: a letter, a digit, a CJK character. Unpaired halves do not. */
export function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || (code >= 0xc0 && code < 0x2000) || (code >= 0x3040 && code < 0xd800);
}

function startsWord(text: string, at: number, word: string): boolean {
  if (word === '') return !isWordCode(text.charCodeAt(at));
  if (!text.startsWith(word, at)) return false;
  const end = at + word.length;
  return !(isLetter(text.charCodeAt(end)) && isLetter(text.charCodeAt(end - 1)));
}

function endsWord(text: string, at: number, word: string): boolean {
  if (word === '') return at === 0 || !isWordCode(text.charCodeAt(at - 1));
  const start = at - word.length;
  if (start < 0 || !text.startsWith(word, start)) return false;
  return start === 0 || !(isLetter(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start)));
}

/** Whether what stands right before `start` and right after `end` suits a word. */
export function fits(text: string, start: number, end: number, fit: Fit): boolean {
  if (fit.before || fit.notBefore) {
    const next = skipSpaces(text, end);
    if (fit.before && !fit.before.some((word) => startsWord(text, next, word))) return false;
    if (fit.notBefore?.some((word) => startsWord(text, next, word))) return false;
  }
  if (fit.after || fit.notAfter) {
    const last = skipSpacesBack(text, start);
    if (fit.after && !fit.after.some((word) => endsWord(text, last, word))) return false;
    if (fit.notAfter?.some((word) => endsWord(text, last, word))) return false;
  }
  return true;
}

/** Whether one of these words stands at `at`, spaces skipped. */
export function startsAny(text: string, at: number, words: readonly string[]): boolean {
  const next = skipSpaces(text, at);
  return words.some((word) => startsWord(text, next, word));
}

/**
 * The longest word at `at` with one of the roles in `mask`, or null.
 * A Latin word must end where its letters end.
 */
export function find(vocabulary: Vocabulary, text: string, at: number, mask: number): Match | null {
  const trie = vocabulary.words;
  let node = 0;
  let best: Match | null = null;
  for (let i = at; i < text.length; ) {
    const code = text.charCodeAt(i++);
    node = step(trie, node, code);
    if (node === 0) break;
    const lexeme = trie.values[node];
    if (lexeme === undefined) continue;
    if (isLetter(code) && isLetter(text.charCodeAt(i))) continue;
    const roles = fittingRoles(text, at, i, lexeme, mask);
    if (roles !== 0) best = { lexeme, roles, end: i };
  }
  return best;
}

function fittingRoles(text: string, start: number, end: number, lexeme: Lexeme, mask: number): number {
  let roles = 0;
  for (const [role, bit] of ROLES) {
    if ((mask & bit) === 0) continue;
    const meaning = lexeme[role];
    if (meaning !== undefined && (role === 'threshold' || fits(text, start, end, meaning as Fit))) roles |= bit;
  }
  return roles;
}

/** A lead word found before a quantity. */
export interface LeadMatch {
  readonly lead: LeadWord;
  readonly start: number;
}

/**
 * The longest lead word that ends right before `at` (spaces skipped) and starts at `floor` or later, or null.
 */
export function findLead(vocabulary: Vocabulary, text: string, at: number, floor: number): LeadMatch | null {
  const trie = vocabulary.leads;
  let i = skipSpacesBack(text, at);
  const end = i;
  let node = 0;
  let best: LeadMatch | null = null;
  while (i > floor) {
    const code = text.charCodeAt(--i);
    node = step(trie, node, code);
    if (node === 0) break;
    const lead = trie.values[node];
    if (lead === undefined) continue;
    if (isLetter(code) && i > 0 && isLetter(text.charCodeAt(i - 1))) continue;
    if (end === at && isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(at))) continue;
    if (fits(text, i, end, lead)) best = { lead, start: i };
  }
  return best;
}
