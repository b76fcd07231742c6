import { highBit, lowBit } from '../lexicon/lexicon.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Clause } from '../reading/reading.ts';
import type { ActType } from './act.ts';
import type { Pattern } from './pattern.ts';

/** Bits of the concepts of an element, as the clauses have them. */
export interface Bits {
  readonly low: number;
  readonly high: number;
}

/** A pattern of an act type, made ready. */
export interface Frame {
  readonly type: ActType;
  readonly pattern: Pattern;
  /** The bits of each element. */
  readonly elements: readonly Bits[];
  readonly absent: Bits;
  /** Where the frame stands among all. */
  readonly order: number;
  /** The last clause in which it was tried, counted over all sentences. */
  tried: number;
}

/** Concept → the frames that are tried where it stands. */
export type FrameIndex = readonly (readonly Frame[] | undefined)[];

function bitsOf(ids: readonly number[]): Bits {
  let low = 0;
  let high = 0;
  for (const id of ids) {
    low |= lowBit(id);
    high |= highBit(id);
  }
  return { low, high };
}

/** Makes a frame. */
export function frameOf(type: ActType, pattern: Pattern, order: number): Frame {
  return { type, pattern, elements: pattern.elements.map(({ ids }) => bitsOf(ids)), absent: bitsOf(pattern.absent), order, tried: 0 };
}

/**
 * Indexes frames by concept. A frame that stays within its clause is tried only where its rarest element stands; one that
 * looks at neighbouring clauses, wherever its anchor does.
 *
 * @param common Names of the most frequent concepts, the most frequent first.
 */
export function indexOf(frames: readonly Frame[], { concepts }: Lexicon, common: readonly string[]): FrameIndex {
  const rank = new Map(common.map((name, index) => [name, common.length - index]));
  const weight = (ids: readonly number[]): number => ids.reduce((sum, id) => sum + 1 + 100 * (rank.get(concepts[id]!) ?? 0), 0);
  const index = concepts.map((): Frame[] | undefined => undefined);
  for (const frame of frames) {
    const { elements, reach, anchors } = frame.pattern;
    const rarest = elements.reduce((best, element) => (weight(element.ids) < weight(best.ids) ? element : best));
    for (const id of new Set(reach > 0 ? anchors : rarest.ids)) (index[id] ??= []).push(frame);
  }
  return index;
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
