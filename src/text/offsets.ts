/** Canonical text, and the way back from it to the caller's own string. */
import type { Span } from '../types.ts';

/** Canonical text and its offsets. */
export interface Normalised {
  /** Canonical text: lower case, simplified Chinese, one form of each mark (see `characters.ts`), noise removed. */
  readonly text: string;
  /**
   * `map[i]` is the offset in the caller's string of canonical unit `i`, `map[text.length]` the length of that string;
   * it never falls. Null means that every unit stands where it stood.
   */
  readonly map: Int32Array | null;
  /** `ends[i]` is one past the last unit of the caller's string that unit `i` stands for; null together with `map`. */
  readonly ends: Int32Array | null;
}

/**
 * The range of the caller's string that canonical units `[start, end)` stand for: noise inside is part of it, noise
 * after it is not.
 *
 * @param normalised - What `normalise` returned.
 * @param start - First canonical unit.
 * @param end - One past the last canonical unit; at most the length of the canonical text.
 */
export function originalSpan(normalised: Normalised, start: number, end: number): Span {
  const { map, ends } = normalised;
  if (map === null || ends === null) return { start, end };
  const first = map[start];
  return { start: first, end: end > start ? Math.max(first, ends[end - 1]) : first };
}
