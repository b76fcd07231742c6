import { isWordUnit } from './pack.ts';

/** What longer terms take over from the shorter ones in them. */
export interface Heritage {
  /** Concepts that a longer term inherits from a shorter one that it begins with: 没法给您 is still a 没法. */
  readonly inherited: readonly string[];
  /** Concepts that a longer term keeps from a shorter one that it begins or ends with: "i'll wire" is still a "wire" … */
  readonly kept: readonly string[];
  /** … unless the longer one has one of these: "can't wire" is not. */
  readonly refusing: readonly string[];
}

/** The concept of terms that only keep shorter terms from matching; they inherit nothing. */
const SHIELD = 'neutral';

function isInsideWord(term: string, at: number): boolean {
  return isWordUnit(term.charCodeAt(at)) && isWordUnit(term.charCodeAt(at - 1));
}

/**
 * Passes concepts on among terms.
 *
 * @param vocabulary Term → its concepts; changed in place.
 * @param terms Those that may inherit, in order.
 */
export function passOn(vocabulary: Map<string, readonly string[]>, terms: readonly string[], { inherited, kept, refusing }: Heritage): void {
  const passing = new Set(inherited);
  const keeping = new Set(kept);
  const barring = new Set([SHIELD, ...refusing]);
  for (const term of terms) inherit(vocabulary, term, passing);
  if (keeping.size > 0) for (const term of terms) keep(vocabulary, term, keeping, barring);
}

function inherit(vocabulary: Map<string, readonly string[]>, term: string, passing: ReadonlySet<string>): void {
  const own = vocabulary.get(term) ?? [];
  if (own.includes(SHIELD)) return;
  const found: string[] = [];
  for (let end = 1; end < term.length; end++) {
    if (!isInsideWord(term, end)) found.push(...conceptsOf(vocabulary, term.slice(0, end), passing));
  }
  add(vocabulary, term, own, found);
}

function keep(vocabulary: Map<string, readonly string[]>, term: string, keeping: ReadonlySet<string>, barring: ReadonlySet<string>): void {
  const own = vocabulary.get(term) ?? [];
  if (own.some((concept) => barring.has(concept))) return;
  const found: string[] = [];
  for (let end = 2; end < term.length; end++) {
    if (!isInsideWord(term, end)) found.push(...conceptsOf(vocabulary, term.slice(0, end), keeping));
  }
  for (let start = 1; start < term.length - 1; start++) {
    if (!isInsideWord(term, start)) found.push(...conceptsOf(vocabulary, term.slice(start), keeping));
  }
  add(vocabulary, term, own, found);
}

function conceptsOf(vocabulary: ReadonlyMap<string, readonly string[]>, term: string, wanted: ReadonlySet<string>): string[] {
  return (vocabulary.get(term) ?? []).filter((concept) => wanted.has(concept));
}

function add(vocabulary: Map<string, readonly string[]>, term: string, own: readonly string[], found: readonly string[]): void {
  const missing = [...new Set(found)].filter((concept) => !own.includes(concept));
  if (missing.length > 0) vocabulary.set(term, [...own, ...missing]);
}
