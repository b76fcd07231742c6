/** The words of language packs, packed or not, as one vocabulary. */
import { passOn } from './heritage.ts';
import type { Heritage } from './heritage.ts';
import { numbersIn, unpack } from './pack.ts';
import type { LanguagePack, PackedPack } from './pack.ts';

/** A language pack in either form. */
export type Pack = LanguagePack | PackedPack;

/** The terms of all packs with their concepts, those included that they take over. */
export function vocabularyOf(packs: readonly Pack[], heritage?: Heritage): Map<string, readonly string[]> {
  const vocabulary = new Map<string, readonly string[]>();
  const inheriting: string[] = [];
  const add = (term: string, concepts: readonly string[]): void => {
    const known = vocabulary.get(term);
    vocabulary.set(term, known === undefined ? concepts : [...known, ...concepts.filter((concept) => !known.includes(concept))]);
  };
  for (const pack of packs) {
    if ('sets' in pack) {
      const names = pack.concepts.split(' ');
      const sets = pack.sets.split('\n').map((set) => numbersIn(set).map((number) => names[number]!));
      const terms = pack.terms.split('\n');
      pack.numbers.split('\n').forEach((numbers, index) => unpack(terms[index]!, numbers, (term, set) => add(term, sets[set]!)));
      continue;
    }
    for (const key of Object.keys(pack.terms)) {
      for (const term of pack.terms[key]!.split('|')) {
        if (term === '') continue;
        add(term, key.split(' '));
        inheriting.push(term);
      }
    }
  }
  if (heritage !== undefined) passOn(vocabulary, inheriting, heritage);
  return vocabulary;
}

/** The names of the concepts that a pack's terms have; some more than once. */
export function conceptsOf(pack: Pack): readonly string[] {
  return 'sets' in pack ? pack.concepts.split(' ') : Object.keys(pack.terms).flatMap((key) => key.split(' '));
}
