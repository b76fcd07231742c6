import type { Language } from '../types.ts';

/**
 * The words of one language, as data: which terms express which concept.
 * A concept knows of no rule; a rule knows of no word.
 */
export interface LanguagePack {
  /** Code of the language: `zh`, `en`, or a language of the user's own. */
  readonly language: Language | (string & {});
  /**
   * Concept → its terms, joined by `|`, in canonical form (lower case, simplified characters).
   * A term may belong to several concepts; a key may name several concepts, with spaces between them.
   */
  readonly terms: Readonly<Record<string, string>>;
  /** Whether longer terms have what they take over from shorter ones already, as in the library's own packs. */
  readonly complete?: boolean;
}
