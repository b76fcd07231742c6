import { highBit, lowBit } from '../lexicon/lexicon.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Clause, Token } from '../reading/reading.ts';
import type { ActType } from './act.ts';
import type { ConceptGroups } from './groups.ts';
import type { Pattern, PatternElement } from './pattern.ts';

/** Some concepts: their number among all groups, and their bits as `Term` has them. */
export interface Concepts {
  readonly group: number;
  readonly low: number;
  readonly high: number;
}

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
  /** The bits of an element beside the one that it is indexed by, where both must stand in one clause; else all bits. */
  readonly low: number;
  readonly high: number;
  /** Where the frame stands among all. */
  readonly order: number;
  /** The last clause in which it was tried, counted over all sentences. */
  tried: number;
}

/** Frames by the terms where they are tried. */
export class FrameIndex {
  private readonly byConcept: readonly (readonly Frame[] | undefined)[];
  private readonly byTerm: (readonly Frame[])[] = [];

  constructor(byConcept: readonly (readonly Frame[] | undefined)[]) {
    this.byConcept = byConcept;
  }

  /** The frames to be tried at a token of a term that was learnt. */
  at({ term }: Token): readonly Frame[] {
    return this.byTerm[term]!;
  }

  /** Learns the terms that the lexicon has and that are not known yet. */
  learn({ terms }: Lexicon): void {
    for (let term = this.byTerm.length; term < terms.length; term++) {
      const frames = new Set(terms[term]!.concepts.flatMap((id) => this.byConcept[id] ?? []));
      this.byTerm.push(frames.size === 0 ? NO_FRAMES : [...frames]);
    }
  }
}

const NO_FRAMES: readonly Frame[] = [];

function elementOf(ids: readonly number[], after: number, groups: ConceptGroups): Element {
  let low = 0;
  let high = 0;
  for (const id of ids) {
    low |= lowBit(id);
    high |= highBit(id);
  }
  return { group: groups.number(ids), low, high, after };
}

/** Makes a frame. */
export function frameOf(type: ActType, pattern: Pattern, order: number, weight: (ids: readonly number[]) => number, groups: ConceptGroups): Frame {
  const [first, second] = [...pattern.elements].sort((a, b) => weight(a.ids) - weight(b.ids));
  const narrow = pattern.reach === 0;
  const beside = narrow && second !== undefined ? elementOf(second.ids, -1, groups) : undefined;
  return {
    type,
    pattern,
    index: narrow ? first!.ids : pattern.anchors,
    elements: pattern.elements.map(({ ids, after }) => elementOf(ids, after, groups)),
    absent: elementOf(pattern.absent, -1, groups),
    anchors: groups.number(pattern.anchors),
    low: beside === undefined ? -1 : beside.low,
    high: beside === undefined ? -1 : beside.high,
    order,
    tried: 0,
  };
}

/**
 * How frequent concepts are, roughly.
 *
 * @param common Names of the most frequent concepts, the most frequent first.
 */
export function weightOf({ concepts }: Lexicon, common: readonly string[]): (ids: readonly number[]) => number {
  const rank = new Map(common.map((name, index) => [name, common.length - index]));
  return (ids) => ids.reduce((sum, id) => sum + 1 + 100 * (rank.get(concepts[id]!) ?? 0), 0);
}

/** Indexes frames by concept. */
export function indexOf(frames: readonly Frame[], concepts: number): FrameIndex {
  const byConcept = Array.from({ length: concepts }, (): Frame[] | undefined => undefined);
  for (const frame of frames) for (const id of new Set(frame.index)) (byConcept[id] ??= []).push(frame);
  return new FrameIndex(byConcept);
}

/** Cheap test on the bits: could the frame match around this clause? */
export function possible({ pattern, elements }: Frame, clauses: readonly Clause[], index: number): boolean {
  let { low, high } = clauses[index]!;
  for (let step = 1; step <= pattern.reach; step++) {
    if (index >= step) {
      low |= clauses[index - step]!.low;
      high |= clauses[index - step]!.high;
    }
    if (index + step < clauses.length) {
      low |= clauses[index + step]!.low;
      high |= clauses[index + step]!.high;
    }
  }
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]!;
    if ((element.low & low) === 0 && (element.high & high) === 0) return false;
  }
  return true;
}
