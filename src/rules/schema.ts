import * as z from 'zod/mini';
import { MODIFIERS } from '../acts/act.ts';
import type { ActDefinition } from '../acts/frames.ts';
import { DataError, throwFaults } from '../errors.ts';
import { isWellWritten, WELL_WRITTEN } from '../lexicon/alternatives.ts';
import type { LanguagePack } from '../lexicon/pack.ts';
import { once } from '../once.ts';
import { faultsOf } from '../policy/faults.ts';
import { CATEGORIES } from '../types.ts';
import { LIMITS } from './rule.ts';
import type { Rule } from './rule.ts';

function makeSchemas() {
  const name = z.string().check(z.regex(/^#?[a-z][a-z0-9-]*$/, 'a name in lower case with dashes'));
  const text = z.string().check(z.minLength(1, 'a text that is not empty'));
  const term = text.check(z.refine(isWellWritten, WELL_WRITTEN));
  const both = z.strictObject({ zh: text, en: text });
  const names = z.array(name);

  /** An act type with its patterns, and the concepts that none of them may meet. */
  const actSchema = z.strictObject({
    act: name,
    commitment: z.optional(z.boolean()),
    actor: z.optional(z.enum(['agent', 'shop', 'third-party', 'customer', 'product'])),
    object: z.optional(text),
    except: z.optional(names),
    patterns: z.array(text).check(z.minLength(1, 'at least one pattern')),
  });

  /** A rule without its examples. */
  const ruleSchema = z.strictObject({
    id: z.string().check(z.regex(/^[a-z-]+\/[a-z0-9-]+$/, 'an id such as "timeline/refund-arrival"')),
    category: z.enum(CATEGORIES),
    status: z.enum(['preview', 'stable']),
    severity: z.optional(z.enum(['info', 'warn', 'block'])),
    source: z.strictObject({ article: z.enum(['000', '001', '002', '003', '004', 'own']), passage: text }),
    acts: names,
    limit: z.optional(z.enum(LIMITS)),
    unless: z.optional(z.array(z.enum(MODIFIERS))),
    requires: z.optional(z.array(z.enum(MODIFIERS))),
    without: z.optional(names),
    with: z.optional(names),
    scope: z.optional(z.enum(['sentence', 'reply'])),
    context: z.optional(
      z.strictObject({
        complaint: z.optional(z.boolean()),
        resolved: z.optional(z.boolean()),
        verified: z.optional(z.boolean()),
        channel: z.optional(z.enum(['private', 'public'])),
        evidenceRequests: z.optional(z.int()),
        about: z.optional(names),
      }),
    ),
    beside: z.optional(z.int()),
    least: z.optional(z.int()),
    general: z.optional(z.boolean()),
    message: both,
    advice: both,
  });

  /** One example of a rule. */
  const exampleSchema = z.strictObject({
    reply: text,
    mark: z.optional(text),
    policy: z.optional(text),
    context: z.optional(z.record(z.string(), z.unknown())),
  });

  const examplesSchema = z.strictObject({
    bad: z.array(exampleSchema).check(z.minLength(1, 'at least one bad example')),
    good: z.array(exampleSchema).check(z.minLength(1, 'at least one good example')),
  });

  /** A rule as its file has it: with good and bad examples beside it, at least one each. */
  const ruleFileSchema = z.extend(ruleSchema, { examples: examplesSchema });

  /** The words of a language: concept → terms. */
  const vocabularySchema = z.record(name, z.array(term));

  /** What a user adds to the library, as plain data. */
  const extensionSchema = z.strictObject({
    /** Words: language → concept → terms; a language of the user's own is a language pack. `{a|b}` in a term writes out both. */
    vocabulary: z.optional(z.record(z.string(), vocabularySchema)),
    /** Words that mean what a known word means. */
    synonyms: z.optional(z.record(term, text)),
    /** More act types, or more patterns for a known one. */
    acts: z.optional(z.array(actSchema)),
    /** More rules; one with the id of a known rule replaces it. */
    rules: z.optional(z.array(z.extend(ruleSchema, { examples: z.optional(examplesSchema) }))),
  });

  return { actSchema, ruleFileSchema, extensionSchema };
}

/** The schemas of acts, of rules with their examples, and of extensions. */
export const schemas = once(makeSchemas);

/** What a user adds to the library, as plain data. */
export interface Extension {
  /**
   * Words: language → concept → terms. A language of the user's own is a language pack. `{a|b}` in a term writes out both, `{|a }` with and
   * without: `{sneak|early} peek{|s}` is four terms.
   */
  readonly vocabulary?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Words that mean what a known word of the library means: `{ 妥妥儿的: '一定' }`. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** More act types, or more patterns for a known one. */
  readonly acts?: readonly ActDefinition[];
  /** More rules; one with the id of a known rule replaces it. */
  readonly rules?: readonly Rule[];
}

/**
 * Checks an extension of which nothing is known, such as a parsed file.
 *
 * @throws DataError with every fault at once: its path and what was expected there.
 */
export function loadExtension(input: unknown): Extension {
  const result = z.safeParse(schemas().extensionSchema, input);
  if (!result.success) throwFaults(DataError, faultsOf(result.error.issues));
  return input as Extension;
}

/**
 * The vocabulary of an extension as language packs.
 *
 * @param vocabulary Language → concept → terms.
 * @param spellings What a term writes out, in canonical form.
 */
export function packsOf(vocabulary: NonNullable<Extension['vocabulary']>, spellings: (term: string) => readonly string[]): LanguagePack[] {
  return Object.entries(vocabulary).map(([language, concepts]) => ({
    language,
    terms: Object.fromEntries(
      Object.entries(concepts).map(([concept, terms]) => [concept, terms.flatMap(spellings).join('|')]),
    ),
  }));
}
