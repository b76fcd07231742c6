/**
 * Characters that Chinese numerals are made of: one look-up says what a character counts for.
 */
import { unitAt } from '../text/unit.ts';
import type { QuantityPack } from './pack.ts';

/** What a character is in a numeral. */
export interface HanNumeral {
  /** 0 to 9, or -1 if it is no digit. */
  readonly digit: number;
  /** The power of ten that it stands for, or 0. */
  readonly power: number;
  /** The tens that it stands for by itself (廿), or 0. */
  readonly tens: number;
  /** It stands for some number: 几. */
  readonly vague: boolean;
}

/** The characters of some languages, by their code units. */
export type HanNumerals = ReadonlyMap<number, HanNumeral>;

/** What any other character is. */
export const NO_NUMERAL: HanNumeral = { digit: -1, power: 0, tens: 0, vague: false };

/** Gathers the characters of some languages. */
export function hanNumeralsOf(packs: readonly QuantityPack[]): HanNumerals {
  const known = new Map<number, HanNumeral>();
  const add = (character: string, more: Partial<HanNumeral>): void => {
    const unit = character.charCodeAt(0);
    known.set(unit, { ...(known.get(unit) ?? NO_NUMERAL), ...more });
  };
  for (const { han } of packs) {
    if (han === undefined) continue;
    for (const [character, digit] of Object.entries(han.digits)) add(character, { digit });
    for (const [character, power] of Object.entries(han.powers)) add(character, { power });
    for (const [character, tens] of Object.entries(han.tens)) add(character, { tens });
    for (const character of han.vague) add(character, { vague: true });
  }
  return known;
}

/** What stands at a place in a text. */
export function hanAt(han: HanNumerals, codes: Uint16Array, at: number): HanNumeral {
  return han.get(unitAt(codes, at)) ?? NO_NUMERAL;
}
