/**
 * Characters that Chinese numerals are made of: one look-up in a table says what a character counts for.
 */
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

const NONE: HanNumeral = { digit: -1, power: 0, tens: 0, vague: false };

/** The characters of some languages. */
export class HanNumerals {
  /** Code unit → its place in `known`; 0 for none. */
  private readonly places = new Uint8Array(65536);
  private readonly known: HanNumeral[] = [NONE];

  constructor(packs: readonly QuantityPack[]) {
    for (const { han } of packs) {
      if (han === undefined) continue;
      for (const [character, digit] of Object.entries(han.digits)) this.add(character, { digit });
      for (const [character, power] of Object.entries(han.powers)) this.add(character, { power });
      for (const [character, tens] of Object.entries(han.tens)) this.add(character, { tens });
      for (const character of han.vague) this.add(character, { vague: true });
    }
  }

  /** The code units of all characters. */
  get units(): number[] {
    return Array.from(this.places.keys()).filter((unit) => this.places[unit] !== 0);
  }

  /** What stands at a place in a text; nothing beyond its end. */
  at(text: string, at: number): HanNumeral {
    return at < text.length ? this.known[this.places[text.charCodeAt(at)]!]! : NONE;
  }

  /** Whether a character that numerals are made of stands at a place. */
  isAt(text: string, at: number): boolean {
    return this.at(text, at) !== NONE;
  }

  private add(character: string, more: Partial<HanNumeral>): void {
    const unit = character.charCodeAt(0);
    const place = this.places[unit]! || this.known.length;
    this.places[unit] = place;
    this.known[place] = { ...(this.known[place] ?? NONE), ...more };
  }
}
