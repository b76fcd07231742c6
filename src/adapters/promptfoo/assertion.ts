import { createGuard } from '../../index.ts';
import type { Category, Context, Finding, Guard, Policy, PolicyInput, PolicyName, Report } from '../../index.ts';
import { CATEGORIES } from '../../types.ts';

/** What stands under `config` of the assertion, and under `vars.replyguard` of a test, which goes before it. */
export interface AssertionConfig {
  /** A preset's name or a policy. Default: the preset `default`. */
  readonly policy?: PolicyName | PolicyInput | Policy;
  /** What is known about the talk; fields of `vars.replyguard.context` go before those of `config.context`. */
  readonly context?: Context;
  /** Name of the variable that holds the customer's message. Default: none. */
  readonly customerVar?: string;
  /** The lightest finding that fails. Default `warn`: the verdict must be `pass`. */
  readonly failOn?: 'warn' | 'block';
  /** Only findings of these categories count. Default: all. */
  readonly categories?: readonly Category[];
}

/** What promptfoo passes beside the output; the part that is read here. */
export interface AssertionContext {
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  readonly vars?: Readonly<Record<string, unknown>> | undefined;
}

/** What promptfoo takes back. */
export interface GradingResult {
  pass: boolean;
  /** The share of categories without a failing finding, from 0 to 1. */
  score: number;
  reason: string;
  /** 1 or 0 for each category, by `replyguard/<category>`. */
  namedScores: Record<string, number>;
  /** One for each category. */
  componentResults: { pass: boolean; score: number; reason: string }[];
  /** The verdict, and the findings as plain JSON, under `replyguard`. */
  metadata: { replyguard: Pick<Report, 'verdict' | 'findings' | 'commitments'> };
}

/** An assertion function of promptfoo. */
export type Assertion = (output: unknown, context?: AssertionContext) => GradingResult;

const KEYS: readonly string[] = ['policy', 'context', 'customerVar', 'failOn', 'categories'];

/**
 * Makes an assertion, e.g. with a guard that has data of the shop's own.
 *
 * @param options.guard Checks the outputs where neither `config` nor `vars` names a policy. Default: a guard for the
 * preset `default`.
 * @returns A function that throws a TypeError, PolicyError or ContextError where the configuration is wrong; promptfoo
 * shows the message and counts the test as failed.
 */
export function assertionFor(options: { readonly guard?: Guard } = {}): Assertion {
  const guards = new Map<string, Guard>();
  const guardFor = (policy: AssertionConfig['policy']): Guard => {
    if (policy === undefined && options.guard !== undefined) return options.guard;
    const key = JSON.stringify(policy ?? 'default');
    const guard = guards.get(key) ?? createGuard({ policy: policy ?? 'default' });
    guards.set(key, guard);
    return guard;
  };
  return (output, context = {}) => {
    const { policy, failOn = 'warn', categories = CATEGORIES, ...rest } = configOf(context);
    const report = guardFor(policy).check(textOf(output), contextOf(rest, context));
    return grade(report, failOn, categories);
  };
}

/** Reads the configuration of an assertion, with that of the test before it. */
function configOf({ config, vars }: AssertionContext): AssertionConfig {
  const general = settings(config, 'config');
  const own = settings(vars?.['replyguard'], 'vars.replyguard');
  const context = { ...general.context, ...own.context };
  return { ...general, ...own, ...(Object.keys(context).length === 0 ? {} : { context }) };
}

function settings(value: unknown, place: string): AssertionConfig {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new TypeError(`${place}: expected an object`);
  const entries = Object.entries(value);
  for (const [key] of entries) {
    if (!KEYS.includes(key)) throw new TypeError(`${place}.${key}: expected one of ${KEYS.join(', ')}`);
  }
  const config: AssertionConfig = Object.fromEntries(entries.filter(([, given]) => given !== undefined && given !== null));
  const { failOn, categories, customerVar, context } = config;
  if (failOn !== undefined && failOn !== 'warn' && failOn !== 'block') throw new TypeError(`${place}.failOn: expected "warn" or "block"`);
  if (customerVar !== undefined && typeof customerVar !== 'string') throw new TypeError(`${place}.customerVar: expected the name of a variable`);
  if (context !== undefined && (typeof context !== 'object' || Array.isArray(context))) throw new TypeError(`${place}.context: expected an object`);
  if (categories !== undefined) {
    if (!Array.isArray(categories) || categories.length === 0) throw new TypeError(`${place}.categories: expected a list of categories`);
    const unknown = categories.find((category) => !CATEGORIES.includes(category));
    if (unknown !== undefined) throw new TypeError(`${place}.categories: expected some of ${CATEGORIES.join(', ')}, got ${String(unknown)}`);
  }
  return config;
}

function contextOf({ context, customerVar }: AssertionConfig, { vars }: AssertionContext): Context {
  const customer = customerVar === undefined ? undefined : vars?.[customerVar];
  return typeof customer === 'string' ? { customer, ...context } : { ...context };
}

/** The reply in an output: the text itself, or `text`, `content` or `reply` of an object. */
function textOf(output: unknown): string {
  if (typeof output === 'string') return output;
  if (typeof output === 'object' && output !== null) {
    for (const key of ['text', 'content', 'reply']) {
      const value: unknown = Reflect.get(output, key);
      if (typeof value === 'string') return value;
    }
  }
  throw new TypeError('expected the output to be a text, or an object with a text in "text", "content" or "reply"');
}

function grade(report: Report, failOn: 'warn' | 'block', categories: readonly Category[]): GradingResult {
  const failing = report.findings.filter(
    ({ severity, category }) => categories.includes(category) && (severity === 'block' || severity === failOn),
  );
  const components = categories.map((category) => component(category, failing.filter((finding) => finding.category === category)));
  const passed = components.filter(({ pass }) => pass).length;
  const [first] = failing;
  return {
    pass: failing.length === 0,
    score: passed / components.length,
    reason: first === undefined ? 'replyguard: nothing to object to' : `replyguard: ${describe(first)}${more(failing.length - 1)}`,
    namedScores: Object.fromEntries(categories.map((category, index) => [`replyguard/${category}`, components[index]?.score ?? 0])),
    componentResults: components,
    metadata: { replyguard: { verdict: report.verdict, findings: report.findings, commitments: report.commitments } },
  };
}

function component(category: Category, findings: readonly Finding[]): GradingResult['componentResults'][number] {
  const pass = findings.length === 0;
  return { pass, score: pass ? 1 : 0, reason: `${category}: ${pass ? 'none' : findings.map(describe).join('; ')}` };
}

function describe({ rule, text, message }: Finding): string {
  return `${message} “${text}” (${rule})`;
}

function more(count: number): string {
  return count === 0 ? '' : ` (+${count})`;
}
