/**
 * Looking words up at a place in a text, forwards and backwards. What stands at a place is walked once and kept for
 * the next questions about the same place, since one quantity asks several.
 */
import { standsAt, unitAt } from '../text/unit.ts';
import type { Units } from '../text/units.ts';
import { fits, isLetter, skipSpacesBack } from './fit.ts';
import type { Numeral } from './numeral.ts';
import type { Lead, Lexeme, Vocabulary } from './vocabulary.ts';

const SLOTS = 16;
const DEPTH = 4;
/** Holds no text. */
const NO_CODES = new Uint16Array(0);
const MAX_OFFSET = 1 << 29;

/** A text under reading. One scanner serves one text after another. */
export class Scanner {
  /** The code units of the text, with zeros behind. */
  codes: Uint16Array = NO_CODES;
  /** Where the last quantity ended: lead words are looked for up to here. */
  floor = 0;
  /** One past the word that `find` returned last. */
  end = 0;
  /** The roles among those asked for in which the word that `find` returned last fits its neighbours. */
  roles = 0;
  /** Where the word starts that `findLead` returned last. */
  leadStart = 0;
  /** The numerals read last, by place. */
  readonly numerals: (Numeral | null)[] = new Array<Numeral | null>(SLOTS).fill(null);
  /** What is added to the places of this text, so that those of earlier texts need not be wiped out. */
  offset = 0;
  /** The places of `numerals`, with `offset`. */
  readonly numeralPlaces = new Int32Array(SLOTS).fill(-1);
  readonly vocabulary: Vocabulary;
  /** How long the text is. */
  private length = 0;
  private readonly places = new Int32Array(SLOTS).fill(-1);
  private readonly counts = new Uint8Array(SLOTS);
  private readonly masks = new Int32Array(SLOTS);
  private readonly ends = new Int32Array(SLOTS * DEPTH);
  private readonly lexemes: (Lexeme | null)[] = new Array<Lexeme | null>(SLOTS * DEPTH).fill(null);

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Takes up a text. */
  open({ codes, length }: Units): void {
    this.codes = codes;
    this.length = length;
    this.floor = 0;
  }

  /** Lets go of the text. */
  close(): void {
    this.offset += this.length + 1;
    this.codes = NO_CODES;
    if (this.offset < MAX_OFFSET) return;
    this.offset = 0;
    this.places.fill(-1);
    this.numeralPlaces.fill(-1);
  }

  /** Bits of all roles that some word at `at` has, whether or not its neighbours suit it. */
  mask(at: number): number {
    return this.masks[this.slot(at)] as number;
  }

  /** The longest word at `at` with one of the roles in `mask`, or null. A Latin word ends where its letters end. */
  find(at: number, mask: number): Lexeme | null {
    const slot = this.slot(at);
    if (((this.masks[slot] as number) & mask) === 0) return null;
    for (let i = slot * DEPTH + (this.counts[slot] as number) - 1; i >= slot * DEPTH; i--) {
      const lexeme = this.lexemes[i];
      if (!lexeme || (lexeme.mask & mask) === 0) continue;
      const end = this.ends[i] as number;
      let roles = lexeme.mask & mask;
      for (let k = 0; k < lexeme.fits.length; k++) {
        const { bit, fit } = lexeme.fits[k] as Lexeme['fits'][number];
        if ((roles & bit) !== 0 && !fits(this.codes, at, end, fit)) roles &= ~bit;
      }
      if (roles === 0) continue;
      this.end = end;
      this.roles = roles;
      return lexeme;
    }
    return null;
  }

  /** The longest lead word that ends right before `at` (spaces skipped), back to `floor` at most, or null. */
  findLead(at: number): Lead | null {
    const { codes, floor } = this;
    const trie = this.vocabulary.leads;
    const end = skipSpacesBack(codes, at);
    if (end === at && at > 0 && isLetter(unitAt(codes, at - 1)) && isLetter(unitAt(codes, at))) return null;
    let best: Lead | null = null;
    let node = 0;
    for (let i = end - 1; i >= floor; i--) {
      node = i === end - 1 ? trie.first(codes[i]!) : trie.step(node, codes[i]!);
      if (node === 0) break;
      const lead = trie.values[node];
      if (lead !== undefined && this.isLeadAt(lead, i, end)) best = lead;
      const rest = trie.rests[node];
      if (rest === undefined) continue;
      const start = i - rest.text.length;
      if (start >= floor && endsBackwards(codes, start, rest.text) && this.isLeadAt(rest.value, start, end)) best = rest.value;
      break;
    }
    return best;
  }

  private isLeadAt(lead: Lead, start: number, end: number): boolean {
    const { codes } = this;
    if (start > 0 && isLetter(unitAt(codes, start)) && isLetter(unitAt(codes, start - 1))) return false;
    if (lead.fit && !fits(codes, start, end, lead.fit)) return false;
    this.leadStart = start;
    return true;
  }

  private slot(at: number): number {
    const slot = at & (SLOTS - 1);
    if (this.places[slot] !== at + this.offset) this.walk(slot, at);
    return slot;
  }

  private walk(slot: number, at: number): void {
    const { codes } = this;
    const trie = this.vocabulary.words;
    this.places[slot] = at + this.offset;
    this.counts[slot] = 0;
    this.masks[slot] = 0;
    let node = 0;
    for (let i = at; i < this.length; ) {
      node = i === at ? trie.first(codes[i++]!) : trie.step(node, codes[i++]!);
      if (node === 0) return;
      const lexeme = trie.values[node];
      if (lexeme !== undefined) this.keep(slot, lexeme, i);
      const rest = trie.rests[node];
      if (rest === undefined) continue;
      if (standsAt(codes, rest.text, i)) this.keep(slot, rest.value, i + rest.text.length);
      return;
    }
  }

  private keep(slot: number, lexeme: Lexeme, end: number): void {
    const { codes, lexemes, ends } = this;
    if (isLetter(unitAt(codes, end - 1)) && isLetter(unitAt(codes, end))) return;
    const base = slot * DEPTH;
    let count = this.counts[slot] as number;
    if (count === DEPTH) {
      // The shortest gives way.
      for (let k = base; k < base + DEPTH - 1; k++) {
        lexemes[k] = lexemes[k + 1] as Lexeme;
        ends[k] = ends[k + 1] as number;
      }
      count--;
    }
    lexemes[base + count] = lexeme;
    ends[base + count] = end;
    this.counts[slot] = count + 1;
    this.masks[slot] = (this.masks[slot] as number) | lexeme.mask;
  }
}

/** Whether `word`, which is spelt backwards, stands in the text from `start` on. */
function endsBackwards(codes: Uint16Array, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (codes[start + i]! !== word.charCodeAt(word.length - 1 - i)) return false;
  return true;
}
