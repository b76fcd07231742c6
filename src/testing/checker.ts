import type { Category, Severity, Verdict } from '../types.ts';

/** What the testing tools look at in a finding. */
export interface CheckedFinding {
  readonly category: Category;
  readonly severity: Severity;
  /** Id of the rule that raised it. */
  readonly rule: string;
  /** First UTF-16 code unit of the marked words. */
  readonly start: number;
  /** One past the last code unit. */
  readonly end: number;
  /** The marked words, as they stand in the reply. */
  readonly text: string;
  readonly message: string;
  /** A suggested wording; empty or absent where a rule has none. */
  readonly advice?: string | undefined;
}

/** What the testing tools look at in a report. */
export interface CheckedReport {
  readonly verdict: Verdict;
  readonly findings: readonly CheckedFinding[];
}

/** Anything that checks a reply: the guard, or a stub. */
export interface Checker {
  check(reply: string, context?: Readonly<Record<string, unknown>>): CheckedReport;
}

/** A policy as a fixture names it: a preset, or an object that may extend one. */
export type PolicyReference = string | Readonly<Record<string, unknown>>;

/** Makes a checker for a policy. */
export type CheckerFactory = (policy: PolicyReference) => Checker;

/**
 * Keeps one checker a policy, since making a guard costs far more than a check.
 *
 * @param factory makes the checker of a policy that was not seen yet
 * @returns the same checker for equal policies
 */
export function cached(factory: CheckerFactory): CheckerFactory {
  const made = new Map<string, Checker>();
  return (policy) => {
    const key = typeof policy === 'string' ? policy : JSON.stringify(policy);
    const known = made.get(key);
    if (known !== undefined) return known;
    const checker = factory(policy);
    made.set(key, checker);
    return checker;
  };
}

/**
 * The labels of a report: the categories with a finding of `warn` or above, in the order of the findings.
 *
 * @param report the report
 * @returns each category once
 */
export function labelsOf(report: CheckedReport): Category[] {
  const labels = new Set<Category>();
  for (const finding of report.findings) {
    if (finding.severity !== 'info') labels.add(finding.category);
  }
  return [...labels];
}
