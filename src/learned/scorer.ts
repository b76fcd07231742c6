/**
 * Adds up the weights of a reply: for each category the best place, and how much speaks for it.
 */
import type { Sentence } from '../reading/reading.ts';
import type { Language } from '../types.ts';
import { contextFlags, placeFlags, shortFlags, Softeners, softeningFlags } from './flags.ts';
import type { Circumstances } from './flags.ts';
import { MOST_TIMES } from './features.ts';
import { LOWEST, Tally } from './tally.ts';
import { Walker } from './walk.ts';
import type { Place } from './walk.ts';
import { COLUMNS, SCALES, SLOT_BITS, SLOT_MASK } from './weights.ts';
import type { Weights } from './weights.ts';

const SENTENCE = COLUMNS;
const SLOTS = SCALES * COLUMNS;

/** One or two clauses of a unit. */
export interface Window {
  readonly place: Place;
  /** First and last clause (inclusive) of the unit. */
  readonly first: number;
  readonly last: number;
}

/** Scores replies with the weights of one language. Not re-entrant; it holds what it found last. */
export class Scorer extends Walker {
  private readonly weights: Weights;
  /** Evidence inside one clause, and across the border to the clause before it. */
  private readonly own: Int32Array;
  private readonly cross: Int32Array;
  /** How often each feature was met in the unit, and in which clause last, how often there. */
  private readonly inUnit: Uint16Array;
  private readonly lastClause: Int16Array;
  private readonly inClause: Uint16Array;
  /** The features that were met in the unit. */
  private readonly met: number[] = [];
  private readonly logits = new Float64Array(COLUMNS);
  private readonly unitSums = new Int32Array(COLUMNS);
  private readonly whole = new Tally();
  private readonly softeners: Softeners;
  private readonly flagCache = new Map<string, Int32Array>();
  /** What is being added to. */
  private tally = this.whole;

  constructor(weights: Weights, concepts: readonly string[], language: Language) {
    super(concepts, language, weights.rough);
    this.weights = weights;
    this.softeners = new Softeners(concepts);
    const features = weights.starts.length;
    this.inUnit = new Uint16Array(features);
    this.lastClause = new Int16Array(features);
    this.inClause = new Uint16Array(features);
    this.own = new Int32Array(this.clauseStart.length * COLUMNS);
    this.cross = new Int32Array(this.clauseStart.length * COLUMNS);
  }

  /** The log odds that the last reply got. */
  get last(): Float64Array {
    return this.logits;
  }

  /** The log odds of each category; -Infinity throughout where the reply has no words. Overwritten by the next call. */
  score(sentences: readonly Sentence[], context: Circumstances): Float64Array {
    const { whole } = this;
    whole.clear();
    for (const sentence of sentences) this.add(whole, sentence);
    if (whole.groups > 0) this.closeGroup(true);
    return this.oddsOf(whole, context);
  }

  /** Adds the next sentence of a reply to its tally. */
  add(tally: Tally, sentence: Sentence): void {
    this.tally = tally;
    tally.length += sentence.normalised.text.length;
    tally.softened |= this.softeners.in(sentence);
    tally.open = this.walkOn(sentence, tally.open);
  }

  /** The log odds of each category by the groups that are closed. Overwritten by the next call. */
  oddsOf({ best, groups, length, softened }: Tally, context: Circumstances): Float64Array {
    const { logits, weights } = this;
    logits.fill(-Infinity);
    if (groups === 0) return logits;
    const everywhere = this.flagSums([...contextFlags(context), ...shortFlags(length, this.language), ...softeningFlags(softened)]);
    for (let column = 0; column < COLUMNS; column++) {
      let steps = best[column]!;
      for (let slot = column; slot < SLOTS; slot += COLUMNS) steps += weights.bias[slot]! + everywhere[slot]!;
      logits[column] = steps * weights.step;
    }
    return logits;
  }

  /** Where most evidence for a category stood in the last reply. */
  window(column: number): Window | undefined {
    const { places, bestFirst, bestLast } = this.whole;
    const place = places[column];
    return place && { place, first: bestFirst[column]!, last: bestLast[column]! };
  }

  protected put(hash: number, first: number, last: number): void {
    const { weights } = this;
    const feature = weights.find(hash);
    if (feature < 0) return;
    const { entries, starts } = weights;
    const { inUnit, lastClause, inClause } = this;
    const unitTimes = inUnit[feature]!++;
    if (unitTimes === 0) this.met.push(feature);
    if (unitTimes === 0 || lastClause[feature] !== last) {
      lastClause[feature] = last;
      inClause[feature] = 0;
    }
    const clauseTimes = inClause[feature]!++;
    if (clauseTimes >= MOST_TIMES) return;
    const span = last - first;
    const sums = span === 0 ? this.own : this.cross;
    const base = last * COLUMNS;
    const end = starts[feature + 1]!;
    for (let at = starts[feature]!; at < end; at++) {
      const entry = entries[at]!;
      const slot = entry & SLOT_MASK;
      if (slot < SENTENCE) {
        if (span <= 1) sums[base + slot]! += entry >> SLOT_BITS;
      } else if (unitTimes < MOST_TIMES) this.unitSums[slot - SENTENCE]! += entry >> SLOT_BITS;
    }
  }

  protected open(): void {
    const { met, inUnit } = this;
    for (let at = 0; at < met.length; at++) inUnit[met[at]!] = 0;
    met.length = 0;
    this.unitSums.fill(0);
  }

  protected close(place: Place, joins: boolean): void {
    const { clauses, own, cross, unitSums, tally } = this;
    const { groupSums, groupBest } = tally;
    if (!joins) {
      if (tally.groups > 0) this.closeGroup(false);
      tally.groups++;
      tally.from = place;
      groupSums.fill(0);
      groupBest.fill(LOWEST);
    }
    tally.asked = this.question;
    for (let column = 0; column < COLUMNS; column++) groupSums[column]! += unitSums[column]!;
    for (let clause = 0, at = 0; clause < clauses; clause++) {
      for (let column = 0; column < COLUMNS; column++, at++) {
        const alone = own[at]!;
        if (alone > groupBest[column]!) this.raise(column, alone, place, clause, clause);
        if (clause === 0) continue;
        const both = alone + own[at - COLUMNS]! + cross[at]!;
        if (both > groupBest[column]!) this.raise(column, both, place, clause - 1, clause);
      }
    }
    own.fill(0, 0, clauses * COLUMNS);
    cross.fill(0, 0, clauses * COLUMNS);
  }

  private raise(column: number, steps: number, place: Place, first: number, last: number): void {
    const { tally } = this;
    tally.groupBest[column] = steps;
    tally.groupPlaces[column] = place;
    tally.groupFirst[column] = first;
    tally.groupLast[column] = last;
  }

  private closeGroup(last: boolean): void {
    const { tally } = this;
    const { groupSums, groupBest, best } = tally;
    const flags = this.flagSums(placeFlags(tally.groups === 1, last, tally.asked));
    for (let column = 0; column < COLUMNS; column++) {
      const steps = groupBest[column]! + groupSums[column]! + flags[column]! + flags[SENTENCE + column]!;
      if (steps <= best[column]!) continue;
      best[column] = steps;
      tally.places[column] = tally.groupPlaces[column];
      tally.bestFirst[column] = tally.groupFirst[column]!;
      tally.bestLast[column] = tally.groupLast[column]!;
    }
  }

  /** The weights of flags, added up; there are few combinations, and each is added up once. */
  private flagSums(flags: readonly number[]): Int32Array {
    let key = '';
    for (const flag of flags) key += `${flag},`;
    const known = this.flagCache.get(key);
    if (known !== undefined) return known;
    const { weights } = this;
    const result = new Int32Array(SLOTS);
    for (const flag of flags) {
      const feature = weights.find(flag);
      if (feature < 0) continue;
      for (let entry = weights.starts[feature]!; entry < weights.starts[feature + 1]!; entry++) {
        result[weights.slots[entry]!]! += weights.values[entry]!;
      }
    }
    this.flagCache.set(key, result);
    return result;
  }
}
