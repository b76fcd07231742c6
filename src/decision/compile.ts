import type { Fault } from '../errors.ts';
import { DataError, throwFaults } from '../errors.ts';
import { toMajor } from '../policy/money.ts';
import type { Policy } from '../policy/policy.ts';
import type { Facts } from './facts.ts';
import type { AskRow, Conditions, CourseRow, DecisionRow, PolicyNumber, Range, RowOf, Stage } from './table.ts';
import { COURSE_STAGES } from './table.ts';

/** Whether the facts of a case meet the conditions of a row under a policy. */
export type Test = (facts: Facts, policy: Policy) => boolean;

/** A row with its conditions made into a test. */
export interface Compiled<R extends DecisionRow> {
  readonly row: R;
  readonly matches: Test;
}

/** A decision table, ready for use: in every list, a row stands before those that it goes over. */
export interface Table {
  /** The rows that settle the course, stage after stage: the first that matches decides. */
  readonly course: readonly Compiled<CourseRow>[];
  readonly ask: readonly Compiled<RowOf<'ask'>>[];
  readonly omissions: readonly Compiled<RowOf<'omissions'>>[];
  readonly leftovers: readonly Compiled<RowOf<'leftovers'>>[];
  readonly notes: readonly Compiled<RowOf<'notes'>>[];
  readonly opening: readonly Compiled<RowOf<'opening'>>[];
}

/**
 * Makes rows into a table.
 * @throws DataError where two rows share an id, `over` names no row of the stage, or rows go over each
 *   other in a circle.
 */
export function compileTable(rows: readonly DecisionRow[]): Table {
  throwFaults(DataError, faultsOfRows(rows));
  const stage = <S extends Stage>(name: S): Compiled<RowOf<S>>[] =>
    sorted(rows.filter((row): row is RowOf<S> => row.stage === name)).map(compileRow);
  return {
    course: COURSE_STAGES.flatMap((name) =>
      sorted(rows.filter((row): row is CourseRow => row.stage === name)).map(compileRow),
    ),
    ask: stage('ask'),
    omissions: stage('omissions'),
    leftovers: stage('leftovers'),
    notes: stage('notes'),
    opening: stage('opening'),
  };
}

/** The first row of a list that matches, or undefined. */
export function firstMatch<R extends DecisionRow>(
  list: readonly Compiled<R>[],
  facts: Facts,
  policy: Policy,
): R | undefined {
  return list.find(({ matches }) => matches(facts, policy))?.row;
}

function faultsOfRows(rows: readonly DecisionRow[]): Fault[] {
  const faults: Fault[] = [];
  rows.forEach((row, index) => {
    if (rows.findIndex((other) => other.id === row.id) !== index) {
      faults.push({ path: `[${index}].id`, expected: `an id that no other row has, not "${row.id}"` });
    }
    row.over?.forEach((id, place) => {
      if (!rows.some((other) => other.id === id && other.stage === row.stage)) {
        faults.push({ path: `[${index}].over[${place}]`, expected: `the id of a row of the stage ${row.stage}` });
      }
    });
    if (goesOver(rows, row.id, row.id)) {
      faults.push({ path: `[${index}].over`, expected: 'no circle of rows that go over each other' });
    }
  });
  return faults;
}

/** Whether a row goes over another one, directly or through others. */
export function goesOver(rows: readonly DecisionRow[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const current = id;
    for (const next of rows.find((row) => row.id === current)?.over ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

/** The rows in their order, except that a row comes before those that it goes over. */
function sorted<R extends DecisionRow>(rows: readonly R[]): R[] {
  const done = new Set<string>();
  const order: R[] = [];
  const place = (row: R): void => {
    if (done.has(row.id)) return;
    done.add(row.id);
    for (const other of rows) if (other.over?.includes(row.id) === true) place(other);
    order.push(row);
  };
  rows.forEach(place);
  return order;
}

/** Every field that a condition can name. */
const FIELDS = [
  'issue',
  'verification',
  'proof',
  'window',
  'stock',
  'tier',
  'channel',
  'bulky',
  'resolved',
  'reviewPublic',
  'stars',
  'paid',
  'returnFreight',
  'daysSinceDelivery',
  'contacts',
  'claims90d',
  'sameProductComplaints',
  'ask',
  'omitted',
] as const satisfies readonly (keyof Facts)[];

function compileRow<R extends DecisionRow>(row: R): Compiled<R> {
  const conditions: Conditions & { ask?: AskRow['when']['ask']; omitted?: string } = row.when;
  const tests = FIELDS.flatMap((field) => {
    const condition = conditions[field];
    return condition === undefined ? [] : [compileCondition(field, condition)];
  });
  return { row, matches: (facts, policy) => tests.every((test) => test(facts, policy)) };
}

function compileCondition(field: keyof Facts, condition: string | boolean | readonly string[] | Range): Test {
  if (typeof condition !== 'object') return (facts) => facts[field] === condition;
  if (isList(condition)) return (facts) => condition.some((value) => value === facts[field]);
  return (facts, policy) => {
    const value = facts[field];
    return typeof value === 'number' && isInside(value, condition, policy);
  };
}

function isList(condition: readonly string[] | Range): condition is readonly string[] {
  return Array.isArray(condition);
}

/** NaN (not known) is inside of nothing. */
function isInside(value: number, { atLeast, atMost, above, below }: Range, policy: Policy): boolean {
  return (
    !Number.isNaN(value) &&
    (atLeast === undefined || value >= numberOf(atLeast, policy)) &&
    (atMost === undefined || value <= numberOf(atMost, policy)) &&
    (above === undefined || value > numberOf(above, policy)) &&
    (below === undefined || value < numberOf(below, policy))
  );
}

/** The value of a bound under a policy. */
export function numberOf(bound: number | PolicyNumber, policy: Policy): number {
  if (typeof bound === 'number') return bound;
  return bound === 'lowValue' ? toMajor(policy.lowValue.minor) : policy[bound];
}
