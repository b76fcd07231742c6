/**
 * Auditing many replies: a pure map over rows and a mergeable summary, for a single process, worker threads, a queue or a stream
 * of messages. No files here: `replyguard audit` reads them.
 *
 * @packageDocumentation
 */
import type { Context } from '../context/index.ts';
import type { Guard } from '../guard.ts';
import { Accumulator } from './accumulator.ts';
import { auditRow } from './audit-row.ts';
import type { ReadRow } from './row.ts';
import type { AuditLimits, AuditTotals } from './totals.ts';

/** What `auditRows` may be told. */
export interface AuditOptions {
  /** What is known about every reply; what a row says goes before it. Default: nothing. */
  readonly context?: Context;
  /** How much is kept; the same for all totals that are to be merged. Default: `DEFAULT_LIMITS`. */
  readonly limits?: Partial<AuditLimits>;
}

/**
 * Audits some rows: one step of a distributed audit. The totals are plain JSON.
 *
 * @param guard checks the replies.
 * @param rows the rows, as `readRow` gives them.
 * @throws ContextError where `options.context` is wrong.
 */
export function auditRows(guard: Guard, rows: Iterable<ReadRow>, { context = {}, limits = {} }: AuditOptions = {}): AuditTotals {
  const accumulator = new Accumulator(limits);
  for (const { row, faults } of rows) {
    if (row !== null) accumulator.add(auditRow(guard, row, context));
    for (const fault of faults) accumulator.addFault(fault);
  }
  return accumulator.totals();
}

/**
 * Puts totals together, in any order. Each must be given once: what a queue may deliver twice is to be told apart by its id first.
 *
 * @param parts totals that were counted with the same limits.
 * @param limits those limits. Default: `DEFAULT_LIMITS`.
 */
export function mergeTotals(parts: Iterable<AuditTotals>, limits: Partial<AuditLimits> = {}): AuditTotals {
  const accumulator = new Accumulator(limits);
  for (const part of parts) accumulator.merge(part);
  return accumulator.totals();
}

export { Accumulator } from './accumulator.ts';
export { auditRow } from './audit-row.ts';
export type { AuditedRow, LedgerEntry } from './audit-row.ts';
export { COLUMNS, guessColumns, HEADERS } from './columns.ts';
export type { Column, Mapping } from './columns.ts';
export { dueOf, readMoment } from './moment.ts';
export type { Moment } from './moment.ts';
export { readRow } from './row.ts';
export type { AuditRow, Cell, Place, ReadRow } from './row.ts';
export { summarize } from './summarize.ts';
export { EXAMPLE_LENGTH } from './summary.ts';
export type * from './summary.ts';
export { DEFAULT_LIMITS } from './totals.ts';
export type { AuditLimits, AuditTotals } from './totals.ts';
export type { Outcome, Role } from './values.ts';
