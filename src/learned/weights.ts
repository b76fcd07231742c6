/**
 * How the weights of one language are stored: text of one character a number, which compresses to what it holds, and
 * decodes into typed arrays in about a millisecond.
 */
import { CATEGORIES } from '../types.ts';
import { FEATURE, HASH, MOST_FOUND } from './found.ts';
import type { Found } from './found.ts';
import { HASH_BITS, ROUGH_BITS, WORD_SHIFT } from './hashing.ts';

/** Categories, the columns of every scale. */
export const COLUMNS = CATEGORIES.length;
/** The two widths at which evidence is added up: one or two clauses, and the sentence. */
export const SCALES = 2;

/** Weights as they stand in a module. Written by `npm run train`; not for editing. */
export interface PackedWeights {
  /** Language that they were trained on. */
  readonly language: string;
  /** What a weight of 1 is worth in log odds. */
  readonly step: number;
  /** Start value of each category at each scale, in steps. */
  readonly bias: readonly number[];
  /** Hashes of the features, ascending: the gap to the one before, a digit of base 64 or two or more, little end first. */
  readonly gaps: string;
  /** How many weights each feature has. */
  readonly counts: string;
  /** Which scale and category each weight is for. */
  readonly slots: string;
  /** The weights, in steps, shifted by `WEIGHT_SHIFT`. */
  readonly values: string;
}

/** Codes are characters from `(` on, so that no character needs escaping but the backslash, which is left out. */
const BASE = 40;
const BACKSLASH = 92;
const DIGITS = 40;
/** Largest weight, in steps. */
export const MOST = 39;

/** A small number as a character. */
export function encode(value: number): string {
  const code = BASE + value;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

function decode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code > BACKSLASH ? code - BASE - 1 : code - BASE;
}

/** A gap between hashes, as digits: all but the last are marked by an offset. */
export function encodeGap(gap: number): string {
  let text = '';
  let rest = gap;
  while (rest >= DIGITS) {
    text += encode(DIGITS + (rest % DIGITS));
    rest = Math.floor(rest / DIGITS);
  }
  return text + encode(rest);
}

/** A weight as a character. */
export function encodeWeight(weight: number): string {
  return encode(weight + MOST);
}

/** Weights are added up two at a time: a word holds those of two neighbouring categories, 16 bits each. */
export const WORDS = COLUMNS / 2;
const LANE_BITS = 16;
/** A word holds the sum of so many weights, and no more. */
export const MOST_SUMMANDS = Math.floor((2 ** (LANE_BITS - 1) - 1) / MOST);

/** The first number of a word. */
export function lowLane(word: number): number {
  return (word << LANE_BITS) >> LANE_BITS;
}

/** The second number of a word. */
export function highLane(word: number): number {
  return (word - lowLane(word)) >> LANE_BITS;
}

/**
 * A feature's record: the words of its weights at either scale, and a word for the scorer's own use. Padded to 64 bytes,
 * one line of the cache; of a feature nothing else is read.
 */
const RECORD = 16;
/** Where in a record the weights of one or two clauses start. */
export const NARROW = 0;
/** Where those of the sentence start. */
export const WIDE = WORDS;
/** Where the scorer keeps when the feature was met. */
export const MET = SCALES * WORDS;
/** The index has a slot for each 32 hashes: about three for each feature. */
const INDEX_SHIFT = 5;
const INDEX_SLOTS = 1 << (HASH_BITS - INDEX_SHIFT);
/** What the index holds: the number of a record above, and below so many bits of the hash, which tell it from its neighbours'. */
const TAG_BITS = 15;
const TAG_MASK = (1 << TAG_BITS) - 1;

/**
 * The weights of one language, ready for the look-ups of one scorer. Features with many weights stand first, since they
 * are those of common words: what most replies need lies together.
 */
export class Weights {
  readonly language: string;
  readonly step: number;
  readonly bias: Int32Array;
  /** The records of all features; the first is that of none, and has no weights. */
  readonly records: Int32Array;
  /** One bit for each 16 hashes: whether some feature is among them. Small enough to stay in a fast cache. */
  readonly rough = new Int32Array(1 << (HASH_BITS - WORD_SHIFT));
  /** Where the record of a hash stands; if that is another's, the next slot is tried. */
  private readonly index = new Int32Array(INDEX_SLOTS);
  private readonly ahead = new Int32Array(MOST_FOUND);

  constructor({ language, step, bias, gaps, counts, slots, values }: PackedWeights) {
    this.language = language;
    this.step = step;
    this.bias = Int32Array.from(bias);
    this.records = new Int32Array((counts.length + 1) * RECORD);
    const { records, rough, index } = this;
    let hash = 0;
    let digits = 0;
    let entry = 0;
    const next = placesByCount(counts);
    for (let feature = 0; feature < counts.length; feature++) {
      const count = decode(counts, feature);
      const place = next[count]!++;
      const record = place * RECORD;
      let scale = 1;
      for (;;) {
        const digit = decode(gaps, digits++);
        hash += (digit >= DIGITS ? digit - DIGITS : digit) * scale;
        scale *= DIGITS;
        if (digit < DIGITS) break;
      }
      for (const end = entry + count; entry < end; entry++) {
        const slot = decode(slots, entry);
        records[record + NARROW + (slot >> 1)]! += (decode(values, entry) - MOST) << ((slot & 1) * LANE_BITS);
      }
      rough[hash >>> WORD_SHIFT]! |= 1 << (hash >>> ROUGH_BITS);
      let slot = hash >>> INDEX_SHIFT;
      while (index[slot] !== 0) slot = (slot + 1) & (INDEX_SLOTS - 1);
      index[slot] = (place << TAG_BITS) | (hash & TAG_MASK);
    }
  }

  /**
   * Puts what {@link find} gives in the place of the hash of each feature. Look-ups that do not wait for one another hide
   * that memory is slow, so each step is done for all before the next, down to fetching the records.
   */
  findAll({ numbers, end }: Found): void {
    const { index, ahead, records } = this;
    for (let at = HASH, k = 0; at < end; at += FEATURE, k++) ahead[k] = index[numbers[at]! >>> INDEX_SHIFT]!;
    for (let at = HASH, k = 0; at < end; at += FEATURE, k++) {
      const hash = numbers[at]!;
      const word = ahead[k]!;
      const record = word === 0 || ((word ^ hash) & TAG_MASK) === 0 ? (word >>> TAG_BITS) * RECORD : this.find(hash);
      numbers[at] = record;
      ahead[k] = records[record + MET]!;
    }
  }

  /** Where the record of the feature with this hash starts, or 0. */
  find(hash: number): number {
    const { index } = this;
    for (let place = hash >>> INDEX_SHIFT; ; place = (place + 1) & (INDEX_SLOTS - 1)) {
      const word = index[place]!;
      if (word === 0 || ((word ^ hash) & TAG_MASK) === 0) return (word >>> TAG_BITS) * RECORD;
    }
  }

  /** Forgets when features were met. */
  forget(): void {
    for (let record = 0; record < this.records.length; record += RECORD) this.records[record + MET] = 0;
  }

  /** A weight of the feature with this record, in steps; the slot is scale × columns + column. */
  weight(record: number, slot: number): number {
    const word = this.records[record + NARROW + (slot >> 1)]!;
    return (slot & 1) === 0 ? lowLane(word) : highLane(word);
  }
}

/** Adds the words of a row to another; written out, as a loop would take twice as long. */
export function addRow(to: Int32Array, at: number, row: Int32Array, from: number): void {
  to[at]! += row[from]!;
  to[at + 1]! += row[from + 1]!;
  to[at + 2]! += row[from + 2]!;
  to[at + 3]! += row[from + 3]!;
  to[at + 4]! += row[from + 4]!;
  to[at + 5]! += row[from + 5]!;
  to[at + 6]! += row[from + 6]!;
}

/** Where the features with each count of weights stand from, those with most first; the first place is 1. */
function placesByCount(counts: string): number[] {
  const many = new Array<number>(BACKSLASH).fill(0);
  for (let at = 0; at < counts.length; at++) many[decode(counts, at)]!++;
  let place = 1;
  return many.reduceRight<number[]>((places, features, count) => {
    places[count] = place;
    place += features;
    return places;
  }, []);
}
