/**
 * `npm run calibrate:learned [-- --real DIR]`: writes `src/learned/beside.ts` and `src/learned/thresholds.ts`, the limits of the
 * learned reader beside the rules and without them, from the replies of bench/accuracy/limits, which the weights never
 * learn from, and from real chats. Only numbers leave the real chats.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGuard, loadPolicyDocument } from '../../src/index.ts';
import type { Context, Guard, Policy } from '../../src/index.ts';
import { defaultEngine } from '../../src/default-engine.ts';
import { SETTLED_BY_RULES } from '../../src/learned/index.ts';
import { isTaught } from '../../src/learned/taught.ts';
import { Scorer } from '../../src/learned/scorer.ts';
import { Weights } from '../../src/learned/weights.ts';
import { weightsEn } from '../../src/learned/weights/en.ts';
import { weightsZh } from '../../src/learned/weights/zh.ts';
import { CATEGORIES, OVER_PROMISES } from '../../src/types.ts';
import type { Category, Language } from '../../src/types.ts';
import { spreadOf, thresholdsOf } from './alone.ts';
import type { ScoredExample } from './alone.ts';
import { loadLimiting, loadReal } from './data.ts';
import type { Example } from './data.ts';
import { fuse, limitAt } from './fusion.ts';
import type { Observation } from './fusion.ts';

/** An over-promise is raised from this likelihood on: it binds the shop … */
const RAISE_PROMISE_AT = 0.65;
/** … bad conduct from this one: of this a false alarm costs more than a miss. */
const RAISE_CONDUCT_AT = 0.8;
/** A rule is doubted where its category is less likely than this. */
const DOUBT_BELOW = 0.4;
/** The share of replies that hold a category where an author writes of all of them. */
const USUAL_SHARE = 0.06;
/** How much a real chat counts beside a reply that was written for measuring: shops see few of what authors think of. */
const REAL_WEIGHT = 0.3;

interface Judged extends ScoredExample {
  /** Bit sets of what the rules say: labels, those that measure quantities, and what is not to be raised. */
  readonly ruled: number;
  readonly measured: number;
  readonly settled: number;
}

const LIMIT_OF = new Map(defaultEngine().rules.map(({ id, limit }) => [id, limit]));
const shops = new Map<string, { readonly policy: Policy; readonly guard: Guard }>();

function shopOf(document: unknown): { readonly policy: Policy; readonly guard: Guard } {
  const key = JSON.stringify(document);
  let shop = shops.get(key);
  if (shop === undefined) {
    const policy = loadPolicyDocument(document);
    shops.set(key, (shop = { policy, guard: createGuard({ policy }) }));
  }
  return shop;
}

function judged(example: Example, logits: Float64Array): Judged {
  let ruled = 0;
  let measured = 0;
  let settled = 0;
  const { policy, guard } = shopOf(example.policy);
  const { findings, excused } = guard.explain(example.reply, example.rawContext as Context);
  for (const { category, severity, rule } of findings) {
    const bit = 1 << CATEGORIES.indexOf(category);
    if (severity === 'info') settled |= bit;
    else ruled |= bit;
    const limit = LIMIT_OF.get(rule);
    if (severity !== 'info' && limit !== undefined && isTaught(limit, policy, example.context)) measured |= bit;
  }
  for (const { category, by } of excused) if (by === 'within-policy') settled |= 1 << CATEGORIES.indexOf(category);
  return { example, logits, ruled, measured, settled };
}

/**
 * What the replies say of a category, those left out that rules and policy settle alone. Authors who write of a category
 * oftener than others do would make it look likelier than it is, so written replies are weighed to one share.
 */
function observed(authored: readonly Judged[], real: readonly Judged[], column: number): Observation[] {
  const bit = 1 << column;
  const of = (items: readonly Judged[]): Observation[] =>
    items
      .filter(({ example, measured, settled }) => ((example.allowed | measured | settled) & bit) === 0)
      .map(({ example, logits, ruled }) => ({ logit: logits[column]!, ruled: (ruled & bit) !== 0, holds: (example.labels & bit) !== 0, weight: 1 }));
  const written = of(authored);
  const share = authored.filter(({ example }) => (example.labels & bit) !== 0).length / authored.length;
  return [
    ...written.map((item) => ({ ...item, weight: item.holds ? USUAL_SHARE / share : (1 - USUAL_SHARE) / (1 - share) })),
    ...of(real).map((item) => ({ ...item, weight: REAL_WEIGHT })),
  ];
}

/**
 * The same of findings that a rule measured by the policy, all categories together: there are few. Real chats, fewer still,
 * count for as much in sum as written replies: what a rule measures in them is nearly always so.
 */
function observedMeasures(authored: readonly Judged[], real: readonly Judged[]): Observation[] {
  const written = measuresIn(authored);
  const met = measuresIn(real);
  return [...written, ...met.map((item) => ({ ...item, weight: written.length / met.length }))];
}

function measuresIn(items: readonly Judged[]): Observation[] {
  return CATEGORIES.flatMap((_, column) => {
    const bit = 1 << column;
    return items
      .filter((item) => (item.measured & ~item.example.allowed & bit) !== 0)
      .map(({ example, logits }) => ({ logit: logits[column]!, ruled: true, holds: (example.labels & bit) !== 0, weight: 1 }));
  });
}

/** Shares of clean replies that may be flagged where the reader is careful. */
const BUDGET = { authored: 0.03, real: 0.005 };
/** Stands for a category that is never raised. */
const NEVER = 99;

const OPEN = CATEGORIES.filter((category) => !SETTLED_BY_RULES.includes(category));

function list(values: ArrayLike<number>, none: string): string {
  return `[${Array.from(values, (value) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : none)).join(', ')}]`;
}

/** The limits of a language in `beside.ts`. */
function besideLines(language: Language, authored: readonly Judged[], real: readonly Judged[]): string {
  const fusions = fuse(OPEN.map((category) => observed(authored, real, CATEGORIES.indexOf(category))));
  const limits = (likelihoodOf: (category: Category) => number, found: boolean): number[] =>
    CATEGORIES.map((category) => (OPEN.includes(category) ? limitAt(fusions[OPEN.indexOf(category)]!, likelihoodOf(category), found) : NaN));
  const raise = limits((category) => (isOverPromise(category) ? RAISE_PROMISE_AT : RAISE_CONDUCT_AT), false);
  const doubt = limits(() => DOUBT_BELOW, true);
  const [fusion] = fuse([observedMeasures(authored, real)]);
  const lowest = Math.round(limitAt(fusion!, DOUBT_BELOW, true) * 100) / 100;
  return `  ${language}: {\n    raise: ${list(raise, 'null')},\n    doubt: ${list(doubt, 'null')},\n    measured: ${lowest},\n  },\n`;
}

function isOverPromise(category: Category): boolean {
  return (OVER_PROMISES as readonly Category[]).includes(category);
}

/** The limits of a language in `thresholds.ts`. */
function aloneLines(language: Language, authored: readonly Judged[], real: readonly Judged[]): string {
  const balanced = thresholdsOf(authored, real);
  const careful = thresholdsOf(authored, real, BUDGET);
  return `  ${language}: {\n    balanced: ${list(balanced, String(NEVER))},\n    careful: ${list(careful, String(NEVER))},\n    spread: ${spreadOf(authored, balanced)},\n  },\n`;
}

/** Puts the limits of both languages where the old ones stand. */
function replace(file: string, lines: readonly string[]): void {
  const path = join(process.cwd(), file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, `${source.slice(0, source.indexOf('  zh: {\n'))}${lines.join('')}};\n`);
}

const { values: flags } = parseArgs({ options: { real: { type: 'string', default: '' } } });
const limiting = loadLimiting(process.cwd());
const chats = loadReal(flags.real);
const pools = (['zh', 'en'] as const).map((language) => {
  const scorer = new Scorer(new Weights(language === 'zh' ? weightsZh : weightsEn), defaultEngine().lexicon.concepts, language);
  const score = (examples: readonly Example[]): Judged[] =>
    examples
      .filter((example) => example.language === language)
      .map((example) => judged(example, scorer.score(example.sentences, example.context).slice()));
  const pool = { language, authored: score(limiting), real: score(chats) };
  console.log(language, `${pool.authored.length} replies, ${pool.real.length} real chats`);
  return pool;
});
replace('src/learned/beside.ts', pools.map(({ language, authored, real }) => besideLines(language, authored, real)));
replace('src/learned/thresholds.ts', pools.map(({ language, authored, real }) => aloneLines(language, authored, real)));
