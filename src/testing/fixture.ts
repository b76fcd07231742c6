import type { Category, Language } from '../types.ts';
import type { PolicyReference } from './checker.ts';

/** A reply with what the check must say about it. */
export interface Fixture {
  /** Unique among all fixtures that are loaded together. */
  readonly id: string;
  readonly reply: string;
  /**
   * Phrases that are put in place of `{}` in the reply and in the marks, one after the other; the fixture passes if all of these
   * replies do. Absent where the reply is just what it says. See `repliesOf`.
   */
  readonly each?: readonly string[];
  /** What the reply must get; empty for a good reply. */
  readonly labels: readonly Category[];
  /** What is neither asked for nor held against. */
  readonly allowed: readonly Category[];
  readonly lang: Language;
  readonly policy: PolicyReference;
  readonly context: Readonly<Record<string, unknown>>;
  /** The words that a finding must mark, by label. Each stands in the reply. */
  readonly marks: readonly Mark[];
  /** `exact`: a finding must mark just these words; `overlap`: it must touch them. */
  readonly marking: 'exact' | 'overlap';
  readonly source?: { readonly article: string; readonly quote: string };
  readonly why?: string;
  /** Why it is known to fail, if the file says so. */
  readonly knownGap?: string;
  /** A phrase that documents a rule: loaded, never judged. */
  readonly fragment: boolean;
  /** File that it came from, as given to the loader. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
}

/** Words that a finding of `label` must mark. With `each`, `{}` stands for the phrase. */
export interface Mark {
  readonly label: Category;
  readonly words: string;
}

/**
 * The language of a reply that does not say: the script with the majority, Chinese on a tie.
 *
 * @param reply the reply
 * @returns `zh` or `en`
 */
export function languageOf(reply: string): Language {
  let han = 0;
  let latin = 0;
  let inWord = false;
  for (const character of reply) {
    const code = character.codePointAt(0) ?? 0;
    const isLatin = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x3ffff)) han += 1;
    // A Latin word weighs as much as a Chinese word, which has about two characters.
    else if (isLatin && !inWord) latin += 2;
    inWord = isLatin;
  }
  return han >= latin ? 'zh' : 'en';
}
