import type { Language } from '../types.ts';

/**
 * The words of one language, as data: which terms express which concept.
 * A concept knows of no rule; a rule knows of no word.
 */
export interface LanguagePack {
  /** Code of the language: `zh`, `en`, or a language of the user's own. */
  readonly language: Language | (string & {});
  /**
   * Concept → its terms, joined by `|`, in canonical form (lower case, simplified characters).
   * A term may belong to several concepts; a key may name several concepts, with spaces between them.
   */
  readonly terms: Readonly<Record<string, string>>;
}

/**
 * A pack as the library ships it: longer terms have what they take over from shorter ones, and terms are kept in buckets
 * by how they begin ({@link bucketOf}), each of which is unpacked when a text first needs it.
 */
export interface PackedPack {
  readonly language: Language;
  /** The sets of concepts that terms have, joined by `|`, the most frequent first; names in a set are separated by spaces. */
  readonly sets: string;
  /**
   * The terms of each bucket, in order, joined by `|`; buckets are separated by line breaks. A term is written as one digit to
   * the base 36, how many characters it shares with the term before it, and its other characters.
   */
  readonly terms: string;
  /** For each term the number of its set, in one or two {@link DIGITS}; buckets are separated by line breaks. */
  readonly numbers: string;
}

/** The digits of set numbers: printable ASCII that no string literal escapes. One of the first 30 is a number by itself. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_!#%&()*+,./:;<=>?@[]^{|}~ ';
const SINGLE_DIGITS = 30;
const BASE = 36;
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/** Whether a code unit belongs to a Latin word: letters and digits. */
export function isWordUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0x17f);
}

/** The hash of a Latin word, one code unit at a time, from 0 on. */
export function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The bucket of a term: the hash of the Latin word that it begins with, else its first code unit. */
export function bucketOf(term: string): number {
  let bucket = term.charCodeAt(0);
  if (!isWordUnit(bucket)) return bucket;
  for (let at = 1; at < term.length && isWordUnit(term.charCodeAt(at)); at++) bucket = hashOn(bucket, term.charCodeAt(at));
  return bucket;
}

/** Unpacks one bucket: calls `each` with every term and the number of its set. */
export function unpack(terms: string, numbers: string, each: (term: string, set: number) => void): void {
  let term = '';
  let at = 0;
  for (let digit = 0; digit < numbers.length; ) {
    let set = VALUES[numbers.charCodeAt(digit++)]!;
    if (set >= SINGLE_DIGITS) set = SINGLE_DIGITS + (set - SINGLE_DIGITS) * DIGITS.length + VALUES[numbers.charCodeAt(digit++)]!;
    const mark = terms.indexOf('|', at);
    const end = mark < 0 ? terms.length : mark;
    term = term.slice(0, parseInt(terms[at]!, BASE)) + terms.slice(at + 1, end);
    at = end + 1;
    each(term, set);
  }
}

function digitsOf(set: number): string {
  if (set < SINGLE_DIGITS) return DIGITS[set]!;
  const rest = set - SINGLE_DIGITS;
  const first = DIGITS[SINGLE_DIGITS + Math.floor(rest / DIGITS.length)];
  if (first === undefined) throw new RangeError('vocabulary: too many sets of concepts');
  return first + DIGITS[rest % DIGITS.length]!;
}

/** Packs the terms of a language. */
export function pack(language: Language, vocabulary: ReadonlyMap<string, readonly string[]>): PackedPack {
  const counts = new Map<string, number>();
  for (const concepts of vocabulary.values()) counts.set(concepts.join(' '), (counts.get(concepts.join(' ')) ?? 0) + 1);
  const sets = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([set]) => set);
  const numberOf = new Map(sets.map((set, number) => [set, number]));
  const buckets = new Map<number, string[]>();
  for (const term of [...vocabulary.keys()].sort()) {
    const known = buckets.get(bucketOf(term));
    if (known === undefined) buckets.set(bucketOf(term), [term]);
    else known.push(term);
  }
  const lists = [...buckets.values()];
  const numberIn = (term: string): string => digitsOf(numberOf.get((vocabulary.get(term) ?? []).join(' ')) ?? 0);
  return {
    language,
    sets: sets.join('|'),
    terms: lists.map((list) => list.map((term, index) => shorten(term, list[index - 1] ?? '')).join('|')).join('\n'),
    numbers: lists.map((list) => list.map(numberIn).join('')).join('\n'),
  };
}

function shorten(term: string, before: string): string {
  let shared = 0;
  while (shared < BASE - 1 && shared < before.length && shared < term.length && term[shared] === before[shared]) shared++;
  return shared.toString(BASE) + term.slice(shared);
}
