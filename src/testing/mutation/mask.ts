import type { Lexicon, Term } from '../../lexicon/lexicon.ts';
import { isWordUnit } from '../../lexicon/pack.ts';
import type { ChangedTerms } from './vocabulary.ts';

const EAST_ASIAN = 0x2e80;
const NO_CHANGE: ChangedTerms = new Map();

/** What a term of a lexicon can be watched and changed by, for a while, without building the lexicon anew. */
export interface Mask {
  /** Gets every term that is found in a text, until another listener is set; `undefined` for nobody. */
  listen(listener: ((term: string) => void) | undefined): void;
  /** Changes what terms mean; the empty map gives back what the lexicon has. */
  put(changed: ChangedTerms): void;
}

/**
 * Puts a mask before a lexicon. From then on the lexicon finds what the mask shows.
 *
 * @param lexicon its `match` is wrapped for good.
 */
export function maskOf(lexicon: Lexicon): Mask {
  const found = lexicon.match.bind(lexicon);
  let changed = NO_CHANGE;
  let terms = new Map<string, Term>();
  let tell: ((term: string) => void) | undefined;

  lexicon.match = (text, from, to) => {
    let term = found(text, from, to);
    if (tell !== undefined && term !== undefined) tell(termIn(text, from, lexicon.matchEnd));
    if (changed.size === 0) return term;
    while (term !== undefined) {
      const words = termIn(text, from, lexicon.matchEnd);
      const concepts = changed.get(words);
      if (concepts === undefined) return term;
      if (concepts.length > 0) {
        const known = terms.get(words) ?? lexicon.termOf(concepts.map((concept) => lexicon.id(concept)));
        terms.set(words, known);
        return known;
      }
      term = shorter(text, from, lexicon.matchEnd);
    }
    return undefined;
  };

  /** The longest term that ends before another one does, where a term may end. */
  function shorter(text: string, from: number, before: number): Term | undefined {
    let to = before - 1;
    while (to > from && isInsideWord(text, to)) to--;
    return to > from ? found(text, from, to) : undefined;
  }

  return {
    listen(listener) {
      tell = listener;
    },
    put(more) {
      changed = more;
      terms = new Map();
    },
  };
}

/** The term that a stretch of text is: line breaks inside stand for nothing in Chinese, and for a space elsewhere. */
function termIn(text: string, from: number, to: number): string {
  const words = text.slice(from, to);
  if (!words.includes('\n')) return words;
  return words.replace(/\n/g, (_, at: number) => (words.charCodeAt(at - 1) < EAST_ASIAN ? ' ' : ''));
}

/** Whether no term may end here: between two letters, or before 't. */
function isInsideWord(text: string, at: number): boolean {
  if (isWordUnit(text.charCodeAt(at)) && isWordUnit(text.charCodeAt(at - 1))) return true;
  return text.startsWith("'t", at);
}
