/**
 * The English words that repairs may arrive at, and the misspellings that lead to them.
 */
import { CORE, REPAIRS, UNTOUCHED, WORDS } from '../generated/text-english.ts';
import { pinyinWords } from './pinyin.ts';

const words = new Set(WORDS.split(' '));
const repairs = new Map<string, string>();

const FILTER_BITS = 18;
const filter = new Uint32Array(1 << (FILTER_BITS - 5));

/** For each pair of first letters (five bits each), the lengths of the words with a repair: one bit a length. */
export const REPAIRED_LENGTHS = new Uint32Array(1024);

function pairOf(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31);
}

function slot(text: string, start: number, size: number): number {
  let hash = 0;
  for (let at = start; at < start + size; at += 1) hash = (Math.imul(hash, 31) + (text.charCodeAt(at) | 32)) | 0;
  return Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS);
}

function remember(word: string): void {
  REPAIRED_LENGTHS[pairOf(word.charCodeAt(0), word.charCodeAt(1))] |= 1 << word.length;
  const bit = slot(word, 0, word.length);
  filter[bit >>> 5] |= 1 << (bit & 31);
}

/** Whether the word of ASCII letters at `start` may have a repair: no means no. */
export function mayRepair(text: string, start: number, size: number): boolean {
  if (size < 2 || size > 31 || ((REPAIRED_LENGTHS[pairOf(text.charCodeAt(start), text.charCodeAt(start + 1))] >>> size) & 1) === 0) return false;
  const bit = slot(text, start, size);
  return ((filter[bit >>> 5] >>> (bit & 31)) & 1) !== 0;
}

/** The correct form of a lower-case word that is known to be a misspelling, or undefined. */
export function correctionOf(word: string): string | undefined {
  return repairs.get(word);
}

/** Whether a lower-case word is in the vocabulary, its plain inflections included. */
export function isKnown(word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < 5) return false;
  if (word.endsWith('s')) return words.has(word.slice(0, -1)) || (word.endsWith('es') && words.has(word.slice(0, -2)));
  if (word.endsWith('ed')) return words.has(word.slice(0, -2)) || words.has(word.slice(0, -1));
  if (word.endsWith('ing')) return words.has(word.slice(0, -3)) || words.has(`${word.slice(0, -3)}e`);
  return word.endsWith('ly') && words.has(word.slice(0, -2));
}

const VOWELS = 'aeiou';

/** Slips of one finger inside a word: a letter left out, doubled, swapped with the next, a wrong vowel. */
function* slips(word: string): Generator<string> {
  for (let at = 1; at < word.length; at += 1) {
    const head = word.slice(0, at);
    const letter = word[at];
    if (at < word.length - 1) yield head + word.slice(at + 1);
    yield head + letter + word.slice(at);
    if (at + 1 < word.length) yield head + word[at + 1] + letter + word.slice(at + 2);
    if (VOWELS.includes(letter) && at < word.length - 1) for (const vowel of VOWELS) yield head + vowel + word.slice(at + 1);
  }
}

function learn(): void {
  const untouched = new Set(UNTOUCHED.split(' '));
  const core = new Set(CORE.split(' '));
  const ambiguous = new Set<string>();
  for (const word of core) {
    for (const slip of slips(word)) {
      if (core.has(slip) || isKnown(slip) || untouched.has(slip)) continue;
      if (repairs.has(slip) && repairs.get(slip) !== word) ambiguous.add(slip);
      repairs.set(slip, word);
    }
  }
  for (const slip of ambiguous) repairs.delete(slip);
  for (const row of REPAIRS.split('|')) {
    const [right = '', wrong = ''] = row.split('=');
    for (const word of wrong.split(' ')) if (word !== '') repairs.set(word, right);
  }
  for (const word of repairs.keys()) remember(word);
  for (const word of pinyinWords()) remember(word);
}

learn();
