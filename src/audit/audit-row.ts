import type { Context } from '../context/index.ts';
import type { Guard } from '../guard.ts';
import type { Commitment, Report } from '../report.ts';
import { asNow, dueOf } from './moment.ts';
import type { AuditRow } from './row.ts';
import type { Outcome } from './values.ts';

/** A commitment with what the data says about it: a line of the ledger. */
export interface LedgerEntry {
  /** The promise; null where the data says what became of one that was not read in the reply. */
  readonly commitment: Commitment | null;
  /** The latest moment that was promised, `2024-05-31 18:00` or `2024-05-31`; null where no time or no day is known. */
  readonly due: string | null;
  readonly outcome: Outcome;
  /** Whether it counts as a promise: false for the agent's own immediate acts ("one moment"), and for a promise that was counted already. */
  readonly counts: boolean;
}

/** A row with what the check made of it. */
export interface AuditedRow {
  readonly row: AuditRow;
  /** Null where the row holds no reply of an agent. */
  readonly report: Report | null;
  readonly ledger: readonly LedgerEntry[];
  /** What could not be used of the row's values, as `path: what was expected`. */
  readonly error?: string;
}

/**
 * Checks the reply of a row. A pure function of its arguments: rows can be audited in any order, on any machine.
 *
 * @param guard checks the reply.
 * @param row the row, with what the data says about the talk.
 * @param base what is known about every reply. Default: nothing.
 * @throws ContextError where `base` is wrong.
 */
export function auditRow(guard: Guard, row: AuditRow, base: Context = {}): AuditedRow {
  if (row.reply === undefined) return { row, report: null, ledger: [] };
  const report = guard.check(row.reply, contextOf(row, base));
  return report.commitments.length === 0 ? { row, report, ledger: unreadOf(row) } : ledgerOf(row, report);
}

/** The promises of a reply in which none was read: those whose outcome the data knows. */
function unreadOf({ outcomes = [] }: AuditRow): LedgerEntry[] {
  return outcomes.filter((outcome) => outcome !== 'unknown').map((outcome) => ({ commitment: null, due: null, outcome, counts: true }));
}

/** What a row says about the talk, over what is known about every reply. */
function contextOf({ complaint, message, paid, written }: AuditRow, base: Context): Context {
  return {
    ...base,
    ...(complaint === undefined ? {} : { complaint }),
    ...(message === undefined ? {} : { customer: message }),
    ...(paid === undefined ? {} : { paid }),
    ...(written === undefined ? {} : { now: asNow(written) }),
  };
}

function ledgerOf(row: AuditRow, report: Report): AuditedRow {
  const { outcomes = [], written } = row;
  const { commitments } = report;
  const counted = commitments.map((commitment, place) => counts(commitment) && !commitments.slice(0, place).some((before) => isSame(before, commitment)));
  const counting = counted.filter(Boolean).length;
  const fits = outcomes.length <= 1 || outcomes.length === counting;
  let next = 0;
  const ledger = commitments.map((commitment, place): LedgerEntry => {
    const said = !counted[place] || !fits ? undefined : outcomes.length === 1 ? outcomes[0] : outcomes[next++];
    const due = written === undefined || commitment.time === undefined ? null : dueOf(written, commitment.time);
    return { commitment, due, outcome: said ?? 'unknown', counts: counted[place]! };
  });
  if (fits) return { row, report, ledger };
  return { row, report, ledger, error: `outcome: expected 1 or ${counting} values, one for each promise, got ${outcomes.length}` };
}

/** Looking something up at once is no promise that anybody follows up; with a time it is one. */
function counts({ act, time }: Commitment): boolean {
  return act !== 'follow-up' || time !== undefined;
}

/** Whether two commitments are one promise: the same words about the same thing ("your refund will arrive" refunds, and arrives). */
function isSame(a: Commitment, b: Commitment): boolean {
  return a.start === b.start && a.end === b.end && a.object === b.object;
}
