import { Sentences } from '../text/sentences.ts';
import type { RawText } from '../text/units.ts';

/** So many code units are made a string at once. */
const CHUNK = 1024;

/** Those that the last stream to end has done with: making new ones takes longer than reading a sentence. */
let spare: Sentences | undefined;

/** Cuts text that comes in pieces into sentences: the same as in the whole text, each as soon as it is known where it ends. */
export class Splitter {
  private readonly sentences: Sentences;

  constructor() {
    this.sentences = spare ?? new Sentences();
    spare = undefined;
  }

  /** The text so far. */
  get text(): RawText {
    return this.sentences;
  }

  /** Takes a piece of text; returns whether sentences may end with it. */
  push(delta: string): boolean {
    return this.sentences.append(delta);
  }

  /**
   * The next sentence that is complete, or `undefined`.
   *
   * @param last The last piece.
   * @param complete Whether the text is complete.
   */
  next(last: string, complete: boolean): string | undefined {
    const { sentences } = this;
    const { codes, start, length } = sentences;
    const lastFrom = length - last.length;
    const end = sentences.next(complete);
    if (end < 0) return undefined;
    return start >= lastFrom ? last.slice(start - lastFrom, end - lastFrom) : stringOf(codes, start, end);
  }

  /** Ends the text; no call but this is the last. */
  close(): void {
    spare = this.sentences;
    spare.clear();
  }
}

function stringOf(codes: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; ) {
    const units: number[] = [];
    for (const end = Math.min(to, at + CHUNK); at < end; at++) units.push(codes[at]!);
    text += String.fromCharCode(...units);
  }
  return text;
}
