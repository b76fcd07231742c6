import { DataError } from './errors.ts';
import { Engine } from './engine.ts';
import type { EngineData } from './engine.ts';
import { acts } from './generated/acts.ts';
import { packEn } from './generated/pack-en.ts';
import { packZh } from './generated/pack-zh.ts';
import { quantitiesEn } from './generated/quantities-en.ts';
import { quantitiesZh } from './generated/quantities-zh.ts';
import { rules } from './generated/rules.ts';
import type { Policy } from './policy/policy.ts';
import { packsOf } from './rules/schema.ts';
import type { Extension } from './rules/schema.ts';
import { normalise } from './text/normalise.ts';

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
 * @throws DataError where a pattern of the extension names a concept that no language pack has.
 */
export function extendedEngine(policy: Policy, extension: Extension): Engine {
  const { vocabulary = {}, acts: moreActs = [], rules: moreRules = [] } = extension;
  const benefits = policy.published.benefits;
  const own = [vocabulary, policy.vocabulary, ...(benefits.length > 0 ? [{ zh: { 'published-benefit': benefits } }] : [])];
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
