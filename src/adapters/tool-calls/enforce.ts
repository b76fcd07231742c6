import { ReplyguardError } from '../../errors.ts';
import type { Fault } from '../../errors.ts';
import type { Guard } from '../../guard.ts';
import { violates } from '../../stream/violation.ts';
import { languageOf } from '../../text/script.ts';
import type { Language } from '../../types.ts';
import { checkToolCall } from './check.ts';
import type { ToolCall } from './check.ts';
import { brokenRule, lineOf, sentences } from './messages.ts';
import type { ToolCallOptions } from './options.ts';
import type { ToolCallFinding, ToolCallReport } from './report.ts';

/**
 * A tool call was not carried out. Its message says where and what to do instead, in the report's language, never the words of a text
 * argument.
 */
export class ToolCallError extends ReplyguardError {
  override readonly name = 'ToolCallError';
  /** What was found. */
  readonly report: ToolCallReport;

  /**
   * @param report What was found.
   * @param violations Those of the findings that stopped the call, at least one.
   */
  constructor(report: ToolCallReport, violations: readonly [ToolCallFinding, ...ToolCallFinding[]]) {
    const { language } = report;
    const [first, ...rest] = violations;
    super([faultOf(first, language), ...rest.map((finding) => faultOf(finding, language))]);
    this.message = this.issues.map(({ path, expected }) => lineOf(path, expected, language)).reduce((all, line) => sentences(all, line, language));
    this.report = report;
  }
}

/**
 * Checks a tool call and stops it where something is found. Call it first thing in a tool's `execute`: agent frameworks give the error
 * back to the model, which then knows what to change.
 *
 * @returns What was found below `failOn`, if anything.
 * @throws ToolCallError where something is found at `failOn` or above. ContextError if the context is wrong.
 */
export function assertToolCall(guard: Guard, call: ToolCall, options: ToolCallOptions): ToolCallReport {
  const report = checkToolCall(guard, call, options);
  const [first, ...rest] = toolCallViolations(report, options);
  if (first !== undefined) throw new ToolCallError(report, [first, ...rest]);
  return report;
}

/** The findings that stop a call under these options. */
export function toolCallViolations({ findings }: Pick<ToolCallReport, 'findings'>, { failOn = 'block' }: Pick<ToolCallOptions, 'failOn'>): readonly ToolCallFinding[] {
  return findings.filter(({ severity }) => violates(severity, failOn));
}

/** What to tell the model that made the call: one line for each finding, with what may be done instead. */
export function toolCallFeedback(findings: readonly ToolCallFinding[]): string {
  return findings
    .map(({ path, message, advice }) => {
      const language = languageOf(message + advice, 'en');
      return `- ${lineOf(path, sentences(message, advice, language), language)}`;
    })
    .join('\n');
}

function faultOf(finding: ToolCallFinding, language: Language): Fault {
  const { path, about, advice } = finding;
  return { path, expected: about === 'text' ? brokenRule(finding.finding.rule, language) : advice };
}
