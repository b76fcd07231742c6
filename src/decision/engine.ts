import type { Policy } from '../policy/policy.ts';
import type { Ask, MeasuredAsk } from './ask.ts';
import { askedFirst, measureAsk } from './ask.ts';
import { buildDecision } from './build.ts';
import type { Outcome } from './build.ts';
import type { Case } from './case.ts';
import type { Table } from './compile.ts';
import { firstMatch } from './compile.ts';
import { DEPARTMENTS } from './decision.ts';
import type { Decision, Department, Offer, Remedy } from './decision.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './facts.ts';
import type { StandardOffer } from './offers.ts';
import { standardOffer } from './offers.ts';
import type { CourseRow, DecisionRow } from './table.ts';

/** A course, and the rows that led to it. */
interface Course {
  readonly outcome: Outcome;
  readonly offers: readonly StandardOffer[];
  readonly rejected: ReadonlySet<Remedy>;
}

/**
 * Applies a table to a checked case. Whatever the rows say, what stands here holds: nothing rejected,
 * nothing of amount 0, nothing from an empty stock, no more than `maxOffers`.
 */
export function applyTable(given: Case, policy: Policy, table: Table): Decision {
  const facts = factsOf(given, policy);
  const because: DecisionRow[] = [];
  const course = settleCourse(given, facts, policy, table, because);
  const offers = leaveOut(course, facts, policy, table, because);
  const outcome = settleLeftovers(course.outcome, offers, facts, policy, table, because);

  const notes = table.notes.filter(({ matches }) => matches(facts, policy)).map(({ row }) => row);
  const told = new Set<Department>(notes.flatMap(({ then }) => then.notify ?? []));
  const opening = firstMatch(table.opening, facts, policy);
  because.push(...notes);
  if (opening !== undefined) because.push(opening);

  return buildDecision(outcome, policy, {
    offers: offers.slice(0, policy.maxOffers),
    notify: DEPARTMENTS.filter((department) => told.has(department)),
    openWith: opening?.then.openWith ?? 'apology',
    mayAskReview: notes.some(({ then }) => then.mayAskReview === true),
    publicReply: notes.some(({ then }) => then.publicReply === true),
    because: because.map(({ id, source }) => ({ rule: id, source })),
  });
}

function settleCourse(given: Case, facts: Facts, policy: Policy, table: Table, because: DecisionRow[]): Course {
  const row = firstMatch(table.course, facts, policy);
  const rejected = new Set(given.rejected);
  // The shipped table has a row for every case (shown by `npm run verify:decisions`).
  if (row === undefined) return { outcome: { action: 'escalate', escalateTo: 'senior' }, offers: [], rejected };
  because.push(row);
  const offers = remediesOf(row).map((remedy) => standardOffer(remedy, given, policy));
  const course: Course = { outcome: row.then, offers, rejected };
  if (!('asks' in row.then) || row.then.asks === 'ignored' || given.ask === undefined) return course;
  return heedAsk(given.ask, course, given, facts, policy, table, because);
}

function remediesOf({ then }: CourseRow): NonNullable<Extract<CourseRow['then'], { asks: unknown }>['remedies']> {
  return 'remedies' in then ? (then.remedies ?? []) : [];
}

function heedAsk(
  ask: Ask,
  course: Course,
  given: Case,
  facts: Facts,
  policy: Policy,
  table: Table,
  because: DecisionRow[],
): Course {
  const measured = measureAsk(ask, course.offers, given, policy);
  const row = firstMatch(table.ask, { ...facts, ask: measured.fact }, policy);
  if (row === undefined) return course;
  because.push(row);
  // Who asks for a remedy no longer turns it down.
  const rejected = new Set([...course.rejected].filter((remedy) => remedy !== measured.remedy));
  switch (row.then.do) {
    case 'nothing':
      return { ...course, rejected };
    case 'asked-first':
      return { ...course, rejected, offers: askedFirst(ask, measured, course.offers) };
    case 'decline':
      return { ...course, rejected, outcome: { action: 'decline' } };
    case 'escalate':
      return { outcome: { action: 'escalate', escalateTo: targetOf(row.then.escalateTo, measured) }, offers: [], rejected };
  }
}

function targetOf(target: 'supervisor' | 'covering-tier', { coveredBy }: MeasuredAsk): 'senior' | 'supervisor' {
  return target === 'covering-tier' ? (coveredBy ?? 'supervisor') : target;
}

function leaveOut(course: Course, facts: Facts, policy: Policy, table: Table, because: DecisionRow[]): Offer[] {
  const offers: Offer[] = [];
  const omitted = new Set<'rejected' | 'zero'>();
  for (const { remedy, amount, freight } of course.offers) {
    if (course.rejected.has(remedy)) omitted.add('rejected');
    else if (amount !== null && amount <= 0) omitted.add('zero');
    else if (facts.stock !== 'out' || (remedy !== 'exchange' && remedy !== 'resend')) {
      offers.push({ remedy, amount, freight });
    }
  }
  for (const fact of omitted) {
    const row = firstMatch(table.omissions, { ...facts, omitted: fact }, policy);
    if (row !== undefined) because.push(row);
  }
  return offers;
}

function settleLeftovers(
  outcome: Outcome,
  offers: readonly Offer[],
  facts: Facts,
  policy: Policy,
  table: Table,
  because: DecisionRow[],
): Outcome {
  if (outcome.action !== 'offer' || offers.length > 0) return outcome;
  const row = firstMatch(table.leftovers, facts, policy);
  if (row === undefined) return { action: 'decline' };
  because.push(row);
  return row.then;
}
