import type { Act } from './acts/act.ts';
import type { Sentence } from './reading/reading.ts';
import type { SentenceReading } from './sentence-reading.ts';

/** What a run was given to read, and what the shape of each sentence gave away, where that counts. */
export interface Given {
  readonly readings: readonly SentenceReading[];
  readonly details: readonly (readonly Act[] | undefined)[];
}

/** All acts and sentences of a run so far in one list each; made when somebody first asks, since most replies need none of them. */
export class Heard {
  private readonly given: Given;
  private readonly allActs: Act[] = [];
  private actsFrom = 0;
  private readonly watchedActs: Act[] = [];
  private watchedFrom = 0;
  private readonly allSentences: Sentence[] = [];

  constructor(given: Given) {
    this.given = given;
  }

  /** All acts so far, in reading order; those that nothing watches for are read when this is first asked for. */
  get acts(): readonly Act[] {
    const { readings, details } = this.given;
    for (; this.actsFrom < readings.length; this.actsFrom++) {
      for (const act of readings[this.actsFrom]!.acts) this.allActs.push(act);
      for (const act of details[this.actsFrom] ?? []) this.allActs.push(act);
    }
    return this.allActs;
  }

  /** The acts so far that were read at once. */
  get watched(): readonly Act[] {
    const { readings } = this.given;
    for (; this.watchedFrom < readings.length; this.watchedFrom++) {
      for (const act of readings[this.watchedFrom]!.watched) this.watchedActs.push(act);
    }
    return this.watchedActs;
  }

  /** The sentences so far. */
  get sentences(): readonly Sentence[] {
    const { readings } = this.given;
    while (this.allSentences.length < readings.length) this.allSentences.push(readings[this.allSentences.length]!.sentence);
    return this.allSentences;
  }
}
