/** The sentences of a reply in order, those that went out and those that wait. */
export class Outbox {
  /** All sentences so far. */
  text = '';
  /** How much of it went out, in UTF-16 code units. */
  released = 0;
  private readonly sentences: string[] = [];
  /** How many sentences went out. */
  private sent = 0;

  /** How many sentences there are. */
  get size(): number {
    return this.sentences.length;
  }

  add(sentence: string): void {
    this.sentences.push(sentence);
    this.text += sentence;
  }

  /** Lets the sentences go that start before a place. */
  release(before: number): string {
    let text = '';
    for (; this.sent < this.sentences.length && this.released < before; this.sent++) {
      const sentence = this.sentences[this.sent]!;
      text += sentence;
      this.released += sentence.length;
    }
    return text;
  }
}
