/**
 * Checks the rule data: unknown keys, duplicate ids, words that can never match, concepts and acts that nothing uses,
 * rules that no example of theirs fires, examples that a rule does not hold. Prints every fault; exit 1 if there are any.
 */
import * as z from 'zod/mini';
import { createGuard } from '../src/index.ts';
import { defaultEngine } from '../src/default-engine.ts';
import { parsePattern } from '../src/acts/pattern.ts';
import { CLAUSE_BREAK } from '../src/reading/reading.ts';
import { CUES } from '../src/acts/modifiers.ts';
import { faultsOf } from '../src/policy/faults.ts';
import { schemas } from '../src/rules/schema.ts';
import type { Finding } from '../src/report.ts';
import type { Context } from '../src/context/index.ts';
import { dataFiles, readActs, readRules, readTerms } from './rule-data.ts';
import type { Example, RuleFile } from './rule-data.ts';

/** Concepts that the reader itself uses. */
const READER_CONCEPTS = new Set<string>([...CUES, CLAUSE_BREAK, 'neutral', 'published-benefit']);
/** Acts that detectors or the reader use without a rule row. */
const READER_ACTS = new Set(['apology', 'empathy', 'greeting', 'thanks', 'hollow-apology', 'complaint', 'freight-named', 'amount-paid', 'delight', 'restate', 'explain', 'sound-fault', 'smell-fault', 'own-contact']);

const faults: string[] = [];

function lintTerms(): void {
  const { lexicon } = defaultEngine();
  for (const language of ['zh', 'en'] as const) {
    for (const [concept, terms] of readTerms(language)) {
      const id = lexicon.id(concept);
      for (const [term, place] of terms) {
        const found = lexicon.match(term, 0, term.length);
        if (found === undefined || lexicon.matchEnd !== term.length || !found.concepts.includes(id)) {
          faults.push(place.endsWith(`"${term}"`) ? `${place} can never match` : `${place}: "${term}" can never match`);
        }
      }
    }
  }
}

function lintPatterns(): void {
  const { lexicon } = defaultEngine();
  for (const { act, except, patterns } of readActs()) {
    for (const pattern of patterns) {
      try {
        parsePattern(pattern, lexicon, false, except);
      } catch (error) {
        faults.push(`rules/acts: ${act}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

function lintUse(): void {
  const acts = readActs();
  const rules = readRules();
  const used = new Set(READER_CONCEPTS);
  for (const { except = [], patterns } of acts) {
    for (const name of except) used.add(name);
    for (const pattern of patterns) for (const word of pattern.split(' ')) for (const name of word.replace('!', '').split('|')) used.add(name);
  }
  for (const language of ['zh', 'en'] as const) {
    for (const concept of readTerms(language).keys()) {
      if (!used.has(concept)) faults.push(`rules/${language}: the concept "${concept}" is used by no pattern`);
    }
  }
  const watched = new Set(rules.flatMap(({ acts: names, with: others = [], without = [] }) => [...names, ...others, ...without]));
  const known = new Set(acts.map(({ act }) => act));
  const shapes = ['private-number', 'private-email', 'private-name', 'private-order', 'private-phone'];
  for (const { act, commitment } of acts) {
    if (commitment !== true && !watched.has(act) && !READER_ACTS.has(act)) faults.push(`rules/acts: no rule watches "${act}", and it is no commitment`);
  }
  for (const rule of rules) {
    for (const name of [...rule.acts, ...(rule.with ?? []), ...(rule.without ?? [])]) {
      if (!known.has(name) && !shapes.includes(name)) faults.push(`${rule.file}: no act is called "${name}"`);
    }
  }
}

function lintShapes(): void {
  for (const { file, value } of dataFiles('rules/categories/*/*.yml')) check(schemas().ruleFileSchema, file, value);
  for (const { file, value } of dataFiles('rules/acts/*.yml')) {
    for (const [act, definition] of Object.entries(value as Record<string, object>)) check(schemas().actSchema, `${file}: ${act}`, { act, ...definition });
  }
  const ids = new Map<string, string>();
  for (const { id, category, file } of readRules()) {
    const other = ids.get(id);
    if (other !== undefined) faults.push(`${file}: the id "${id}" stands in ${other} too`);
    ids.set(id, file);
    if (!id.startsWith(`${category}/`) || !file.includes(`/${category}/`)) faults.push(`${file}: "${id}" does not belong to the category "${category}"`);
  }
}

function check(schema: z.core.$ZodType, file: string, value: unknown): void {
  const result = z.safeParse(schema, value);
  if (!result.success) for (const { path, expected } of faultsOf(result.error.issues)) faults.push(`${file}: ${path}: expected ${expected}`);
}

const guards = { default: createGuard({ policy: 'default' }), 'us-store': createGuard({ policy: 'us-store' }) };

function findingsIn({ reply, policy = 'default', context }: Example): readonly Finding[] {
  return guards[policy as keyof typeof guards].check(reply, context as Context | undefined).findings;
}

function lintExamples(rule: RuleFile): void {
  const { id, file, examples, status } = rule;
  for (const example of examples.bad) {
    const own = findingsIn(example).filter((finding) => finding.rule === id);
    if (own.length === 0) faults.push(`${file}: does not fire on its bad example "${example.reply}"`);
    else if (example.mark !== undefined && !own.some(({ text }) => text === example.mark)) {
      faults.push(`${file}: marks "${own[0]!.text}" instead of "${example.mark}"`);
    }
    for (const { advice, severity } of own) {
      const context = { ...example.context, apologized: true };
      const left = findingsIn({ ...example, reply: advice, context }).filter((finding) => finding.severity !== 'info');
      if (left.length > 0) faults.push(`${file}: its advice "${advice}" gets ${left.map((finding) => finding.rule).join(', ')}`);
      if (status === 'stable' && severity === 'info') faults.push(`${file}: reports its bad example "${example.reply}" at info only`);
    }
  }
  for (const example of examples.good) {
    const labels = findingsIn(example).filter((finding) => finding.severity !== 'info');
    for (const finding of labels) faults.push(`${file}: the good example "${example.reply}" gets ${finding.rule}`);
  }
  const hasBoth = (list: readonly Example[]): boolean => list.some(({ reply }) => /\p{Script=Han}/u.test(reply)) && list.some(({ reply }) => !/\p{Script=Han}/u.test(reply));
  if (!hasBoth(examples.bad) || !hasBoth(examples.good)) faults.push(`${file}: needs a bad and a good example in each language`);
}

lintShapes();
if (faults.length === 0) {
  lintPatterns();
  lintTerms();
  lintUse();
  for (const rule of readRules()) lintExamples(rule);
}
for (const fault of faults) console.error(fault);
console.log(`rule data: ${readRules().length} rules, ${readActs().length} act types, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
