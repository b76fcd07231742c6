import { ReplyguardError } from '../errors.ts';
import type { Fault } from '../errors.ts';
import type { Finding, Report } from '../report.ts';
import type { Severity, Verdict } from '../types.ts';

/** The severity from which on a finding is a violation: text that has one is not sent as it is. */
export type FailOn = 'warn' | 'block';

/** Every choice of it. */
export const FAIL_ON: readonly FailOn[] = ['warn', 'block'];

/** What happens on a violation where the caller says nothing. */
export const DEFAULT_FAIL_ON: FailOn = 'block';

/** Whether a finding of this severity is a violation, or a reply of this verdict has one. */
export function violates(severity: Severity | Verdict, failOn: FailOn): boolean {
  return severity === 'block' || severity === failOn;
}

/** The violations among the findings of a report. */
export function violationsOf(report: Report, failOn: FailOn): readonly Finding[] {
  return report.findings.filter(({ severity }) => violates(severity, failOn));
}

/** A reply was not sent because of what it says. Its message names the broken rules, never the words of the reply. */
export class ViolationError extends ReplyguardError {
  override readonly name = 'ViolationError';
  /** What was found; of a stream, in the text up to the violation. */
  readonly report: Report;
  /** Whether text before the violation had already gone out. */
  readonly released: boolean;

  /**
   * @param report What was found, a violation among it.
   * @param failOn From which severity on a finding is a violation.
   * @param released Whether text before the violation had already gone out.
   */
  constructor(report: Report, failOn: FailOn, released: boolean) {
    super(faultsOf(violationsOf(report, failOn)));
    this.report = report;
    this.released = released;
  }
}

function faultsOf(violations: readonly Finding[]): readonly [Fault, ...Fault[]] {
  const rules = [...new Set(violations.map(({ rule }) => rule))];
  const [first = 'any rule', ...rest] = rules;
  const faultOf = (rule: string): Fault => ({ path: 'reply', expected: `nothing that breaks ${rule}` });
  return [faultOf(first), ...rest.map(faultOf)];
}
