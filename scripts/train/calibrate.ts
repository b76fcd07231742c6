/**
 * `npm run calibrate:learned -- --authors A,B [--real DIR]`: writes `src/learned/beside.ts`, the limits with which the
 * learned reader works beside the rules. Each named author (a file of fixtures/corpora that nobody tuned rules for) is
 * scored by a model that has not seen the file. Only numbers leave the real chats.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGuard, loadPolicyDocument } from '../../src/index.ts';
import type { Context, Guard } from '../../src/index.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import { SETTLED_BY_RULES } from '../../src/learned/index.ts';
import { Scorer } from '../../src/learned/scorer.ts';
import { Weights } from '../../src/learned/weights.ts';
import { CATEGORIES } from '../../src/types.ts';
import type { Language } from '../../src/types.ts';
import { loadExamples, loadReal } from './data.ts';
import type { Example } from './data.ts';
import { datasetOf } from './dataset.ts';
import { modelOf } from './model.ts';
import { withThinned } from './thin.ts';

/** What one clean reply in all that is flagged costs, in F1: high enough that a shop is not annoyed. */
const ALARM_COST = 20;
/** What one flagged ordinary chat in all costs. */
const REAL_COST = 15;
const STEPS = 60;
/** A rule is at least doubted where next to nothing speaks for its category. */
const DOUBTS = [-12, -10, -8, -6, -4, -2];

interface Judged {
  readonly example: Example;
  readonly logits: Float64Array;
  /** Bit sets of what the rules say: labels, those that compare quantities, and what is not to be raised. */
  readonly ruled: number;
  readonly exact: number;
  readonly settled: number;
}

const LIMIT_OF = new Map(defaultEngine().rules.map(({ id, limit }) => [id, limit]));
const guards = new Map<string, Guard>();

function guardOf(policy: unknown): Guard {
  const key = JSON.stringify(policy);
  const known = guards.get(key) ?? createGuard({ policy: loadPolicyDocument(policy) });
  guards.set(key, known);
  return known;
}

function judged(example: Example, logits: Float64Array): Judged {
  let ruled = 0;
  let exact = 0;
  let settled = 0;
  const { findings, excused } = guardOf(example.policy).explain(example.reply, example.rawContext as Context);
  for (const { category, severity, rule } of findings) {
    const bit = 1 << CATEGORIES.indexOf(category);
    if (severity === 'info') settled |= bit;
    else ruled |= bit;
    const limit = LIMIT_OF.get(rule);
    if (severity !== 'info' && limit !== undefined && limit !== 'delivery') exact |= bit;
  }
  for (const { category, by } of excused) if (by === 'within-policy') settled |= 1 << CATEGORIES.indexOf(category);
  return { example, logits, ruled, exact, settled };
}

/** Whether both readers together raise the category; as `replyguard/learned` does it. */
function raised({ logits, ruled, exact, settled }: Judged, column: number, raise: number, doubt: number): boolean {
  const bit = 1 << column;
  if ((ruled & bit) !== 0) return (exact & bit) !== 0 || logits[column]! >= doubt;
  return (settled & bit) === 0 && logits[column]! >= raise;
}

/** The limits with the best F1 less the cost of flagged clean replies. */
function limitsOf(authored: readonly Judged[], real: readonly Judged[], column: number): { raise: number; doubt: number } {
  const bit = 1 << column;
  // What real chats do promise is asked for like any other; it is little, so it counts double.
  const said = real.filter(({ example }) => example.labels !== 0);
  const asked = [...authored, ...said, ...said].filter(({ example }) => (example.allowed & bit) === 0);
  const chats = real.filter(({ example }) => example.labels === 0 && (example.allowed & bit) === 0);
  const clean = authored.filter(({ example }) => example.labels === 0).length;
  const values = [...new Set(asked.map(({ logits }) => logits[column]!))].filter((value) => value > -14).sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(values.length / STEPS));
  const settled = SETTLED_BY_RULES.includes(CATEGORIES[column]!);
  const raises = settled ? [Infinity] : [Infinity, ...values.filter((_value, at) => at % step === 0)];
  let best = { value: -Infinity, raise: Infinity, doubt: -Infinity };
  for (const doubt of settled ? [-Infinity] : DOUBTS) {
    for (const raise of raises) {
      if (raise < doubt) continue;
      let hits = 0;
      let alarms = 0;
      let misses = 0;
      let flagged = 0;
      for (const item of asked) {
        const is = (item.example.labels & bit) !== 0;
        if (raised(item, column, raise, doubt)) {
          if (is) hits++;
          else {
            alarms++;
            if (item.example.labels === 0) flagged++;
          }
        } else if (is) misses++;
      }
      const annoyed = chats.filter((item) => raised(item, column, raise, doubt)).length;
      const f1 = hits === 0 ? 0 : (2 * hits) / (2 * hits + alarms + misses);
      const value = f1 - (ALARM_COST * flagged) / Math.max(1, clean) - (REAL_COST * annoyed) / Math.max(1, chats.length);
      if (value > best.value + 1e-9) best = { value, raise, doubt };
    }
  }
  return best;
}

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const authors = (option('--authors') ?? '').split(',').filter((author) => author !== '');
if (authors.length === 0) throw new Error('name the authors that nobody tuned for: --authors authored-zh-g,authored-en-e');
const examples = loadExamples(process.cwd());
const realFolder = option('--real');
const real = realFolder === undefined ? [] : loadReal(realFolder);
const taught = withThinned(examples);
const lines = (['zh', 'en'] as const).map((language: Language) => {
  const dataset = datasetOf(taught, language);
  const { concepts } = defaultEngine().lexicon;
  const authored: Judged[] = [];
  let chats: Judged[] = [];
  for (const author of authors) {
    const unseen = examples.filter((example) => example.language === language && example.author === author);
    if (unseen.length === 0) continue;
    const model = modelOf(dataset, language, (reply) => taught[reply]!.author !== author);
    const scorer = new Scorer(new Weights(model), concepts, language);
    const score = (example: Example): Judged => judged(example, scorer.score(example.sentences, example.context).slice());
    authored.push(...unseen.map(score));
    chats = real.filter((example) => example.language === language).map(score);
  }
  const limits = CATEGORIES.map((_category, column) => limitsOf(authored, chats, column));
  const list = (values: readonly number[]): string => `[${values.map((value) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 'null')).join(', ')}]`;
  console.log(language, `${authored.length} replies of authors not seen, ${chats.length} real chats`);
  return `  ${language}: {\n    raise: ${list(limits.map(({ raise }) => raise))},\n    doubt: ${list(limits.map(({ doubt }) => doubt))},\n  },\n`;
});
const path = join(process.cwd(), 'src/learned/beside.ts');
const source = readFileSync(path, 'utf8');
writeFileSync(path, `${source.slice(0, source.indexOf('export const BESIDE'))}export const BESIDE: Readonly<Record<Language, BesideRules>> = {\n${lines.join('')}};\n`);
