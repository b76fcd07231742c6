import { DataError, PolicyError, throwFaults } from './errors.ts';
import type { Fault } from './errors.ts';
import { Engine } from './engine.ts';
import type { EngineData } from './engine.ts';
import { acts } from './generated/acts.ts';
import { packEn } from './generated/pack-en.ts';
import { packZh } from './generated/pack-zh.ts';
import { quantitiesEn } from './generated/quantities-en.ts';
import { quantitiesZh } from './generated/quantities-zh.ts';
import { rules } from './generated/rules.ts';
import type { Policy } from './policy/policy.ts';
import type { Rule } from './rules/rule.ts';
import { packsOf } from './rules/schema.ts';
import type { Extension } from './rules/schema.ts';
import { normalise } from './text/normalise.ts';
import { CATEGORIES } from './types.ts';

const DATA: EngineData = { packs: [packZh, packEn], quantities: [quantitiesZh, quantitiesEn], acts, rules };

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
  const { vocabulary = {}, acts: moreActs = [], rules: moreRules = [] } = extension;
  const benefits = policy.published.benefits;
  const own = [vocabulary, policy.vocabulary, ...(benefits.length > 0 ? [{ zh: { 'published-benefit': benefits } }] : [])];
  refuseUnknownRules(policy, moreRules);
  refuseUnknownConcepts(policy.vocabulary);
  const packs = own.flatMap((words) => packsOf(words, (term) => normalise(term).text.trim()));
  const added = packs.some((pack) => Object.keys(pack.terms).length > 0);
  if (!added && moreActs.length === 0 && moreRules.length === 0) return defaultEngine();
  const replaced = new Set(moreRules.map((rule) => rule.id));
  try {
    return new Engine({
      packs: [...DATA.packs, ...packs],
      quantities: DATA.quantities,
      acts: [...DATA.acts, ...moreActs],
      rules: [...DATA.rules.filter((rule) => !replaced.has(rule.id)), ...moreRules],
    });
  } catch (error) {
    throw new DataError([{ path: 'acts', expected: error instanceof Error ? error.message : 'patterns over known concepts' }]);
  }
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

/** A word for a concept that no rule knows would match nothing. */
function refuseUnknownConcepts(vocabulary: Policy['vocabulary']): void {
  const faults: Fault[] = [];
  for (const [language, concepts] of Object.entries(vocabulary)) {
    for (const concept of Object.keys(concepts)) {
      if (defaultEngine().lexicon.id(concept) < 0) faults.push({ path: `vocabulary.${language}.${concept}`, expected: 'a concept of the language packs' });
    }
  }
  throwFaults(PolicyError, faults);
}
