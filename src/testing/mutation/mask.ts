import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Term } from '../../lexicon/term.ts';
import { isWordUnit } from '../../lexicon/pack.ts';
import { standsAt } from '../../text/unit.ts';
import type { Units } from '../../text/units.ts';
import type { ChangedTerms } from './vocabulary.ts';

const EAST_ASIAN = 0x2e80;
const NO_CHANGE: ChangedTerms = new Map();

/** What a term of a lexicon can be watched and changed by, for a while, without building the lexicon anew. */
export interface Mask {
  /** Gets every term that is found in a text, until another listener is set; `undefined` for nobody. */
  listen(listener: ((term: string) => void) | undefined): void;
  /** Changes what terms mean, on top of what was kept; the empty map gives that back. */
  put(changed: ChangedTerms): void;
  /** Changes what terms mean for good. */
  keep(changed: ChangedTerms): void;
}

/**
 * Puts a mask before a lexicon. From then on the lexicon finds what the mask shows.
 *
 * @param lexicon its `find` is wrapped for good.
 */
export function maskOf(lexicon: Lexicon): Mask {
  const found = lexicon.find.bind(lexicon);
  const kept = new Map<string, readonly string[]>();
  let changed = NO_CHANGE;
  let tell: ((term: string) => void) | undefined;

  lexicon.find = (text, from, to) => {
    let term = found(text, from, to);
    if (changed.size === 0 && kept.size === 0 && tell === undefined) return term;
    while (term !== undefined) {
      const words = termIn(text.codes, from, lexicon.matchEnd);
      const concepts = changed.get(words) ?? kept.get(words);
      if (concepts === undefined || concepts.length > 0) {
        tell?.(words);
        return concepts === undefined ? term : lexicon.termOf(concepts.map((concept) => lexicon.id(concept)));
      }
      term = shorter(text, from, lexicon.matchEnd);
    }
    return undefined;
  };

  /** The longest term that ends before another one does, where a term may end. */
  function shorter(text: Units, from: number, before: number): Term | undefined {
    let to = before - 1;
    while (to > from && isInsideWord(text.codes, to)) to--;
    return to > from ? found(text, from, to) : undefined;
  }

  return {
    listen(listener) {
      tell = listener;
    },
    put(more) {
      changed = more;
    },
    keep(more) {
      for (const [term, concepts] of more) kept.set(term, concepts);
      changed = NO_CHANGE;
    },
  };
}

/** The term that a stretch of text is: line breaks inside stand for nothing in Chinese, and for a space elsewhere. */
function termIn(codes: Uint16Array, from: number, to: number): string {
  const words = String.fromCharCode(...codes.subarray(from, to));
  if (!words.includes('\n')) return words;
  return words.replace(/\n/g, (_, at: number) => (words.charCodeAt(at - 1) < EAST_ASIAN ? ' ' : ''));
}

/** Whether no term may end here: between two letters, or before 't. */
function isInsideWord(codes: Uint16Array, at: number): boolean {
  if (isWordUnit(codes[at]!) && isWordUnit(codes[at - 1]!)) return true;
  return standsAt(codes, "'t", at);
}
