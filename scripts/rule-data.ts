/** Reads the rule data under `rules/` (YAML) into plain objects; used by the generator, the linter and the tests. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import type { ActDefinition } from '../src/acts/frames.ts';
import { expandWord, isWellWritten, WELL_WRITTEN } from '../src/lexicon/alternatives.ts';
import { pack } from '../src/lexicon/pack.ts';
import type { LanguagePack, PackedPack } from '../src/lexicon/pack.ts';
import type { Rule } from '../src/rules/rule.ts';
import { HERITAGE } from '../src/acts/heritage.ts';
import { vocabularyOf } from '../src/lexicon/vocabulary.ts';
import { normalise } from '../src/text/normalise.ts';
import type { Language } from '../src/types.ts';
import { inflect } from './inflect.ts';
import { ROOT } from './root.ts';

/** An example of a rule: a reply, and the words that must be marked if it is a bad one. */
export interface Example {
  readonly reply: string;
  readonly mark?: string;
  readonly policy?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** A rule with its examples, as the file has it. */
export interface RuleFile extends Rule {
  readonly file: string;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}

/** A data file with its path from the project's root. */
export interface DataFile {
  readonly file: string;
  readonly value: unknown;
}

/** The parsed YAML files that a pattern names, in a stable order. */
export function dataFiles(pattern: string): DataFile[] {
  return globSync(pattern, { cwd: ROOT, absolute: true })
    .sort()
    .map((path) => {
      const file = relative(ROOT, path);
      try {
        return { file, value: parse(readFileSync(path, 'utf8')) as unknown };
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    });
}

/** The canonical terms that a word as written in a pack stands for: its alternatives, and the forms of a verb. */
export function termsOf(word: string): string[] {
  const terms = expandWord(word).flatMap(inflect).map((form) => normalise(form).text.trim());
  return [...new Set(terms)].filter((term) => term !== '');
}

/** The concepts that a list of words stands for: most lists have one, `fine-product sure-fine` has two. */
export function conceptsOfKey(key: string): string[] {
  return key.split(' ');
}

/** The terms of a language: concept → canonical terms, with where each stands and as what it is written. */
export function readTerms(language: Language): Map<string, Map<string, string>> {
  const concepts = new Map<string, Map<string, string>>();
  for (const { file, value } of dataFiles(`rules/${language}/*.yml`)) {
    if (file.endsWith('quantities.yml')) continue;
    for (const [key, words] of Object.entries((value ?? {}) as Record<string, unknown>)) {
      if (!Array.isArray(words)) throw new Error(`${file}: ${key}: expected a list of terms`);
      for (const word of words.map(String)) {
        const place = `${file}: ${key}: "${word}"`;
        if (!isWellWritten(word)) throw new Error(`${place}: expected ${WELL_WRITTEN}`);
        const terms = termsOf(word);
        for (const concept of conceptsOfKey(key)) {
          const known = concepts.get(concept) ?? new Map<string, string>();
          concepts.set(concept, known);
          for (const term of terms) known.set(term, place);
        }
      }
    }
  }
  return concepts;
}

/** Both packs as the library ships them: longer terms have what they take over from shorter ones. */
export function readPacks(): [zh: PackedPack, en: PackedPack] {
  const zh = readPack('zh');
  const en = readPack('en');
  const vocabulary = vocabularyOf([zh, en], HERITAGE);
  const of = ({ terms }: LanguagePack): Map<string, readonly string[]> =>
    new Map(Object.values(terms).flatMap((joined) => joined.split('|').map((term) => [term, vocabulary.get(term) ?? []])));
  return [pack('zh', of(zh)), pack('en', of(en))];
}

/** A language's words as they are written down. */
function readPack(language: Language): LanguagePack {
  const terms: Record<string, string> = {};
  for (const [concept, forms] of [...readTerms(language)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    terms[concept] = [...forms.keys()].sort().join('|');
  }
  return { language, terms };
}

/** All act types with their patterns. */
export function readActs(): ActDefinition[] {
  return dataFiles('rules/acts/*.yml').flatMap(({ file, value }) =>
    Object.entries((value ?? {}) as Record<string, Omit<ActDefinition, 'act'>>).map(([act, definition]) => {
      if (!Array.isArray(definition?.patterns)) throw new Error(`${file}: ${act}: expected a list of patterns`);
      return { act, ...definition };
    }),
  );
}

/** All rules with their examples. */
export function readRules(): RuleFile[] {
  return dataFiles('rules/categories/*/*.yml').map(({ file, value }) => ({ file, ...(value as Omit<RuleFile, 'file'>) }));
}
