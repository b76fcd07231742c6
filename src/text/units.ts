import { codeAt } from './unit.ts';

/** Longer texts have an array of their own, which goes with the next text. */
const CAPACITY = 4096;
/** How far beyond the end of a text somebody may look. */
const PADDING = 8;

/**
 * The code units of one text after another. Each of them is looked at half a dozen times, and an array answers several times
 * as fast as a string, all the more one that was cut out of another.
 */
export class Units {
  /** The code units of the text at hand, and zeros beyond its end. */
  codes = new Uint16Array(CAPACITY);
  /** How many there are. */
  length = 0;
  private readonly usual = this.codes;

  /** Takes up a text. */
  fill(text: string): Uint16Array {
    const { length } = text;
    const codes = length + PADDING <= CAPACITY ? this.usual : new Uint16Array(length + PADDING);
    for (let at = 0; at < length; at++) codes[at] = codeAt(text, at);
    for (let at = length; at < length + PADDING; at++) codes[at] = 0;
    this.length = length;
    return (this.codes = codes);
  }
}
