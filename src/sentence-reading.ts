import type { Act } from './acts/act.ts';
import type { ActReader } from './acts/frames.ts';
import type { Place, Sentence } from './reading/reading.ts';

/** A sentence with the acts in it. */
export class SentenceReading {
  readonly sentence: Sentence;
  /** The commitments, the acts about something, and those that some rule watches for even where nothing is known of the case; in reading order. */
  readonly watched: readonly Act[];
  private readonly place: Place;
  private readonly reader: ActReader;
  private read: readonly Act[] | undefined;

  constructor(sentence: Sentence & Place, reader: ActReader) {
    this.sentence = sentence;
    this.place = sentence;
    this.watched = reader.read(sentence);
    this.reader = reader;
  }

  /** All acts, in reading order; the rest of them is read when first asked for. */
  get acts(): readonly Act[] {
    return (this.read ??= this.reader.readAll(this.sentence, this.watched));
  }

  /** Moves the sentence to another place; what was read of it stays true. */
  move(offset: number, index: number): void {
    this.place.offset = offset;
    this.place.index = index;
  }
}

/** Sentences that were read before. */
export interface Known {
  /** A reading of these words for this place, in use nowhere else; `undefined` if there is none. */
  take(original: string, offset: number, index: number): SentenceReading | undefined;
}

/** What was read in a reply: the same for every policy. */
export interface Reading {
  readonly reply: string;
  readonly sentences: readonly SentenceReading[];
}
