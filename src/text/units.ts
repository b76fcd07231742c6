import { codeAt } from './unit.ts';

/** A text as its code units. */
export interface Text {
  /** The code units, and zeros beyond the end. */
  readonly codes: Uint16Array;
  /** How many there are. */
  readonly length: number;
}

/** A text as the caller wrote it. */
export interface RawText extends Text {
  /** Whether it is canonical as it is, all of it. */
  readonly quiet: boolean;
}

/** Longer texts have arrays of their own, which go with the next text. */
const CAPACITY = 4096;
/** How far beyond the end of a text somebody may look. */
export const PADDING = 8;
const MAX_BASE = 1 << 30;

/**
 * The code units of one text after another. Each of them is looked at half a dozen times, and an array answers several times
 * as fast as a string, all the more one that was cut out of another. Whoever passes over the words of the text notes them
 * here, so that nobody else has to look for their ends.
 */
export class Units implements Text {
  codes: Uint16Array = new Uint16Array(CAPACITY);
  length = 0;
  /** By its first place, the hash of each Latin word that was noted (`hashOn`). */
  hashes = new Int32Array(CAPACITY);
  /** By its first place, where the word ends, with `base` added; places of no word hold less than that. */
  private ends = new Int32Array(CAPACITY);
  /** What is added to the ends of this text, so that those of earlier ones need not be wiped out. */
  private base = 0;
  private readonly usual = { codes: this.codes, hashes: this.hashes, ends: this.ends };

  /** Takes up a text. */
  fill(text: string): Uint16Array {
    const { length } = text;
    const codes = this.open(length);
    for (let at = 0; at < length; at++) codes[at] = codeAt(text, at);
    return codes;
  }

  /** Takes up a piece of a text that has room for the zeros behind it; the whole of it in place, which may change it. */
  take(text: Text, from: number, to: number): void {
    const codes = this.open(to - from);
    if (from === 0 && to === text.length && to <= CAPACITY - PADDING) {
      this.codes = text.codes;
      for (let at = to; at < to + PADDING; at++) text.codes[at] = 0;
      return;
    }
    for (let at = from; at < to; at++) codes[at - from] = text.codes[at]!;
  }

  private open(length: number): Uint16Array {
    const size = length + PADDING;
    const fits = size <= CAPACITY;
    const { usual } = this;
    this.base += this.length + 1;
    this.length = length;
    if (this.base > MAX_BASE) {
      this.base = 1;
      usual.ends.fill(0);
    }
    const codes = (this.codes = fits ? usual.codes : new Uint16Array(size));
    this.hashes = fits ? usual.hashes : new Int32Array(size);
    this.ends = fits ? usual.ends : new Int32Array(size);
    for (let at = length; at < size; at++) codes[at] = 0;
    return codes;
  }

  /** Notes a Latin word: letters alone, with neither a letter nor a digit behind it. */
  note(from: number, to: number, hash: number): void {
    this.ends[from] = this.base + to;
    this.hashes[from] = hash;
  }

  /** Where the word ends that was noted at a place, something smaller than the place if none was. */
  wordEnd(from: number): number {
    return this.ends[from]! - this.base;
  }
}
