/** The words of language packs, packed or not, as one vocabulary. */
import { passOn } from './heritage.ts';
import type { Heritage } from './heritage.ts';
import { unpack } from './pack.ts';
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
      const sets = pack.sets.split('|').map((set) => set.split(' '));
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

/** The sets of concepts that a pack's terms have, each as names with spaces between. */
export function setsOf(pack: Pack): readonly string[] {
  return 'sets' in pack ? pack.sets.split('|') : Object.keys(pack.terms);
}
