/**
 * A reply as canonical text, with the way back to the caller's own string.
 */
import type { Span } from '../types.ts';
import type { Draft } from './draft.ts';
import { foldText } from './fold.ts';
import { Noise } from './noise.ts';
import { removeNoise } from './remove.ts';
import { scan } from './scan.ts';

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

/** How often noise that only shows after other noise is gone is looked for. */
const ROUNDS = 6;

/**
 * Brings a reply into canonical form. Plain text costs one pass and is returned as it is; upper case, full-width and
 * traditional characters are folded one for one (`map` stays null); evasive writing takes the slow way.
 *
 * Any string is accepted, lone surrogates included; time grows linearly with its length.
 *
 * @param original - The caller's string.
 * @returns The canonical text and its offsets.
 */
export function normalise(original: string): Normalised {
  const found = scan(original);
  if (found === Noise.None) return { text: original, map: null, ends: null };
  // Capitals hide nothing from the scan; other folds may.
  if (found === Noise.Upper) return { text: foldText(original, found), map: null, ends: null };
  return repair(original, found);
}

function repair(original: string, first: number): Normalised {
  let draft: Draft = { text: original, starts: null, ends: null };
  let found = first;
  for (let round = 0; round < ROUNDS && found !== Noise.None; round += 1) {
    const before = draft.text;
    draft = removeNoise(draft, found);
    if (draft.text === before) break;
    found = scan(draft.text);
  }
  return { text: draft.text, map: draft.starts, ends: draft.ends };
}

/**
 * The range of the caller's string that canonical units `[start, end)` stand for: noise inside is part of it, noise
 * after it is not.
 *
 * @param normalised - What {@link normalise} returned.
 * @param start - First canonical unit.
 * @param end - One past the last canonical unit; at most the length of the canonical text.
 */
export function originalSpan(normalised: Normalised, start: number, end: number): Span {
  const { map, ends } = normalised;
  if (map === null || ends === null) return { start, end };
  const first = map[start];
  return { start: first, end: end > start ? Math.max(first, ends[end - 1]) : first };
}
