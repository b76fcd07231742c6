/** The library's own rule data, as what mutation takes away: entries of the language packs, and the replies that must notice. */
import { extendedEngine } from '../../src/default-engine.ts';
import { loadPolicyDocument } from '../../src/index.ts';
import { loadFixtures } from '../../src/testing/files.ts';
import { languageOf } from '../../src/testing/fixture.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import type { Setting } from '../../src/testing/mutation/suite.ts';
import { piecesOf } from '../../src/testing/mutation/vocabulary.ts';
import type { WordEntry } from '../../src/testing/mutation/vocabulary.ts';
import { expandWord } from '../../src/lexicon/alternatives.ts';
import { ROOT } from '../root.ts';
import { conceptsOfKey, dataFiles, readRules, termsOf } from '../rule-data.ts';
import type { Example, RuleFile } from '../rule-data.ts';

/** The words of the language packs: as entries that say what each spelling means, and as pieces that can go by themselves. */
export interface LibraryWords {
  /** Every spelling, in the order in which the packs are made. */
  readonly entries: readonly WordEntry[];
  /** Every word as it stands in its file, in pieces where it has alternatives. */
  readonly pieces: readonly WordEntry[];
}

/** Every word of the language packs. */
export function libraryWords(): LibraryWords {
  const entries: (WordEntry & { readonly order: string })[] = [];
  const pieces: WordEntry[] = [];
  for (const { file, value } of dataFiles('rules/{zh,en}/*.yml')) {
    if (file.endsWith('quantities.yml')) continue;
    for (const [key, words] of Object.entries((value ?? {}) as Record<string, readonly unknown[]>)) {
      for (const word of words.map(String)) {
        const concepts = conceptsOfKey(key);
        for (const spelling of expandWord(word)) {
          const terms = termsOf(spelling);
          for (const concept of concepts) {
            // Chinese comes before English; within a language concepts and words go by the alphabet.
            entries.push({ place: file, concepts: [concept], word, terms, order: `${file.startsWith('rules/zh') ? 0 : 1} ${concept}\u0000${terms[0] ?? ''}` });
          }
        }
        pieces.push(...piecesOf({ place: file, concepts, word, terms: [] }, termsOf));
      }
    }
  }
  return { entries: entries.sort((a, b) => (a.order < b.order ? -1 : 1)), pieces };
}

/** All fixtures, and the rules' own examples as fixtures. */
export function libraryFixtures(): Fixture[] {
  return [...loadFixtures(['fixtures'], { root: ROOT }), ...readRules().flatMap(examplesOf)];
}

function examplesOf(rule: RuleFile): Fixture[] {
  const fixtureOf = (kind: 'bad' | 'good') => ({ reply, mark, policy, context = {} }: Example, index: number): Fixture => {
    const lang = languageOf(reply);
    const labels = kind === 'bad' && rule.status === 'stable' ? [rule.category] : [];
    return {
      id: `${rule.id}/${kind}-${index + 1}`,
      reply,
      labels,
      // An example speaks of its own rule alone; what others say of it is theirs.
      allowed: [],
      lang,
      policy: policy ?? (lang === 'zh' ? 'default' : 'us-store'),
      context,
      marks: mark === undefined || labels.length === 0 ? [] : [{ label: rule.category, words: mark }],
      marking: 'exact',
      fragment: false,
      file: rule.file,
      line: 1,
    };
  };
  return [...rule.examples.bad.map(fixtureOf('bad')), ...rule.examples.good.map(fixtureOf('good'))];
}

/** What a fixture of the library is judged by: its policy, and the engine for that. */
export function librarySettings(): (fixture: Fixture) => Setting {
  const policies = new Map<string, Setting>();
  return ({ policy: reference }) => {
    const key = JSON.stringify(reference);
    const known = policies.get(key);
    if (known !== undefined) return known;
    const policy = loadPolicyDocument(reference);
    const setting = { policy, engine: extendedEngine(policy, {}) };
    policies.set(key, setting);
    return setting;
  };
}
