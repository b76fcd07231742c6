/**
 * The English words that repairs may arrive at, and the misspellings that lead to them.
 */
import { CORE, REPAIRS, UNTOUCHED, WORDS } from '../generated/text-english.ts';
import { pinyinWords } from './pinyin.ts';
import { codeAt } from './unit.ts';

const words = new Set(WORDS.split(' '));
const repairs = new Map<string, string>();
const core = new Set(CORE.split(' '));
const coreByLetter = new Map<string, string[]>();
const untouched = new Set(UNTOUCHED.split(' '));
const VOWELS = 'aeiou';

const FILTER_BITS = 18;
const filter = new Uint32Array(1 << (FILTER_BITS - 5));

/** The shapes ({@link shapeOf}) of the words with a repair, one bit each. */
export const REPAIRED_SHAPES = new Uint32Array(1 << 11);

/** Sixteen bits of a word's first two letters, its last one and its length. */
export function shapeOf(first: number, second: number, last: number, size: number): number {
  return Math.imul(((first & 31) << 15) | ((second & 31) << 10) | ((last & 31) << 5) | size, 0x9e3779b1) >>> 16;
}

function rememberShape(first: number, second: number, last: number, size: number): void {
  const shape = shapeOf(first, second, last, size);
  REPAIRED_SHAPES[shape >>> 5] |= 1 << (shape & 31);
}

/** For each pair of first letters, the lengths of the known words and, roughly, of their inflections. */
const KNOWN_LENGTHS = new Uint32Array(1024);

/** Whether a known word could begin at `start` and be so long: no means no. */
export function mayBeKnown(text: string, start: number, size: number): boolean {
  return size > 1 && ((KNOWN_LENGTHS[pairOf(codeAt(text, start), codeAt(text, start + 1))] >>> size) & 1) !== 0;
}

function pairOf(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31);
}

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS);
}

function slot(text: string, start: number, size: number): number {
  let hash = 0;
  for (let at = start; at < start + size; at += 1) hash = (Math.imul(hash, 31) + (codeAt(text, at) | 32)) | 0;
  return slotOf(hash);
}

function remember(word: string): void {
  rememberShape(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(word.length - 1), word.length);
  const bit = slot(word, 0, word.length);
  filter[bit >>> 5] |= 1 << (bit & 31);
}

/** Whether the word of ASCII letters at `start` may have a repair: no means no. */
export function mayRepair(text: string, start: number, size: number): boolean {
  if (size < 2 || size > 31) return false;
  const shape = shapeOf(codeAt(text, start), codeAt(text, start + 1), codeAt(text, start + size - 1), size);
  if (((REPAIRED_SHAPES[shape >>> 5] >>> (shape & 31)) & 1) === 0) return false;
  const bit = slot(text, start, size);
  return ((filter[bit >>> 5] >>> (bit & 31)) & 1) !== 0;
}

/** The correct form of a lower-case word that is known to be a misspelling, or undefined. */
export function correctionOf(word: string): string | undefined {
  const listed = repairs.get(word);
  if (listed !== undefined) return listed;
  if (word.length < 5 || core.has(word) || untouched.has(word) || isKnown(word)) return undefined;
  let found: string | undefined;
  for (const candidate of coreByLetter.get(word[0]) ?? []) {
    if (!isSlip(word, candidate)) continue;
    if (found !== undefined) return undefined;
    found = candidate;
  }
  return found;
}

/** Whether the word is one of {@link rememberSlips} of the right one. */
function isSlip(word: string, right: string): boolean {
  const more = word.length - right.length;
  if (more < -1 || more > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === right[at]) at += 1;
  if (at === 0) return false;
  if (more === 1) return word[at] === word[at - 1] && word.slice(at + 1) === right.slice(at);
  if (more === -1) return at < right.length - 1 && word.slice(at) === right.slice(at + 1);
  if (word.slice(at + 1) === right.slice(at + 1)) return at < right.length - 1 && VOWELS.includes(word[at]) && VOWELS.includes(right[at]);
  return word[at] === right[at + 1] && word[at + 1] === right[at] && word.slice(at + 2) === right.slice(at + 2);
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

/** Powers of the hash's base, and the hashes of the heads and tails of the word at hand. */
const powers = new Int32Array(32);
const heads = new Int32Array(32);
const tails = new Int32Array(32);
powers[0] = 1;
for (let exponent = 1; exponent < 32; exponent += 1) powers[exponent] = Math.imul(powers[exponent - 1], 31);

/** Notes slips of one finger inside a word: a letter left out, doubled, swapped with the next, a wrong vowel. */
function rememberSlips(word: string): void {
  const size = word.length;
  heads[0] = 0;
  for (let at = 0; at < size; at += 1) heads[at + 1] = (Math.imul(heads[at], 31) + word.charCodeAt(at)) | 0;
  tails[size] = 0;
  for (let at = size - 1; at >= 0; at -= 1) tails[at] = (tails[at + 1] + Math.imul(word.charCodeAt(at), powers[size - 1 - at])) | 0;
  const first = word.charCodeAt(0);
  // The hash of head + middle + tail from those of the parts; the second letter changes only where the slip is there.
  const end = word.charCodeAt(size - 1);
  const note = (head: number, from: number, second: number, length: number): void => {
    // With no tail left, the slip is in the last letters: their order or a letter doubled.
    rememberShape(first, second, from === size && length === size ? word.charCodeAt(size - 2) : end, length);
    const bit = slotOf((Math.imul(head, powers[size - from]) + tails[from]) | 0);
    filter[bit >>> 5] |= 1 << (bit & 31);
  };
  const two = word.charCodeAt(1);
  for (let at = 1; at < size; at += 1) {
    const letter = word.charCodeAt(at);
    if (at + 1 < size) {
      const next = word.charCodeAt(at + 1);
      note(heads[at], at + 1, at === 1 ? next : two, size - 1);
      // Swapping two equal letters gives the word itself, and so does its own vowel: such would make every use of it slow.
      if (next !== letter) note((Math.imul((Math.imul(heads[at], 31) + next) | 0, 31) + letter) | 0, at + 2, at === 1 ? next : two, size);
    }
    note((Math.imul(heads[at], 31) + word.charCodeAt(at - 1)) | 0, at, at === 1 ? first : two, size + 1);
    note((Math.imul(heads[at + 1], 31) + letter) | 0, at + 1, two, size + 1);
    if (at + 1 === size || !VOWELS.includes(word[at])) continue;
    for (let index = 0; index < VOWELS.length; index += 1) {
      const vowel = VOWELS.charCodeAt(index);
      if (vowel !== letter) note((Math.imul(heads[at], 31) + vowel) | 0, at + 1, at === 1 ? vowel : two, size);
    }
  }
}

function learn(): void {
  for (const word of core) {
    rememberSlips(word);
    const list = coreByLetter.get(word[0]);
    if (list === undefined) coreByLetter.set(word[0], [word]);
    else list.push(word);
  }
  for (const row of REPAIRS.split('|')) {
    const [right = '', wrong = ''] = row.split('=');
    for (const word of wrong.split(' ')) repairs.set(word, right);
  }
  for (const word of repairs.keys()) remember(word);
  // English words that are also syllables (you, like) are English.
  for (const word of pinyinWords()) if (!words.has(word)) remember(word);
  for (const word of words) {
    if (word.length < 2) continue;
    // An ending takes one letter away and adds up to three: promise, promising, days, shipped.
    const near = word.length > 2 ? 31 << (word.length - 1) : 1 << word.length;
    KNOWN_LENGTHS[pairOf(word.charCodeAt(0), word.charCodeAt(1))] |= near;
  }
}

learn();
