import * as z from 'zod/mini';
import { DataError, refuseUnknownOptions, throwFaults } from '../errors.ts';
import { DECISION_ROWS } from '../generated/decisions.ts';
import { faultsOf } from '../policy/faults.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyInput, PolicyName } from '../policy/schema.ts';
import type { Case } from './case.ts';
import { readCase } from './case.ts';
import type { Table } from './compile.ts';
import { compileTable } from './compile.ts';
import type { Decision } from './decision.ts';
import { applyTable } from './engine.ts';
import { overlapsOf } from './overlap.ts';
import type { DecisionRow } from './table.ts';
import { rowSchema } from './table.ts';

/** What a shop can set for its decisions. */
export interface DeciderOptions {
  /** The policy. Default: `default`. */
  readonly policy?: PolicyName | PolicyInput | Policy | undefined;
  /** Rows of the shop's own, added to the shipped table; `over` says which rows they go over. */
  readonly rows?: readonly DecisionRow[] | undefined;
}

let shipped: Table | undefined;

/** The shipped table, compiled on first use. */
function shippedTable(): Table {
  shipped ??= compileTable(DECISION_ROWS);
  return shipped;
}

/**
 * Decides what to do about a case: pure and total, so that every valid case gets exactly one decision,
 * the same each time, with the rows that decided.
 * @param given the case; plain JSON.
 * @param policy a preset's name, a policy document, or a loaded policy. Default: `default`.
 * @throws CaseError with every fault of the case, PolicyError with every fault of the policy.
 */
export function decide(given: Case, policy: PolicyName | PolicyInput | Policy = 'default'): Decision {
  return applyTable(readCase(given), loadPolicy(policy), shippedTable());
}

/**
 * Makes a `decide` for many cases of one shop, with rows of its own if it has any.
 * @throws PolicyError, DataError where a row does not fit the schema or the table, InputError if there is an option of another name.
 */
export function createDecider(options: DeciderOptions = {}): (given: Case) => Decision {
  refuseUnknownOptions(options, ['policy', 'rows']);
  const policy = loadPolicy(options.policy ?? 'default');
  const table = options.rows === undefined ? shippedTable() : ownTable(readRows(options.rows), policy);
  return (given) => applyTable(readCase(given), policy, table);
}

/** The shipped table with rows added: each must say which rows it goes over, so that none is hidden. */
function ownTable(own: readonly DecisionRow[], policy: Policy): Table {
  const rows = [...DECISION_ROWS, ...own];
  const table = compileTable(rows);
  const faults = overlapsOf(rows, policy).flatMap(({ first, second }) => {
    const index = own.findIndex(({ id }) => id === second);
    return index < 0 ? [] : [{ path: `[${index}].over`, expected: `"${first}" in it, since both can match one case` }];
  });
  throwFaults(DataError, faults);
  return table;
}

/**
 * Checks rows of which nothing is known, such as a parsed file.
 * @throws DataError with every fault at once.
 */
export function readRows(value: unknown): DecisionRow[] {
  const result = z.safeParse(z.array(rowSchema), value);
  if (result.success) return result.data;
  throwFaults(DataError, faultsOf(result.error.issues));
  throw result.error;
}
