import { DataError, PolicyError, throwFaults } from './errors.ts';
import type { Fault } from './errors.ts';
import type { ActDefinition } from './acts/frames.ts';
import { parsePattern } from './acts/pattern.ts';
import { Engine } from './engine.ts';
import type { EngineData } from './engine.ts';
import { acts } from './generated/acts.ts';
import { common } from './generated/common.ts';
import { packEn } from './generated/pack-en.ts';
import { packZh } from './generated/pack-zh.ts';
import { quantitiesEn } from './generated/quantities-en.ts';
import { quantitiesZh } from './generated/quantities-zh.ts';
import { rules } from './generated/rules.ts';
import { expandWord } from './lexicon/alternatives.ts';
import type { Policy } from './policy/policy.ts';
import type { Rule } from './rules/rule.ts';
import { packsOf } from './rules/schema.ts';
import type { Extension } from './rules/schema.ts';
import { normalise } from './text/normalise.ts';
import { CATEGORIES } from './types.ts';

/** The library's own data; the data linter, and not every start, holds its patterns to known concepts. */
export const DATA: EngineData = { packs: [packZh, packEn], quantities: [quantitiesZh, quantitiesEn], acts, common, rules, partial: true };

let engine: Engine | undefined;

/** The engine of both languages and all rules, made on first use and never changed. */
export function defaultEngine(): Engine {
  engine ??= new Engine(DATA);
  return engine;
}

/**
 * The engine for a policy and an extension: the default one where they add nothing to it.
 *
 * @throws PolicyError where the policy names a rule, a category or a concept that does not exist. DataError where a pattern of the extension names a concept that no language pack has.
 */
export function extendedEngine(policy: Policy, extension: Extension): Engine {
  const { vocabulary = {}, synonyms = {}, acts: moreActs = [], rules: moreRules = [] } = extension;
  const benefits = policy.published.benefits;
  const own = [vocabulary, wordsLike(synonyms), policy.vocabulary];
  refuseUnknownRules(policy, moreRules);
  refuseUnknownActs(moreActs, moreRules);
  refuseUnknownConcepts(policy.vocabulary, PolicyError);
  refuseUnknownConcepts(vocabulary, DataError, moreActs);
  const packs = own.flatMap((words) => packsOf(words, (term) => expandWord(term).map(canonical)));
  // Benefits are the shop's own texts, in which a brace is a brace.
  if (benefits.length > 0) packs.push(...packsOf({ zh: { 'published-benefit': benefits } }, (benefit) => [canonical(benefit)]));
  const added = packs.some((pack) => Object.keys(pack.terms).length > 0);
  if (!added && moreActs.length === 0 && moreRules.length === 0) return defaultEngine();
  const replaced = new Set(moreRules.map((rule) => rule.id));
  const extended = new Engine({
    ...DATA,
    packs: [...DATA.packs, ...packs],
    acts: [...DATA.acts, ...moreActs],
    rules: [...DATA.rules.filter((rule) => !replaced.has(rule.id)), ...moreRules],
  });
  refuseUnknownPatterns(moreActs, extended);
  return extended;
}

function canonical(word: string): string {
  return normalise(word).text.trim();
}

/** A pattern over a concept that no pack has would match nothing. */
function refuseUnknownPatterns(added: readonly ActDefinition[], { lexicon }: Engine): void {
  const faults: Fault[] = [];
  added.forEach(({ patterns, except = [] }, act) => {
    except.forEach((name, index) => {
      if (lexicon.id(name) < 0) faults.push({ path: `acts[${act}].except[${index}]`, expected: `a concept that a language pack has, not "${name}"` });
    });
    patterns.forEach((source, index) => {
      try {
        parsePattern(source, lexicon);
      } catch (error) {
        faults.push({ path: `acts[${act}].patterns[${index}]`, expected: `a pattern over known concepts (${String(error)})` });
      }
    });
  });
  throwFaults(DataError, faults);
}

/** A rule that watches for an act that nobody reads would never fire. */
function refuseUnknownActs(added: readonly ActDefinition[], more: readonly Rule[]): void {
  if (more.length === 0) return;
  const known = new Set<string>([...DATA.acts, ...added].map(({ act }) => act).concat(DATA.rules.flatMap((rule) => rule.acts)));
  const faults: Fault[] = [];
  more.forEach(({ acts: watched, with: beside = [], without = [] }, rule) => {
    for (const [field, names] of Object.entries({ acts: watched, with: beside, without })) {
      names.forEach((name, index) => {
        if (!known.has(name)) faults.push({ path: `rules[${rule}].${field}[${index}]`, expected: 'the name of an act, one of the library or of `acts`' });
      });
    }
  });
  throwFaults(DataError, faults);
}

/** A misspelt rule id would switch nothing off, silently; so it is refused. */
function refuseUnknownRules(policy: Policy, more: readonly Rule[]): void {
  const known = new Set<string>([...CATEGORIES, ...DATA.rules.map(({ id }) => id), ...more.map(({ id }) => id)]);
  const expected = 'a category or the id of a rule';
  const faults: Fault[] = [];
  for (const name of Object.keys(policy.severities)) if (!known.has(name)) faults.push({ path: `severities.${name}`, expected });
  policy.off.forEach((name, index) => {
    if (!known.has(name)) faults.push({ path: `off[${index}]`, expected });
  });
  throwFaults(PolicyError, faults);
}

/** A word for a concept that no pattern knows would match nothing. */
function refuseUnknownConcepts(
  vocabulary: NonNullable<Extension['vocabulary']>,
  error: typeof PolicyError | typeof DataError,
  added: readonly ActDefinition[] = [],
): void {
  const { lexicon } = defaultEngine();
  const own = new Set(added.flatMap(({ patterns, except = [] }) => [...except, ...patterns.flatMap((pattern) => pattern.split(/[ |!]/))]));
  const faults: Fault[] = [];
  for (const [language, concepts] of Object.entries(vocabulary)) {
    for (const concept of Object.keys(concepts)) {
      if (lexicon.id(concept) >= 0 || own.has(concept)) continue;
      faults.push({ path: `vocabulary.${language}.${concept}`, expected: 'a concept of the language packs' });
    }
  }
  throwFaults(error, faults);
}

/** Words with the concepts of the known words that they stand for. */
function wordsLike(synonyms: NonNullable<Extension['synonyms']>): NonNullable<Extension['vocabulary']> {
  const faults: Fault[] = [];
  const words: Record<string, string[]> = {};
  for (const [word, known] of Object.entries(synonyms)) {
    const concepts = conceptsOf(known);
    if (concepts.length === 0) faults.push({ path: `synonyms.${word}`, expected: 'a word that the library knows' });
    for (const concept of concepts) (words[concept] ??= []).push(word);
  }
  throwFaults(DataError, faults);
  return { synonyms: words };
}

/** What the library reads a word as; nothing if it does not know it as one word. */
export function conceptsOf(word: string): readonly string[] {
  const { lexicon } = defaultEngine();
  const text = canonical(word);
  const term = text === '' ? undefined : lexicon.match(text, 0, text.length);
  return term !== undefined && lexicon.matchEnd === text.length ? term.concepts.map((id) => lexicon.concepts[id]!) : [];
}
