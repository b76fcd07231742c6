import { refuseUnknownOptions } from '../../errors.ts';
import { createGuard } from '../../index.ts';
import type { Category, Context, Finding, Guard, Policy, PolicyInput, PolicyName, Report, Severity, Verdict } from '../../index.ts';
import { CATEGORIES } from '../../types.ts';

/** How a reply is checked before a matcher looks at the report. Without effect where a report is matched. */
export interface CheckOptions {
  /** Checks the reply. Default: a guard for `policy`. */
  readonly guard?: Guard;
  /** Policy of the guard, where none is given. Default: the preset `default`. */
  readonly policy?: PolicyName | PolicyInput | Policy;
  /** What is known about the talk. Default: nothing. */
  readonly context?: Context;
}

/** Options of `toPassReplyGuard`. */
export interface PassOptions extends CheckOptions {
  /** The lightest finding that fails: with `block`, findings of `warn` pass. Default `warn`: the verdict must be `pass`. */
  readonly failOn?: 'warn' | 'block';
}

/** A finding to look for: every field that is given must agree. */
export interface FindingPattern {
  readonly category?: Category;
  /** Id of a rule, e.g. `timeline/refund-arrival`. */
  readonly rule?: string;
  readonly severity?: Severity;
  /** Words that the marked words must contain. */
  readonly text?: string;
}

/** A category, the id of a rule (it has a slash), or a pattern. */
export type FindingQuery = Category | `${string}/${string}` | FindingPattern;

/** What a matcher takes: a reply, an object that holds one in `text`, or the report of a check. */
export type Checkable = string | Report | { readonly text: string };

/** What a matcher returns to `expect`, in vitest and in jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** The matchers as functions, for `expect.extend`. */
export interface Matchers {
  /** The reply has no finding of `warn` or above. */
  readonly toPassReplyGuard: (received: unknown, options?: PassOptions) => MatcherResult;
  /** The reply has a finding of this category (of `warn` or above), of this rule, or like this pattern. */
  readonly toHaveFinding: (received: unknown, query: FindingQuery, options?: CheckOptions) => MatcherResult;
  /** The reply has findings of `warn` or above in these categories and no other, in any order. */
  readonly toHaveFindings: (received: unknown, categories: readonly Category[], options?: CheckOptions) => MatcherResult;
  /** The verdict on the reply. */
  readonly toHaveVerdict: (received: unknown, verdict: Verdict, options?: CheckOptions) => MatcherResult;
  /** The reply promises this, properly or not: the name of an act, e.g. `refund-arrival`. */
  readonly toHaveCommitment: (received: unknown, act: string, options?: CheckOptions) => MatcherResult;
}

/** The matchers as `expect(reply)` has them: `R` is what an assertion returns. */
export interface ReplyguardMatchers<R = void> {
  /** The reply has no finding of `warn` or above; with `failOn: 'block'`, none of `block`. */
  toPassReplyGuard(options?: PassOptions): R;
  /** The reply has a finding of this category (of `warn` or above), of this rule, or like this pattern. */
  toHaveFinding(query: FindingQuery, options?: CheckOptions): R;
  /** The reply has findings of `warn` or above in these categories and no other, in any order. */
  toHaveFindings(categories: readonly Category[], options?: CheckOptions): R;
  /** The verdict on the reply. */
  toHaveVerdict(verdict: Verdict, options?: CheckOptions): R;
  /** The reply promises this, properly or not: the name of an act, e.g. `refund-arrival`. */
  toHaveCommitment(act: string, options?: CheckOptions): R;
}

const OPTIONS: readonly string[] = ['guard', 'policy', 'context'];
const PASS_OPTIONS: readonly string[] = [...OPTIONS, 'failOn'];
const PATTERN: readonly string[] = ['category', 'rule', 'severity', 'text'];

const RANK: Readonly<Record<Severity, number>> = { info: 0, warn: 1, block: 2 };

/**
 * Makes the matchers with defaults of their own, e.g. the shop's guard.
 *
 * @param defaults What each matcher uses where its own options leave it out.
 * @throws InputError, each matcher too, if there is an option of another name: it would be passed over, and the test pass for ever.
 */
export function matchersFor(defaults: CheckOptions = {}): Matchers {
  refuseUnknownOptions(defaults, OPTIONS);
  let fallback: Guard | undefined;
  const reportOn = (received: unknown, options: CheckOptions = {}, known = OPTIONS): Report => {
    refuseUnknownOptions(options, known);
    if (isReport(received)) return received;
    const { guard, policy, context = defaults.context } = options;
    const chosen = guard ?? (policy === undefined ? (fallback ??= guardOf(defaults)) : createGuard({ policy }));
    return chosen.check(replyOf(received), context);
  };
  return {
    toPassReplyGuard(received, options = {}) {
      const report = reportOn(received, options, PASS_OPTIONS);
      const limit = RANK[options.failOn ?? 'warn'];
      const failing = report.findings.filter(({ severity }) => RANK[severity] >= limit);
      return {
        pass: failing.length === 0,
        message: () =>
          failing.length === 0 ? 'expected the reply to fail the check, and it passes' : `expected the reply to pass the check; it has\n${linesOf(failing)}`,
        actual: labelsOf(failing),
        expected: [],
      };
    },
    toHaveFinding(received, query, options) {
      const pattern = patternOf(query);
      const { findings } = reportOn(received, options);
      const found = findings.filter((finding) => agrees(finding, pattern));
      return {
        pass: found.length > 0,
        message: () =>
          found.length > 0
            ? `expected no finding like ${JSON.stringify(pattern)}; there is\n${linesOf(found)}`
            : `expected a finding like ${JSON.stringify(pattern)}; ${foundInstead(findings)}`,
      };
    },
    toHaveFindings(received, categories, options) {
      for (const category of categories) knownCategory(category);
      const findings = reportOn(received, options).findings.filter(({ severity }) => severity !== 'info');
      const actual = labelsOf(findings);
      const expected = [...new Set(categories)].sort();
      return {
        pass: actual.join() === expected.join(),
        message: () => `expected findings of [${expected.join(', ')}] alone; ${foundInstead(findings)}`,
        actual,
        expected,
      };
    },
    toHaveVerdict(received, verdict, options) {
      const { verdict: actual, findings } = reportOn(received, options);
      return {
        pass: actual === verdict,
        message: () => `expected ${actual === verdict ? 'another verdict than' : 'the verdict'} ${verdict}, got ${actual}; ${foundInstead(findings)}`,
        actual,
        expected: verdict,
      };
    },
    toHaveCommitment(received, act, options) {
      const { commitments } = reportOn(received, options);
      const actual = commitments.map((commitment) => commitment.act);
      return {
        pass: actual.includes(act),
        message: () => `expected ${actual.includes(act) ? 'no commitment' : 'a commitment'} ${act}, got [${actual.join(', ')}]`,
        actual,
        expected: [act],
      };
    },
  };
}

/** The matchers with the preset `default`; for a policy of your own, {@link matchersFor}. */
export const matchers: Matchers = matchersFor();

function guardOf({ guard, policy = 'default' }: CheckOptions): Guard {
  return guard ?? createGuard({ policy });
}

function replyOf(received: unknown): string {
  if (typeof received === 'string') return received;
  if (typeof received === 'object' && received !== null && 'text' in received && typeof received.text === 'string') return received.text;
  throw new TypeError('replyguard matchers take a reply, an object with the reply in `text`, or the report of a check');
}

function isReport(received: unknown): received is Report {
  return typeof received === 'object' && received !== null && 'schema' in received && 'findings' in received && 'commitments' in received;
}

function patternOf(query: FindingQuery): FindingPattern {
  if (typeof query === 'object') {
    refuseUnknownOptions(query, PATTERN);
    if (query.category !== undefined) knownCategory(query.category);
    return query;
  }
  return isCategory(query) ? { category: query } : query.includes('/') ? { rule: query } : { category: knownCategory(query) };
}

/** A misspelt category would make `.not` pass for ever. */
function knownCategory(name: string): Category {
  if (isCategory(name)) return name;
  throw new TypeError(`no category "${name}"; there are ${CATEGORIES.join(', ')}`);
}

function isCategory(name: string): name is Category {
  return CATEGORIES.some((category) => category === name);
}

function agrees(finding: Finding, { category, rule, severity, text }: FindingPattern): boolean {
  if (category !== undefined && finding.category !== category) return false;
  if (rule !== undefined && finding.rule !== rule) return false;
  if (text !== undefined && !finding.text.includes(text)) return false;
  if (severity !== undefined) return finding.severity === severity;
  // What is only of interest counts as no label, unless the rule itself is asked for.
  return rule !== undefined || finding.severity !== 'info';
}

function labelsOf(findings: readonly Finding[]): Category[] {
  return [...new Set(findings.map(({ category }) => category))].sort();
}

function foundInstead(findings: readonly Finding[]): string {
  return findings.length === 0 ? 'there is no finding' : `there is\n${linesOf(findings)}`;
}

function linesOf(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, rule, start, end, text, message, advice }) => `  ${severity} ${rule} at ${start}–${end} “${text}”: ${message}${advice === '' ? '' : ` → ${advice}`}`)
    .join('\n');
}
