/**
 * Adds up the weights of a reply: for each category the best place, and how much speaks for it.
 */
import type { Sentence } from '../reading/reading.ts';
import type { Language } from '../types.ts';
import { contextFlags, placeFlags, shortFlags, SOFTENING_FLAGS, Softeners, softeningFlags } from './flags.ts';
import type { Circumstances } from './flags.ts';
import { MOST_TIMES } from './features.ts';
import { FEATURE, FIRST, HASH, LAST } from './found.ts';
import type { Found } from './found.ts';
import { LOWEST, Tally } from './tally.ts';
import { Walker } from './walk.ts';
import type { Place } from './walk.ts';
import { addRow, COLUMNS, highLane, lowLane, MET, NARROW, SCALES, WIDE, WORDS } from './weights.ts';
import type { Weights } from './weights.ts';

const SENTENCE = COLUMNS;
const SLOTS = SCALES * COLUMNS;
/** Numbers that are added up for a clause. */
const CLAUSE_SUMS = 2 * COLUMNS;
/**
 * When a feature was met, in one number: how often in the clause lowest, then how often in the unit, then the clause,
 * then the number of the unit.
 */
const UNIT_SHIFT = 2;
const CLAUSE_SHIFT = 4;
const NUMBER_SHIFT = 13;
const LAST_UNIT = 2 ** 31 - 2 ** NUMBER_SHIFT;

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
  /** Evidence inside each clause, and then that across the border to the clause before it. */
  private readonly sums: Int32Array;
  /** The same of some features, before it is unfolded; and that for the whole unit. */
  private readonly rows: Int32Array;
  private readonly unitRow = new Int32Array(WORDS);
  /** The number of the unit, in its place in a record. */
  private unit = 0;
  private readonly logits = new Float64Array(COLUMNS);
  private readonly unitSums = new Int32Array(COLUMNS);
  private readonly whole = new Tally();
  private readonly softeners: Softeners;
  private readonly flagRows = new Map<number, Int32Array>();
  private readonly flagTotals = new Int32Array(SLOTS);
  /** What is being added to. */
  private tally = this.whole;

  constructor(weights: Weights, concepts: readonly string[], language: Language) {
    super(concepts, language, weights.rough);
    this.weights = weights;
    this.softeners = new Softeners(concepts);
    this.rows = new Int32Array(this.clauseStart.length * 2 * WORDS);
    this.sums = new Int32Array(this.clauseStart.length * CLAUSE_SUMS);
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
  oddsOf(tally: Tally, context: Circumstances): Float64Array {
    return this.oddsWith(tally, [...contextFlags(context), ...shortFlags(tally.length, this.language), ...softeningFlags(tally.softened)]);
  }

  /** The log odds that each category will keep, whatever follows: the reply may get longer and softer. Overwritten by the next call. */
  leastOddsOf(tally: Tally, context: Circumstances): Float64Array {
    return this.oddsWith(tally, [...contextFlags(context), ...SOFTENING_FLAGS]);
  }

  private oddsWith({ best, groups }: Tally, flags: readonly number[]): Float64Array {
    const { logits, weights } = this;
    logits.fill(-Infinity);
    if (groups === 0) return logits;
    const everywhere = this.flagSums(flags);
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

  protected take(found: Found): void {
    const { numbers, end } = found;
    const { weights, unit, rows, unitRow } = this;
    const { records } = weights;
    let clauses = 0;
    weights.findAll(found);
    // No branch here but those seldom taken: one that cannot be foretold costs as much as all the sums.
    for (let at = 0; at < end; at += FEATURE) {
      const record = numbers[at + HASH]!;
      const last = numbers[at + LAST]!;
      const since = records[record + MET]! - unit;
      const here = ((((since >>> CLAUSE_SHIFT) ^ last) - 1) >> 31) & MOST_TIMES;
      const times = since & ~(since >> 31) & ((MOST_TIMES << UNIT_SHIFT) | here);
      if ((times & MOST_TIMES) === MOST_TIMES) continue;
      const often = times >>> UNIT_SHIFT === MOST_TIMES;
      records[record + MET] = unit + ((last << CLAUSE_SHIFT) | times) + (often ? 1 : 1 + (1 << UNIT_SHIFT));
      if (last >= clauses) clauses = last + 1;
      const span = last - numbers[at + FIRST]!;
      if (span <= 1) addRow(rows, (2 * last + span) * WORDS, records, record + NARROW);
      if (!often) addRow(unitRow, 0, records, record + WIDE);
    }
    unfold(rows, 2 * clauses * WORDS, this.sums);
    unfold(unitRow, WORDS, this.unitSums);
  }

  protected open(): void {
    this.unit += 1 << NUMBER_SHIFT;
    if (this.unit >= LAST_UNIT) {
      this.weights.forget();
      this.unit = 1 << NUMBER_SHIFT;
    }
    this.unitSums.fill(0);
  }

  protected close(place: Place, joins: boolean): void {
    const { clauses, sums, unitSums, tally } = this;
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
    for (let clause = 0; clause < clauses; clause++) {
      for (let column = 0, at = clause * CLAUSE_SUMS; column < COLUMNS; column++, at++) {
        const alone = sums[at]!;
        if (alone > groupBest[column]!) this.raise(column, alone, place, clause, clause);
        if (clause === 0) continue;
        const both = alone + sums[at - CLAUSE_SUMS]! + sums[at + COLUMNS]!;
        if (both > groupBest[column]!) this.raise(column, both, place, clause - 1, clause);
      }
    }
    sums.fill(0, 0, clauses * CLAUSE_SUMS);
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

  /** The weights of flags, added up. Overwritten by the next call. */
  private flagSums(flags: readonly number[]): Int32Array {
    const { flagTotals } = this;
    flagTotals.fill(0);
    for (const flag of flags) {
      const row = this.flagRow(flag);
      for (let slot = 0; slot < SLOTS; slot++) flagTotals[slot]! += row[slot]!;
    }
    return flagTotals;
  }

  private flagRow(flag: number): Int32Array {
    const known = this.flagRows.get(flag);
    if (known !== undefined) return known;
    const { weights } = this;
    const record = weights.find(flag);
    const row = Int32Array.from({ length: SLOTS }, (_, slot) => weights.weight(record, slot));
    this.flagRows.set(flag, row);
    return row;
  }
}

/** Adds the words of rows to the numbers that they hold two of each, and clears them. */
function unfold(words: Int32Array, length: number, to: Int32Array): void {
  for (let at = 0; at < length; at++) {
    const word = words[at]!;
    to[2 * at]! += lowLane(word);
    to[2 * at + 1]! += highLane(word);
    words[at] = 0;
  }
}
