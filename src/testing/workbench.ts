/** What a shop's own fixtures say of its own data: which pieces they hold to, and which they never touch. */
import { CUES } from '../acts/modifiers.ts';
import { HERITAGE } from '../acts/heritage.ts';
import { conceptsOf, DATA, extendedEngine } from '../default-engine.ts';
import type { Engine } from '../engine.ts';
import { expandWord } from '../lexicon/alternatives.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { loadPolicyDocument } from '../policy/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Extension } from '../rules/schema.ts';
import { normalise } from '../text/normalise.ts';
import type { PolicyReference } from './checker.ts';
import type { Fixture } from './fixture.ts';
import { withoutPatterns } from './mutation/patterns.ts';
import type { PieceEffect } from './mutation/piece.ts';
import { withoutPolicyValues } from './mutation/policies.ts';
import { withoutRuleParts } from './mutation/rules.ts';
import { casesOf } from './mutation/suite.ts';
import type { Case, Setting } from './mutation/suite.ts';
import { withoutEntries } from './mutation/terms.ts';
import { piecesOf, Vocabulary } from './mutation/vocabulary.ts';
import type { WordEntry } from './mutation/vocabulary.ts';

/** What a shop adds to the library. */
export interface ShopData {
  readonly extension: Extension;
  /** The shop's policy, for the words in it. Default: none. */
  readonly policy?: PolicyReference | undefined;
}

/** What is taken away: the shop's own data, or the library's too. */
export type MutationScope = 'own' | 'all';

/** The fixtures as cases, each with the engine and the policy that judge it; by the rules alone. */
export function shopCases(fixtures: readonly Fixture[], { extension }: ShopData): Case[] {
  const settings = new Map<string, Setting>();
  return casesOf(fixtures, ({ policy: reference }) => {
    const key = JSON.stringify(reference);
    const known = settings.get(key);
    if (known !== undefined) return known;
    const policy = loadPolicyDocument(reference);
    const setting = { policy, engine: ownEngine(policy, extension) };
    settings.set(key, setting);
    return setting;
  });
}

/** The engines of cases are changed while pieces are taken away, so none may be the one that the whole library shares. */
function ownEngine(policy: Policy, extension: Extension): Engine {
  // An act without patterns adds nothing, and makes the engine one of its own.
  return extendedEngine(policy, { ...extension, acts: [...(extension.acts ?? []), { act: 'nothing', patterns: [] }] });
}

/**
 * Takes each piece of the shop's data away, or turns it round, and says which fixture notices: its words, its acts, its rules,
 * and the values of its policy; with `all`, the library's rules, patterns and words too.
 *
 * @param fixtures the shop's fixtures
 * @param shop what the shop adds
 * @param scope default `own`
 */
export function* mutateShop(fixtures: readonly Fixture[], shop: ShopData, scope: MutationScope = 'own'): Generator<PieceEffect> {
  const { extension } = shop;
  const cases = shopCases(fixtures, shop);
  const { acts = [], rules = [] } = extension;
  yield* withoutRuleParts(rules, cases);
  yield* withoutPatterns(acts, DATA.acts, cases);
  yield* withoutPolicyValues(cases);
  if (scope === 'all') {
    const replaced = new Set(rules.map(({ id }) => id));
    yield* withoutRuleParts(DATA.rules.filter(({ id }) => !replaced.has(id)), cases);
    yield* withoutPatterns(DATA.acts, acts, cases);
  }
  const own = ownWords(shop);
  const library = libraryWords();
  const words = new Vocabulary([...library, ...own], HERITAGE);
  const pieces = own.flatMap((entry) => piecesOf(entry, canonical));
  for (const { entry, ...effect } of withoutEntries(scope === 'all' ? [...pieces, ...library] : pieces, words, cases)) {
    const kind = CUES.some((cue) => entry.concepts.includes(cue)) ? 'cue' : 'word';
    yield { kind, place: entry.place, piece: entry.name ?? entry.word, ...effect };
  }
}

/** The words that a shop adds: of its extension, and of its policy. */
export function ownWords({ extension, policy }: ShopData): WordEntry[] {
  const termsOf = (word: string): string[] => expandWord(word).flatMap(canonical);
  const vocabularies = [extension.vocabulary ?? {}, policy === undefined ? {} : loadPolicyDocument(policy).vocabulary];
  const listed = vocabularies.flatMap((languages) =>
    Object.entries(languages).flatMap(([language, concepts]) =>
      Object.entries(concepts).flatMap(([concept, words]) =>
        words.map((word) => ({ place: `${language}.${concept}`, concepts: [concept], word, terms: termsOf(word) })),
      ),
    ),
  );
  const synonyms = Object.entries(extension.synonyms ?? {}).map(([word, known]) => ({
    place: 'synonyms',
    concepts: conceptsOf(known),
    word,
    terms: termsOf(word),
  }));
  return [...listed, ...synonyms];
}

function canonical(word: string): string[] {
  return [normalise(word).text.trim()].filter((term) => term !== '');
}

function libraryWords(): WordEntry[] {
  return [...vocabularyOf(DATA.packs)].map(([term, concepts]) => ({ place: 'library', concepts, word: term, terms: [term], settled: true }));
}
