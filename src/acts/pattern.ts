import type { Lexicon } from '../lexicon/lexicon.ts';

/**
 * A frame's pattern, a small language over concepts (never over words or characters):
 *
 * - `a b`: both concepts in one clause, in any order
 * - `a > b`: b later than a in the same clause; `a >4 b`: at most 4 characters between them
 * - `a|b`: either concept
 * - `!c`: the clause holds no c
 * - `~ a b`: look in the neighbouring clauses of the sentence too; `~~ a b`: in two on either side
 *
 * Quantities are concepts as well: `#time`, `#day`, `#later`, `#now`, `#money`, `#multiple`, `#percent`, `#number`.
 */
export interface Pattern {
  readonly elements: readonly PatternElement[];
  /** Ids of concepts that must be absent. */
  readonly absent: readonly number[];
  /** How many neighbouring clauses count on either side. */
  readonly reach: number;
  /** The ids that the pattern is indexed by: those of one element. */
  readonly anchors: readonly number[];
  /** The text of the pattern, for explanations. */
  readonly source: string;
}

/** One concept (or one of several) that must be present. */
export interface PatternElement {
  readonly ids: readonly number[];
  /** Largest gap in characters to the element before, or -1 if the order does not matter. */
  readonly after: number;
}

const ANY_GAP = 10_000;

/** Whether the lexicon has every concept of which the pattern needs one. */
export function known(source: string, lexicon: Lexicon): boolean {
  return source.split(' ').every((word) => isMark(word) || lexicon.idsOf(word).length > 0);
}

/** Whether a word of a pattern names nothing that must be present. */
function isMark(word: string): boolean {
  return word === '' || word.startsWith('>') || word.startsWith('!') || isReach(word);
}

function isReach(word: string): boolean {
  return word.startsWith('~') && /^~+$/.test(word);
}

/**
 * Reads a pattern.
 *
 * @param partial Leave out alternatives that the lexicon lacks, instead of refusing them.
 * @param except Concepts that must be absent besides those that the pattern names; not such as it asks for itself.
 * @throws Error that names the faulty part, or the concept that no pack has.
 */
export function parsePattern(source: string, lexicon: Lexicon, partial = false, except: readonly string[] = []): Pattern {
  const words = source.split(' ').filter((word) => word !== '');
  const reach = isReach(words[0] ?? '') ? words[0]!.length : 0;
  const elements: PatternElement[] = [];
  const absent: number[] = [];
  let after = -1;
  for (const word of reach > 0 ? words.slice(1) : words) {
    if (word.startsWith('>')) {
      after = word === '>' ? ANY_GAP : Number(word.slice(1));
      if (!(after >= 0) || elements.length === 0) throw new Error(`pattern "${source}": misplaced "${word}"`);
    } else if (word.startsWith('!')) {
      absent.push(...conceptIds(word.slice(1), source, lexicon, partial));
    } else {
      elements.push({ ids: conceptIds(word, source, lexicon, partial), after });
      after = -1;
    }
  }
  if (elements.length === 0) throw new Error(`pattern "${source}": names no concept that must be present`);
  for (const name of except) {
    for (const id of conceptIds(name, source, lexicon, partial)) {
      if (!absent.includes(id) && !elements.some(({ ids }) => ids.includes(id))) absent.push(id);
    }
  }
  return { elements, absent, reach, anchors: anchorOf(elements, lexicon), source };
}

function conceptIds(word: string, source: string, lexicon: Lexicon, partial: boolean): readonly number[] {
  const unknown = partial ? undefined : word.split('|').find((name) => lexicon.id(name) < 0);
  if (unknown !== undefined) throw new Error(`pattern "${source}": no language pack has the concept "${unknown}"`);
  return lexicon.idsOf(word);
}

/** The element to index by: a word rather than a quantity, and the one with the fewest alternatives. */
function anchorOf(elements: readonly PatternElement[], lexicon: Lexicon): readonly number[] {
  const isQuantity = (id: number): boolean => lexicon.concepts[id]!.startsWith('#');
  let best = elements[0]!.ids;
  let least = Infinity;
  for (const { ids } of elements) {
    const cost = ids.length + (ids.some(isQuantity) ? 100 : 0);
    if (cost >= least) continue;
    best = ids;
    least = cost;
  }
  return best;
}
