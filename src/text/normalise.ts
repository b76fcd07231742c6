/**
 * A reply as canonical text, with the way back to the caller's own string.
 */
import type { Draft } from './draft.ts';
import { foldText } from './fold.ts';
import { Noise } from './noise.ts';
import type { Normalised } from './offsets.ts';
import { removeNoise } from './remove.ts';
import { scan } from './scan.ts';
import { Units } from './units.ts';

/** How often noise that only shows after other noise is gone is looked for. */
const ROUNDS = 6;

const own = new Units();

/** A text that needs nothing but its capitals lowered; that is done when somebody asks, since most only need the code units. */
class Lowered implements Normalised {
  readonly map = null;
  readonly ends = null;
  private readonly original: string;
  private lowered: string | undefined;

  constructor(original: string) {
    this.original = original;
  }

  get text(): string {
    return (this.lowered ??= foldText(this.original, Noise.Upper));
  }
}

/**
 * Brings a reply into canonical form. Plain text costs one pass and is returned as it is; upper case, full-width and
 * traditional characters are folded one for one (`map` stays null); evasive writing takes the slow way.
 *
 * Any string is accepted, lone surrogates included; time grows linearly with its length.
 *
 * @param original - The caller's string.
 * @param units - Its code units; take up the canonical text.
 * @returns The canonical text and its offsets.
 */
export function normalise(original: string, units: Units = ownOf(original)): Normalised {
  const found = scan(original, units);
  if (found === Noise.None) return { text: original, map: null, ends: null };
  // Capitals hide nothing from the scan; other folds may.
  if (found === Noise.Upper) return new Lowered(original);
  return repair(original, found, units);
}

function ownOf(text: string): Units {
  own.fill(text);
  return own;
}

function repair(original: string, first: number, units: Units): Normalised {
  let draft: Draft = { text: original, starts: null, ends: null };
  let found = first;
  for (let round = 0; round < ROUNDS && found !== Noise.None; round += 1) {
    const before = draft.text;
    draft = removeNoise(draft, found);
    if (draft.text === before) break;
    units.fill(draft.text);
    found = scan(draft.text, units);
  }
  units.fill(draft.text);
  return { text: draft.text, map: draft.starts, ends: draft.ends };
}
