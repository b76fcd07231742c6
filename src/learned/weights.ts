/**
 * How the weights of one language are stored: text of one character a number, which compresses to what it holds, and
 * decodes into typed arrays in about a millisecond.
 */
import { CATEGORIES } from '../types.ts';
import { HASH_BITS, ROUGH_BITS, WORD_SHIFT } from './features.ts';

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

/** How {@link Weights.entries} hold a slot. */
export const SLOT_BITS = 6;
export const SLOT_MASK = (1 << SLOT_BITS) - 1;
const LOW_BITS = 6;
const LOW_MASK = (1 << LOW_BITS) - 1;

/** The weights of one language, ready for look-ups. */
export class Weights {
  readonly language: string;
  readonly step: number;
  readonly bias: Int32Array;
  /** Weight `i` of a feature is for slot `slots[i]` (scale × columns + column) and is worth `values[i]` steps. */
  readonly slots: Uint8Array;
  readonly values: Int8Array;
  /** Where the weights of feature `i` start; feature `i + 1` starts where they end. */
  readonly starts: Int32Array;
  /** Slot and value of weight `i` in one number: `entries[i] & SLOT_MASK` and `entries[i] >> SLOT_BITS`. */
  readonly entries: Int16Array;
  private readonly buckets: Int32Array;
  /** One bit for each 16 hashes: whether some feature is among them. Small enough to stay in a fast cache. */
  readonly rough = new Int32Array(1 << (HASH_BITS - WORD_SHIFT));
  private readonly low: Uint8Array;

  constructor(packed: PackedWeights) {
    this.language = packed.language;
    this.step = packed.step;
    this.bias = Int32Array.from(packed.bias);
    const features = packed.counts.length;
    const entries = packed.slots.length;
    this.slots = new Uint8Array(entries);
    this.values = new Int8Array(entries);
    this.entries = new Int16Array(entries);
    for (let at = 0; at < entries; at++) {
      this.slots[at] = decode(packed.slots, at);
      this.values[at] = decode(packed.values, at) - MOST;
      this.entries[at] = (this.values[at]! << SLOT_BITS) | this.slots[at]!;
    }
    this.starts = new Int32Array(features + 1);
    this.low = new Uint8Array(features);
    this.buckets = new Int32Array((1 << (HASH_BITS - LOW_BITS)) + 1);
    let hash = 0;
    let at = 0;
    for (let feature = 0; feature < features; feature++) {
      let scale = 1;
      for (;;) {
        const digit = decode(packed.gaps, at++);
        hash += (digit >= DIGITS ? digit - DIGITS : digit) * scale;
        scale *= DIGITS;
        if (digit < DIGITS) break;
      }
      this.rough[hash >>> WORD_SHIFT]! |= 1 << (hash >>> ROUGH_BITS);
      this.low[feature] = hash & LOW_MASK;
      this.buckets[(hash >>> LOW_BITS) + 1]!++;
      this.starts[feature + 1] = this.starts[feature]! + decode(packed.counts, feature);
    }
    for (let bucket = 1; bucket < this.buckets.length; bucket++) this.buckets[bucket]! += this.buckets[bucket - 1]!;
  }

  /** Index of the feature with this hash, or -1. */
  find(hash: number): number {
    const bucket = hash >>> LOW_BITS;
    const end = this.buckets[bucket + 1]!;
    const low = hash & LOW_MASK;
    for (let at = this.buckets[bucket]!; at < end; at++) if (this.low[at] === low) return at;
    return -1;
  }
}
