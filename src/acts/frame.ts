import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Sentence } from '../reading/reading.ts';
import type { ActType } from './act.ts';
import type { ConceptGroups, Concepts } from './groups.ts';
import type { Pattern, PatternElement } from './pattern.ts';

/** An element of a pattern, made ready. */
export interface Element extends Concepts {
  readonly after: PatternElement['after'];
}

/** A pattern of an act type, made ready. */
export interface Frame {
  readonly type: ActType;
  readonly pattern: Pattern;
  /**
   * Concepts where the frame is tried: those of its rarest element, or where it looks at neighbouring clauses, those of its
   * anchor.
   */
  readonly index: readonly number[];
  /** The concepts of each element. */
  readonly elements: readonly Element[];
  readonly absent: Concepts;
  /** The group of the pattern's anchors. */
  readonly anchors: number;
  /** An element beside the one that it is indexed by, where both must stand in one clause. */
  readonly beside: Concepts | undefined;
  /** Where the frame stands among all. */
  readonly order: number;
}

/** Where in the numbers of a frame ({@link FrameIndex.tests}) stands what. */
const ROUND = 0;
const FRAME = 1;
const BESIDE = 2;
export const REACH = 4;
/** One past the numbers of the last element. */
export const END = 5;
/** The bits and the group of what must be absent. */
export const ABSENT = 6;
/** The numbers of the elements, {@link ELEMENT} of each: the bits, the group, {@link PatternElement.after}. */
export const ELEMENTS = 9;
export const ELEMENT = 4;
/** Where among the numbers of some concepts stands their group. */
export const GROUP = 2;
/** Where among the numbers of an element stands its distance. */
export const AFTER = 3;

const NO_PLACES: readonly number[] = [];

/** Says which frames could match in a clause, by the bits of concepts alone: most can not, and cost no more than this. */
export class FrameIndex {
  private readonly frames: readonly Frame[];
  /** Concept → where the numbers of the frames stand that are tried at it. */
  private readonly byConcept: readonly (readonly number[] | undefined)[];
  /**
   * All there is to test of each frame, as numbers that lie side by side: the last round in which it was tried, which frame it
   * is, the bits of its element beside, how many clauses it reaches, what must be absent, and its elements.
   */
  readonly tests: Int32Array;
  /** Lists of places in `tests`, each with its length before it. */
  private lists = new Int32Array(1 << 12);
  private written = 1;
  /** Term → where its list stands; 0 for none. */
  private readonly byTerm: number[] = [];
  private round = 0;

  /**
   * @param frames The frames.
   * @param concepts How many concepts there are.
   */
  constructor(frames: readonly Frame[], concepts: number) {
    const byConcept = Array.from({ length: concepts }, (): number[] | undefined => undefined);
    const tests: number[] = [];
    frames.forEach(({ index, beside, pattern, elements, absent }, frame) => {
      for (const id of index) (byConcept[id] ??= []).push(tests.length);
      const end = tests.length + ELEMENTS + ELEMENT * elements.length;
      tests.push(0, frame, beside?.low ?? -1, beside?.high ?? -1, pattern.reach, end, absent.low, absent.high, absent.group);
      for (const { low, high, group, after } of elements) tests.push(low, high, group, after);
    });
    this.frames = frames;
    this.byConcept = byConcept;
    this.tests = Int32Array.from(tests);
  }

  /** Learns the terms that the lexicon has and that are not known yet. */
  learn({ terms }: Lexicon): void {
    for (let term = this.byTerm.length; term < terms.length; term++) {
      const list = this.placesOf(terms[term]!.concepts);
      this.byTerm.push(list.length === 0 ? 0 : this.written);
      if (list.length === 0) continue;
      const end = this.written + list.length + 1;
      if (end > this.lists.length) {
        const longer = new Int32Array(end * 2);
        longer.set(this.lists);
        this.lists = longer;
      }
      this.lists[this.written] = list.length;
      this.lists.set(list, this.written + 1);
      this.written = end;
    }
  }

  /** The frame whose numbers stand at a place in {@link tests}. */
  frameAt(place: number): Frame {
    return this.frames[this.tests[place + FRAME]!]!;
  }

  /** Where the numbers of the frames stand that are tried at some concepts, each once. */
  private placesOf(concepts: readonly number[]): readonly number[] {
    let places = NO_PLACES;
    for (const id of concepts) {
      const more = this.byConcept[id];
      // Most terms have one concept at which frames are tried, if any.
      if (more !== undefined) places = places.length === 0 ? more : [...new Set([...places, ...more])];
    }
    return places;
  }

  /**
   * The frames that could match around a clause whose terms were learnt, each once.
   *
   * @param into Takes the places of their numbers in {@link tests}.
   * @returns How many they are.
   */
  possible({ tokens, clauses }: Sentence, index: number, into: number[]): number {
    const { tests, lists, byTerm } = this;
    const { from, to, low, high } = clauses[index]!;
    const round = (this.round = (this.round + 1) | 0);
    let count = 0;
    for (let at = from; at < to; at++) {
      const list = byTerm[tokens[at]!.term]!;
      if (list === 0) continue;
      const end = list + lists[list]!;
      for (let place = list + 1; place <= end; place++) {
        const test = lists[place]!;
        if (((tests[test + BESIDE]! & low) | (tests[test + BESIDE + 1]! & high)) === 0 || tests[test + ROUND] === round) continue;
        tests[test + ROUND] = round;
        if (this.couldMatch(test, clauses, index)) into[count++] = test;
      }
    }
    return count;
  }

  /** Whether each element of a frame may be in the clauses that it reaches. */
  private couldMatch(test: number, clauses: Sentence['clauses'], index: number): boolean {
    const { tests } = this;
    let { low, high } = clauses[index]!;
    const reach = tests[test + REACH]!;
    for (let step = 1; step <= reach; step++) {
      if (index >= step) {
        low |= clauses[index - step]!.low;
        high |= clauses[index - step]!.high;
      }
      if (index + step < clauses.length) {
        low |= clauses[index + step]!.low;
        high |= clauses[index + step]!.high;
      }
    }
    const end = tests[test + END]!;
    for (let element = test + ELEMENTS; element < end; element += ELEMENT) {
      if (((tests[element]! & low) | (tests[element + 1]! & high)) === 0) return false;
    }
    return true;
  }
}

/** Makes a frame. */
export function frameOf(type: ActType, pattern: Pattern, order: number, weight: (ids: readonly number[]) => number, groups: ConceptGroups): Frame {
  const { first, second } = rarest(pattern.elements, weight);
  const narrow = pattern.reach === 0;
  return {
    type,
    pattern,
    index: narrow ? first : pattern.anchors,
    elements: pattern.elements.map(({ ids, after }) => {
      const { group, low, high } = groups.of(ids);
      return { group, low, high, after };
    }),
    absent: groups.of(pattern.absent),
    anchors: groups.of(pattern.anchors).group,
    beside: narrow && second !== undefined ? groups.of(second) : undefined,
    order,
  };
}

/** The concepts of the rarest element, and of the next rarest if there are two. */
function rarest(elements: readonly PatternElement[], weight: (ids: readonly number[]) => number): { first: readonly number[]; second: readonly number[] | undefined } {
  let first = elements[0]!.ids;
  let least = weight(first);
  let second: readonly number[] | undefined;
  let next = Infinity;
  for (let at = 1; at < elements.length; at++) {
    const { ids } = elements[at]!;
    const own = weight(ids);
    if (own < least) {
      second = first;
      next = least;
      first = ids;
      least = own;
    } else if (own < next) {
      second = ids;
      next = own;
    }
  }
  return { first, second };
}

/**
 * How frequent concepts are, roughly.
 *
 * @param common Names of the most frequent concepts, the most frequent first.
 */
export function weightOf(lexicon: Lexicon, common: readonly string[]): (ids: readonly number[]) => number {
  const weights = lexicon.concepts.map(() => 1);
  common.forEach((name, index) => {
    const id = lexicon.id(name);
    if (id >= 0) weights[id]! += 100 * (common.length - index);
  });
  return (ids) => {
    let sum = 0;
    for (const id of ids) sum += weights[id]!;
    return sum;
  };
}
