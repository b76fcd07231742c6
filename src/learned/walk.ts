/**
 * The units of a reply in order, and which of them belong together: the frame that training and reading share.
 */
import type { Sentence } from '../reading/reading.ts';
import type { Language } from '../types.ts';
import { FeatureReader } from './features.ts';
import { FEATURE, FIRST, HASH, LAST, START, STOP } from './found.ts';
import type { Found } from './found.ts';

/** A unit shorter than this, in characters, is read together with its neighbour. */
const SHORT: Readonly<Record<Language, number>> = { zh: 15, en: 30 };

/** The length of a group before there is one. */
export const NO_GROUP = -1;

/** Where a unit stands, so that it can be read again. */
export interface Place {
  readonly sentence: Sentence;
  /** Offset in the sentence's canonical text. */
  readonly from: number;
  /** Index of its first concept token. */
  readonly token: number;
}

/** Walks through the units of a reply. */
export abstract class Walker extends FeatureReader {
  protected readonly language: Language;

  /**
   * @param names The names of all concepts, by id.
   * @param language Whose habits of length hold.
   * @param rough A rough filter of features, see `FeatureReader`. Default: all.
   */
  constructor(names: readonly string[], language: Language, rough?: Int32Array) {
    super(names, rough);
    this.language = language;
  }

  /** Called before the features of a unit come. */
  protected abstract open(): void;

  /**
   * Called after the features of a unit.
   *
   * @param joins Whether it belongs to the group of the unit before.
   */
  protected abstract close(place: Place, joins: boolean): void;

  /** Reads all units of a reply. */
  protected walk(sentences: readonly Sentence[]): void {
    let group = NO_GROUP;
    for (const sentence of sentences) group = this.walkOn(sentence, group);
  }

  /**
   * Reads the units of the next sentence of a reply.
   *
   * @param before Length of the group that is open, in characters; {@link NO_GROUP} at the start.
   * @returns Length of the group that is open afterwards.
   */
  protected walkOn(sentence: Sentence, before: number): number {
    const short = SHORT[this.language];
    const { text } = sentence.normalised;
    let group = before;
    let token = 0;
    for (let from = 0; from < text.length; from = this.end) {
      this.open();
      const next = this.readUnit(text, from, sentence.tokens, token);
      if (this.clauses > 0) {
        const length = this.clauseEnd[this.clauses - 1]! - this.clauseStart[0]!;
        const joins = group >= 0 && (length < short || group < short);
        group = joins ? group + length : length;
        this.close({ sentence, from, token }, joins);
      }
      token = next;
    }
    return group;
  }
}

/** Gathers the features of single units, for whoever wants to look at them. */
export class UnitFeatures extends FeatureReader {
  /** Features of the unit: hash, first and last clause, and where its words start and end. */
  readonly features: (readonly [hash: number, first: number, last: number, start: number, stop: number])[] = [];

  protected take({ numbers, end }: Found): void {
    for (let at = 0; at < end; at += FEATURE) {
      this.features.push([numbers[at + HASH]!, numbers[at + FIRST]!, numbers[at + LAST]!, numbers[at + START]!, numbers[at + STOP]!]);
    }
  }

  /** Reads the unit at a place again. */
  read({ sentence, from, token }: Place): void {
    this.features.length = 0;
    this.readUnit(sentence.normalised.text, from, sentence.tokens, token);
  }
}
