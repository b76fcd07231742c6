/** What is counted for each agent, day, product, act and problem, and how two counts come together. */
import type { Category } from '../types.ts';
import type { AuditedRow, LedgerEntry } from './audit-row.ts';
import type { Algebra } from './bounded.ts';
import { addDistinct, countDistinct, mergeDistinct } from './distinct.ts';
import type { Distinct } from './distinct.ts';
import type { AuditRow } from './row.ts';
import type { Outcome } from './values.ts';

/** What became of promises. */
export type PromiseState = Record<Outcome, number>;

/** The replies of an agent, a day or a product. */
export interface GroupState {
  replies: number;
  warned: number;
  blocked: number;
  /** Findings of warn or above. */
  categories: Partial<Record<Category, number>>;
  promises: PromiseState;
  /** Conversations with a complaint. */
  complaints: Distinct;
  /** Rows with a complaint that belong to no conversation. */
  complaintRows: number;
}

/** A kind of problem. */
export interface ProblemState {
  replies: number;
}

/** How counts of promises come together. */
export const PROMISES: Algebra<PromiseState> = {
  empty: () => ({ kept: 0, broken: 0, open: 0, unknown: 0 }),
  merge(into, from) {
    into.kept += from.kept;
    into.broken += from.broken;
    into.open += from.open;
    into.unknown += from.unknown;
  },
};

/** How counts of groups come together. */
export const GROUPS: Algebra<GroupState> = {
  empty: () => ({ replies: 0, warned: 0, blocked: 0, categories: {}, promises: PROMISES.empty(), complaints: [], complaintRows: 0 }),
  merge(into, from) {
    into.replies += from.replies;
    into.warned += from.warned;
    into.blocked += from.blocked;
    addCounts(into.categories, from.categories);
    PROMISES.merge(into.promises, from.promises);
    mergeDistinct(into.complaints, from.complaints);
    into.complaintRows += from.complaintRows;
  },
};

/** How counts of problems come together. */
export const PROBLEMS: Algebra<ProblemState> = {
  empty: () => ({ replies: 0 }),
  merge(into, from) {
    into.replies += from.replies;
  },
};

/** Adds a row to the group that it belongs to. */
export function addToGroup(group: GroupState, { row, report, ledger }: AuditedRow): void {
  if (row.complaint === true) addComplaint(group, row);
  if (report === null) return;
  group.replies++;
  if (report.verdict === 'warn') group.warned++;
  else if (report.verdict === 'block') group.blocked++;
  for (const { category, severity } of report.findings) {
    if (severity !== 'info') group.categories[category] = (group.categories[category] ?? 0) + 1;
  }
  for (const entry of ledger) addPromise(group.promises, entry);
}

/** Adds a promise that counts as one. */
export function addPromise(promises: PromiseState, { counts, outcome }: LedgerEntry): void {
  if (counts) promises[outcome]++;
}

/** Complaints of a group: conversations with one, and rows with one that belong to no conversation. */
export function complaintsOf({ complaints, complaintRows }: GroupState): { readonly count: number; readonly exact: boolean } {
  const { count, exact } = countDistinct(complaints);
  return { count: count + complaintRows, exact };
}

function addComplaint(group: GroupState, { conversation }: AuditRow): void {
  if (conversation === undefined) group.complaintRows++;
  else addDistinct(group.complaints, conversation);
}

function addCounts(into: Partial<Record<Category, number>>, from: Readonly<Partial<Record<Category, number>>>): void {
  for (const [category, count] of Object.entries(from)) {
    const key = category as Category;
    into[key] = (into[key] ?? 0) + count;
  }
}
