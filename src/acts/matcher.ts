import type { Clause, Sentence, Token } from '../reading/reading.ts';
import { ABSENT, AFTER, ELEMENT, ELEMENTS, END, GROUP, REACH } from './frame.ts';
import type { ConceptGroups } from './groups.ts';

/** Beyond the end of any text. */
const NO_LIMIT = 0x7fffffff;

/** Says whether a frame matches around a clause, and by which tokens. */
export class FrameMatcher {
  private readonly groups: ConceptGroups;
  private tokens: readonly Token[] = [];
  private clauses: readonly Clause[] = [];
  private tests: Int32Array = new Int32Array(0);

  // The match under way.
  /** One past the numbers of the frame's last element. */
  private end = 0;
  private from = 0;
  private to = 0;
  /** Where the frame's own clause begins. */
  private here = 0;
  /** The indexes of the tokens found so far: the first `filled` of these. */
  private readonly found: Int32Array;
  private filled = 0;

  /** @param most How many elements a frame has at most. */
  constructor(groups: ConceptGroups, most: number) {
    this.groups = groups;
    this.found = new Int32Array(most);
  }

  /**
   * Takes up a sentence.
   *
   * @param tests The numbers of all frames, as `FrameIndex` has them.
   */
  open({ tokens, clauses }: Sentence, tests: Int32Array): void {
    this.tokens = tokens;
    this.clauses = clauses;
    this.tests = tests;
  }

  /** Whether the frame of these numbers matches around the clause; the indexes of the tokens that fill its elements are in `found`. */
  matches(place: number, index: number): boolean {
    const { clauses } = this;
    const reach = this.tests[place + REACH]!;
    const absent = place + ABSENT;
    const first = Math.max(0, index - reach);
    const last = Math.min(clauses.length - 1, index + reach);
    const clause = clauses[index]!;
    this.from = clauses[first]!.from;
    this.to = clauses[last]!.to;
    this.here = clause.from;
    this.filled = 0;
    this.end = this.tests[place + END]!;
    if (this.holds(clause, absent) || !this.fill(place + ELEMENTS)) return false;
    for (let other = first; other <= last; other++) {
      if (other !== index && this.reaches(clauses[other]!) && this.holds(clauses[other]!, absent)) return false;
    }
    return true;
  }

  /** Whether a clause holds one of the concepts of which the numbers are given. */
  private holds({ from, to, low, high }: Clause, concepts: number): boolean {
    const { tests, tokens, groups } = this;
    if (((low & tests[concepts]!) | (high & tests[concepts + 1]!)) === 0) return false;
    const group = tests[concepts + GROUP]!;
    for (let at = from; at < to; at++) if (groups.has(tokens[at]!.term, group)) return true;
    return false;
  }

  /** Whether a token of the clause is among those found. */
  private reaches({ from, to }: Clause): boolean {
    for (let index = 0; index < this.filled; index++) if (this.found[index]! >= from && this.found[index]! < to) return true;
    return false;
  }

  /** Fills the element of which the numbers are given, and those after it. */
  private fill(element: number): boolean {
    if (element === this.end) return true;
    const { from, to, here, found, filled } = this;
    if (this.tests[element + AFTER]! < 0) return this.take(element, here, to) || (from < here && this.take(element, from, here));
    return this.take(element, filled === 0 ? 0 : found[filled - 1]! + 1, to);
  }

  private take(element: number, from: number, to: number): boolean {
    const { tokens, found, groups, tests } = this;
    const after = tests[element + AFTER]!;
    const group = tests[element + GROUP]!;
    const filled = this.filled++;
    const limit = after < 0 ? NO_LIMIT : tokens[from - 1]!.end + after;
    for (let at = from; at < to; at++) {
      const { start, term } = tokens[at]!;
      if (start > limit) break;
      if (!groups.has(term, group) || this.isTaken(at, filled)) continue;
      found[filled] = at;
      if (this.fill(element + ELEMENT)) return true;
    }
    this.filled = filled;
    return false;
  }

  /** The indexes of the tokens that the frame matched last was filled with. */
  taken(): number[] {
    const taken: number[] = [];
    for (let index = 0; index < this.filled; index++) taken.push(this.found[index]!);
    return taken;
  }

  private isTaken(at: number, filled: number): boolean {
    for (let index = 0; index < filled; index++) if (this.found[index] === at) return true;
    return false;
  }
}
