import { hashOn } from '../text/unit.ts';
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
  /** Names of concepts, the most frequent first; separated by spaces. */
  readonly concepts: string;
  /** The sets of concepts that terms have, the most frequent first, each as {@link numbersIn} digits; separated by line breaks. */
  readonly sets: string;
  /**
   * The terms of each bucket, in order, joined by `|`; buckets are separated by line breaks. A term is written as one digit to
   * the base 36, how many characters it shares with the term before it, and its other characters.
   */
  readonly terms: string;
  /** For each term the number of its set, as {@link numbersIn} digits; buckets are separated by line breaks. */
  readonly numbers: string;
}

/** The digits of numbers: printable ASCII that no string literal escapes. One of the first 30 is a number by itself. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_!#%&()*+,./:;<=>?@[]^{|}~ ';
const SINGLE_DIGITS = 30;
const BASE = 36;
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/** Whether a code unit belongs to a Latin word: letters and digits. */
export function isWordUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0x17f);
}

/** The bucket of the term at a place in a text: the hash of the Latin word that it begins with, else its first code unit. */
export function bucketOf(text: string, from = 0): number {
  let bucket = text.charCodeAt(from);
  if (!isWordUnit(bucket)) return bucket;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isWordUnit(code)) break;
    bucket = hashOn(bucket, code);
  }
  return bucket;
}

/** Reads numbers of one or two {@link DIGITS} each. */
export function numbersIn(digits: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < digits.length; ) {
    const first = VALUES[digits.charCodeAt(at++)]!;
    numbers.push(first < SINGLE_DIGITS ? first : SINGLE_DIGITS + (first - SINGLE_DIGITS) * DIGITS.length + VALUES[digits.charCodeAt(at++)]!);
  }
  return numbers;
}

/** Unpacks one bucket: calls `each` with every term and the number of its set. */
export function unpack(terms: string, numbers: string, each: (term: string, set: number) => void): void {
  let term = '';
  let at = 0;
  for (const set of numbersIn(numbers)) {
    const mark = terms.indexOf('|', at);
    const end = mark < 0 ? terms.length : mark;
    term = term.slice(0, parseInt(terms[at]!, BASE)) + terms.slice(at + 1, end);
    at = end + 1;
    each(term, set);
  }
}

function digitsOf(number: number): string {
  if (number < SINGLE_DIGITS) return DIGITS[number]!;
  const rest = number - SINGLE_DIGITS;
  const first = DIGITS[SINGLE_DIGITS + Math.floor(rest / DIGITS.length)];
  if (first === undefined) throw new RangeError('vocabulary: too many sets of concepts');
  return first + DIGITS[rest % DIGITS.length]!;
}

/** Packs the terms of a language. */
export function pack(language: Language, vocabulary: ReadonlyMap<string, readonly string[]>): PackedPack {
  const concepts = mostFrequent([...vocabulary.values()].flat());
  const sets = mostFrequent([...vocabulary.values()].map((names) => names.join(' ')));
  const conceptDigits = new Map(concepts.map((name, number) => [name, digitsOf(number)]));
  const setDigits = new Map(sets.map((set, number) => [set, digitsOf(number)]));
  const buckets = new Map<number, string[]>();
  for (const term of [...vocabulary.keys()].sort()) {
    const known = buckets.get(bucketOf(term));
    if (known === undefined) buckets.set(bucketOf(term), [term]);
    else known.push(term);
  }
  const lists = [...buckets.values()];
  const setOf = (term: string): string => setDigits.get((vocabulary.get(term) ?? []).join(' ')) ?? '';
  return {
    language,
    concepts: concepts.join(' '),
    sets: sets.map((set) => set.split(' ').map((name) => conceptDigits.get(name) ?? '').join('')).join('\n'),
    terms: lists.map((list) => list.map((term, index) => shorten(term, list[index - 1] ?? '')).join('|')).join('\n'),
    numbers: lists.map((list) => list.map(setOf).join('')).join('\n'),
  };
}

/** The words, each once, the most frequent first. */
function mostFrequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

function shorten(term: string, before: string): string {
  let shared = 0;
  while (shared < BASE - 1 && shared < before.length && shared < term.length && term[shared] === before[shared]) shared++;
  return shared.toString(BASE) + term.slice(shared);
}
