/** The mergeable side of an audit: what was counted, as plain JSON that can go through a queue, and what adds to it. */
import type { Category, Severity } from '../types.ts';
import type { BoundedEntries } from './bounded.ts';
import type { CaseState } from './cases.ts';
import type { GroupState, ProblemState, PromiseState } from './states.ts';
import type { Example, Fault, FirstContact } from './summary.ts';

/** How much is kept of what has no bound of its own. Totals that are to be merged must have been counted with the same limits. */
export interface AuditLimits {
  /** Agents listed by name. Default 20,000. */
  readonly agents: number;
  /** Days listed. Default 4,000. */
  readonly days: number;
  /** Products listed by name. Default 100,000. */
  readonly products: number;
  /** Kinds of problem that the data names. Default 10,000. */
  readonly issues: number;
  /** Pairs of a problem and a product. Default 100,000. */
  readonly pairs: number;
  /** Problems of customers followed from contact to contact. Default 100,000. */
  readonly cases: number;
  /** Examples a category. Default 20. */
  readonly examples: number;
  /** Faults kept with their text. Default 100. */
  readonly faults: number;
}

/** Limits that fit tens of millions of rows into some hundred megabytes. */
export const DEFAULT_LIMITS: AuditLimits = Object.freeze({
  agents: 20_000,
  days: 4_000,
  products: 100_000,
  issues: 10_000,
  pairs: 100_000,
  cases: 100_000,
  examples: 20,
  faults: 100,
});

/** Findings of a category or a rule. */
export interface FindingState extends Record<Severity, number> {
  /** Replies with one of warn or above. */
  replies: number;
}

/** An example with its place in the lottery that chooses which are kept. */
export type DrawnExample = readonly [number, Example];

/**
 * What was counted of some rows. Plain JSON. Merging is associative and commutative: any division of the rows, merged in any
 * order, gives the same totals.
 */
export interface AuditTotals {
  /** Version of this shape. */
  readonly schema: 1;
  readonly rows: Record<'read' | 'audited' | 'skipped' | 'broken', number>;
  readonly verdicts: Record<'pass' | 'warn' | 'block', number>;
  readonly categories: Partial<Record<Category, FindingState>>;
  /** By rule id, in its order. */
  readonly rules: readonly (readonly [string, { category: Category; counts: FindingState }])[];
  readonly agents: BoundedEntries<GroupState>;
  readonly days: BoundedEntries<GroupState>;
  readonly products: BoundedEntries<GroupState>;
  /** By act, in its order. */
  readonly promises: readonly (readonly [string, PromiseState])[];
  readonly issues: BoundedEntries<ProblemState>;
  /** By kind and name of the problem with the product, as `joinKey` puts them together. */
  readonly pairs: BoundedEntries<ProblemState>;
  readonly cases: BoundedEntries<CaseState>;
  /** Rows by what tells their problem from others. */
  readonly caseRows: Record<FirstContact['caseBy'], number>;
  readonly examples: Partial<Record<Category, readonly DrawnExample[]>>;
  readonly faults: readonly Fault[];
}
