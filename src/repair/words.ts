import { mending } from '../generated/mending.ts';
import type { WORD_KINDS } from './mending.ts';

/** The words of one kind; matched in lower case, a Latin one at the beginning of a word only. */
class Terms {
  private readonly terms: readonly string[];

  constructor(source: string) {
    // The longest first, so that 但是 goes before 但.
    this.terms = source.split('|').sort((a, b) => b.length - a.length);
  }

  /** Whether the text has one of the words. */
  in(text: string): boolean {
    const lower = text.toLowerCase();
    return this.terms.some((term) => {
      for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1)) {
        if (!isLetter(term.charCodeAt(0)) || at === 0 || !isLetter(lower.charCodeAt(at - 1))) return true;
      }
      return false;
    });
  }

  /** Length of the whole word that the text begins with, 0 if it is none of these. */
  atStart(text: string): number {
    const lower = text.slice(0, LONGEST).toLowerCase();
    const term = this.terms.find((word) => lower.startsWith(word) && !(isLetter(word.charCodeAt(0)) && isLetter(lower.charCodeAt(word.length))));
    return term?.length ?? 0;
  }

  /** Length of the whole word that the text ends with, 0 if it is none of these. */
  atEnd(text: string): number {
    const lower = text.slice(-LONGEST).toLowerCase();
    const term = this.terms.find((word) => lower.endsWith(word) && !(isLetter(word.charCodeAt(0)) && isLetter(lower.charCodeAt(lower.length - word.length - 1))));
    return term?.length ?? 0;
  }
}

const LONGEST = 40;

/** Whether the code unit is a Latin letter. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether the text has a Chinese character. */
export function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) return true;
  }
  return false;
}

/** How much is said: a Chinese character counts 1, a Latin word 2. */
export function amountSaid(text: string): number {
  let amount = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) amount += 1;
    else if (isLetter(code) && !isLetter(text.charCodeAt(at - 1))) amount += 2;
  }
  return amount;
}

let compiled: { readonly [kind in (typeof WORD_KINDS)[number]]: Terms } | undefined;

/** The words by kind; compiled on first use. */
export function words(): NonNullable<typeof compiled> {
  const source = mending.words;
  compiled ??= {
    stands: new Terms(source.stands),
    stress: new Terms(source.stress),
    lead: new Terms(source.lead),
    connectives: new Terms(source.connectives),
    soothing: new Terms(source.soothing),
    greeting: new Terms(source.greeting),
    label: new Terms(source.label),
    preposition: new Terms(source.preposition),
    dependent: new Terms(source.dependent),
  };
  return compiled;
}
