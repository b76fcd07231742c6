/**
 * `npm run calibrate:learned -- --authors A,B [--folds 3] [--real DIR] [--language zh]`: writes `src/learned/beside.ts`, the
 * limits with which the learned reader works beside the rules. The named authors (files of fixtures/corpora that nobody
 * tuned rules for) are dealt into so many folds of each language, and scored by a model that has not seen their fold. Only
 * numbers leave the real chats.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
import { fuse, limitAt } from './fusion.ts';
import type { Observation } from './fusion.ts';
import { modelOf } from './model.ts';
import { withThinned } from './thin.ts';

/** A category is raised from this likelihood on: a false alarm costs a shop more than a miss … */
const RAISE_AT = 0.75;
/** … and a rule is doubted where its category is less likely than this: a rule has its reasons, which a reader can be shown. */
const DOUBT_BELOW = 0.3;
/** The share of replies that hold a category where an author writes of all of them. */
const USUAL_SHARE = 0.06;
/** How much a real chat counts beside a reply that was written for measuring: shops see few of what authors think of. */
const REAL_WEIGHT = 0.3;

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

/**
 * What the replies say of a category, those left out that rules and policy settle alone. Authors who write of a category
 * oftener than others do would make it look likelier than it is, so written replies are weighed to one share.
 */
function observed(authored: readonly Judged[], real: readonly Judged[], column: number): Observation[] {
  const bit = 1 << column;
  const of = (items: readonly Judged[]): Observation[] =>
    items
      .filter(({ example, exact, settled }) => ((example.allowed | exact | settled) & bit) === 0)
      .map(({ example, logits, ruled }) => ({ logit: logits[column]!, ruled: (ruled & bit) !== 0, holds: (example.labels & bit) !== 0, weight: 1 }));
  const written = of(authored);
  const share = authored.filter(({ example }) => (example.labels & bit) !== 0).length / authored.length;
  return [
    ...written.map((item) => ({ ...item, weight: item.holds ? USUAL_SHARE / share : (1 - USUAL_SHARE) / (1 - share) })),
    ...of(real).map((item) => ({ ...item, weight: REAL_WEIGHT })),
  ];
}

const { values: flags } = parseArgs({
  options: { authors: { type: 'string', default: '' }, folds: { type: 'string', default: '3' }, real: { type: 'string' }, language: { type: 'string' } },
});
const authors = flags.authors.split(',').filter((author) => author !== '');
if (authors.length === 0) throw new Error('name the authors that nobody tuned for: --authors authored-zh-g,authored-en-e');
const languages = (['zh', 'en'] as const).filter((language) => flags.language === undefined || flags.language === language);
const examples = loadExamples(process.cwd());
const real = flags.real === undefined ? [] : loadReal(flags.real);
const taught = withThinned(examples);
const lines = languages.map((language: Language) => {
  const dataset = datasetOf(taught, language);
  const { concepts } = defaultEngine().lexicon;
  const authored: Judged[] = [];
  const chats: Judged[] = [];
  const written = authors.filter((author) => examples.some((example) => example.author === author && example.language === language));
  const folds = Math.min(Number(flags.folds), written.length);
  for (let fold = 0; fold < folds; fold++) {
    const held = new Set(written.filter((_, at) => at % folds === fold));
    const model = modelOf(dataset, language, (reply) => !held.has(taught[reply]!.author));
    const scorer = new Scorer(new Weights(model), concepts, language);
    const score = (example: Example): Judged => judged(example, scorer.score(example.sentences, example.context).slice());
    authored.push(...examples.filter((example) => example.language === language && held.has(example.author)).map(score));
    chats.push(...real.filter((example) => example.language === language).map(score));
  }
  const open = CATEGORIES.filter((category) => !SETTLED_BY_RULES.includes(category));
  const fusions = fuse(open.map((category) => observed(authored, chats, CATEGORIES.indexOf(category))));
  const limits = (likelihood: number, found: boolean): number[] =>
    CATEGORIES.map((category) => (open.includes(category) ? limitAt(fusions[open.indexOf(category)]!, likelihood, found) : NaN));
  const list = (values: readonly number[]): string => `[${values.map((value) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 'null')).join(', ')}]`;
  console.log(language, `${authored.length} replies of authors not seen, ${chats.length} readings of real chats`);
  return [language, `  ${language}: {\n    raise: ${list(limits(RAISE_AT, false))},\n    doubt: ${list(limits(DOUBT_BELOW, true))},\n  },\n`] as const;
});
const path = join(process.cwd(), 'src/learned/beside.ts');
const source = lines.reduce(
  (text, [language, limits]) => text.replace(new RegExp(`^  ${language}: \\{\\n(    .*\\n)*  \\},\\n`, 'm'), limits),
  readFileSync(path, 'utf8'),
);
writeFileSync(path, source);
