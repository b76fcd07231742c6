import type { Finding } from '../../report.ts';
import type { Language, Money, Multiple, Severity, Verdict } from '../../types.ts';

/** What an amount in a tool call is given as; each kind has its own limit. */
export type AmountKind = 'refund' | 'partial-refund' | 'goodwill' | 'coupon' | 'multiple';

interface ArgumentFindingBase {
  /** Where the argument stands, e.g. `message` or `lines[0].amount`; empty for the arguments as a whole. */
  readonly path: string;
  readonly severity: Severity;
  /** What is wrong. */
  readonly message: string;
  /** What may be done instead. */
  readonly advice: string;
}

/** Something in a text argument that should not be sent. */
export interface TextArgumentFinding extends ArgumentFindingBase {
  readonly about: 'text';
  /** The finding, with its place in the text of the argument. */
  readonly finding: Finding;
}

/** An amount that the policy, the case or its decision does not allow. */
export interface AmountArgumentFinding extends ArgumentFindingBase {
  readonly about: 'amount';
  readonly kind: AmountKind;
  /**
   * `over-limit`: more than the policy allows; `not-decided`: the case's decision has no such remedy, or less of it;
   * `other-currency`: cannot be compared with the policy; `paid-unknown`: cannot be compared with what the customer paid.
   */
  readonly problem: 'over-limit' | 'not-decided' | 'other-currency' | 'paid-unknown';
  /** What the call gives, amounts of one kind together. */
  readonly offered: Money | Multiple;
  /** The limit that it breaks; null where there is none to name. */
  readonly cap: Money | Multiple | null;
}

/** Arguments that cannot be judged: a text or an amount is missing or is none. Always `block`. */
export interface ShapeArgumentFinding extends ArgumentFindingBase {
  readonly about: 'shape';
  /** What was expected there, as a noun phrase in the report's language. */
  readonly expected: string;
}

/** Something in a tool call that should not be carried out, discriminated by `about`. */
export type ToolCallFinding = TextArgumentFinding | AmountArgumentFinding | ShapeArgumentFinding;

/** What the check of a tool call found. Plain JSON. */
export interface ToolCallReport {
  /** Name of the tool. */
  readonly tool: string;
  /** Whether the tool is one that the options know; if not, nothing was checked. */
  readonly checked: boolean;
  /** The highest severity among the findings: none or `info` is `pass`. */
  readonly verdict: Verdict;
  /** The one language of every message and advice: the context's `lang`, else that of the texts of the call, else the policy's. */
  readonly language: Language;
  readonly findings: readonly ToolCallFinding[];
}
