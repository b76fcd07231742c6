import { isEndMark, leavesOpen, LOOK_BACK, sentenceEnd } from '../text/sentences.ts';

/**
 * Cuts text that comes in pieces into sentences: the same as in the whole text, each as soon as it is known where it
 * ends. Looks at each code unit a bounded number of times, however the text is cut.
 */
export class Splitter {
  /** The text from a little before the place where the search goes on; what lies before it is decided. */
  private window = '';
  /** What the unfinished sentence has before the window. */
  private pieces: string[] = [];
  /** Where the unfinished sentence starts in the window; 0 if before it. */
  private from = 0;
  /** Where the search goes on. */
  private next = 0;
  /** Whether the text so far ends with marks that may be the end of the sentence. */
  private open = false;

  /** The sentences that end with this piece of text. */
  push(delta: string): readonly string[] {
    this.window += delta;
    // As a rule nothing can be decided yet, and the window need not even be put together.
    if (!this.mayDecide(delta)) return NONE;
    const sentences = this.cut(false);
    this.forget();
    return sentences;
  }

  /** The last sentences; the text is complete. */
  end(): readonly string[] {
    return this.cut(true);
  }

  /** Whether there is more to know with this piece: after open marks something else, else a mark. */
  private mayDecide(delta: string): boolean {
    for (let at = 0; at < delta.length; at++) {
      const code = delta.charCodeAt(at);
      if (this.open ? !leavesOpen(code) : isEndMark(code)) return true;
    }
    return false;
  }

  private cut(complete: boolean): string[] {
    const sentences: string[] = [];
    for (;;) {
      const end = sentenceEnd(this.window, this.from, complete, this.next);
      if (end < 0) return sentences;
      const last = this.window.slice(this.from, end);
      sentences.push(this.pieces.length === 0 ? last : this.pieces.join('') + last);
      this.pieces = [];
      this.from = this.next = end;
    }
  }

  /** Keeps of the window what may still have a say. */
  private forget(): void {
    const { window, from } = this;
    let next = window.length;
    while (next > from && leavesOpen(window.charCodeAt(next - 1))) next--;
    this.open = next < window.length;
    const start = Math.max(0, next - LOOK_BACK);
    if (start > from) this.pieces.push(window.slice(from, start));
    this.window = window.slice(start);
    this.from = Math.max(0, from - start);
    this.next = next - start;
  }
}

const NONE: readonly string[] = [];
