import type { Finding } from '../report.ts';
import { CATEGORIES } from '../types.ts';
import type { Category } from '../types.ts';
import type { AuditedRow } from './audit-row.ts';
import { Bounded } from './bounded.ts';
import { addToCase, CASES, caseOf } from './cases.ts';
import type { CaseState } from './cases.ts';
import { drawExample, mergeExamples } from './examples.ts';
import { joinKey } from './keys.ts';
import { addPromise, addToGroup, GROUPS, PROBLEMS, PROMISES } from './states.ts';
import type { GroupState, ProblemState, PromiseState } from './states.ts';
import type { Fault, FirstContact } from './summary.ts';
import { DEFAULT_LIMITS } from './totals.ts';
import type { AuditLimits, AuditTotals, DrawnExample, FindingState } from './totals.ts';

/** Counts rows and merges what others counted. */
export class Accumulator {
  readonly #limits: AuditLimits;
  readonly #rows = { read: 0, audited: 0, skipped: 0, broken: 0 };
  readonly #verdicts = { pass: 0, warn: 0, block: 0 };
  readonly #categories = new Map<Category, FindingState>();
  readonly #rules = new Map<string, { category: Category; counts: FindingState }>();
  readonly #agents: Bounded<GroupState>;
  readonly #days: Bounded<GroupState>;
  readonly #products: Bounded<GroupState>;
  readonly #promises = new Map<string, PromiseState>();
  readonly #issues: Bounded<ProblemState>;
  readonly #pairs: Bounded<ProblemState>;
  readonly #cases: Bounded<CaseState>;
  readonly #caseRows: Record<FirstContact['caseBy'], number> = { 'customer-product': 0, customer: 0, conversation: 0, row: 0 };
  readonly #examples = new Map<Category, DrawnExample[]>();
  #faults: Fault[] = [];

  /** @param limits how much is kept. Default: {@link DEFAULT_LIMITS}. */
  constructor(limits: Partial<AuditLimits> = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#agents = new Bounded(this.#limits.agents, GROUPS);
    this.#days = new Bounded(this.#limits.days, GROUPS);
    this.#products = new Bounded(this.#limits.products, GROUPS);
    this.#issues = new Bounded(this.#limits.issues, PROBLEMS);
    this.#pairs = new Bounded(this.#limits.pairs, PROBLEMS);
    this.#cases = new Bounded(this.#limits.cases, CASES);
  }

  /** Counts a row that was read. */
  add(audited: AuditedRow): void {
    const { row, report } = audited;
    this.#rows.read++;
    if (row.agent !== undefined) addToGroup(this.#agents.at(row.agent), audited);
    if (row.written !== undefined) addToGroup(this.#days.at(row.written.day), audited);
    if (row.product !== undefined) addToGroup(this.#products.at(row.product), audited);
    if (row.solved !== undefined) {
      const { by, key } = caseOf(row);
      this.#caseRows[by]++;
      addToCase(this.#cases.at(key), row);
    }
    if (report === null) {
      this.#rows.skipped++;
      return;
    }
    this.#rows.audited++;
    this.#verdicts[report.verdict]++;
    this.#addFindings(audited, report.findings);
    for (const entry of audited.ledger) {
      if (entry.counts) addPromise(entryOf(this.#promises, entry.commitment?.act ?? UNREAD, PROMISES.empty), entry);
    }
    if (row.issue !== undefined) this.#addProblem('issue', row.issue, row.product, this.#issues);
    if (audited.error !== undefined) this.#note({ source: row.source, row: row.row, level: 'value', error: audited.error });
  }

  /** Counts a fault; one of the level `row` stands for a row that was read and could not be audited. */
  addFault(fault: Fault): void {
    if (fault.level === 'row') {
      this.#rows.read++;
      this.#rows.broken++;
    }
    this.#note(fault);
  }

  /** Adds what was counted of other rows, with the same limits. */
  merge(totals: AuditTotals): void {
    addAll(this.#rows, totals.rows);
    addAll(this.#verdicts, totals.verdicts);
    addAll(this.#caseRows, totals.caseRows);
    for (const category of CATEGORIES) {
      const counts = totals.categories[category];
      if (counts !== undefined) addAll(entryOf(this.#categories, category, noFindings), counts);
      const examples = totals.examples[category];
      if (examples !== undefined) {
        this.#examples.set(category, mergeExamples(this.#examples.get(category) ?? [], examples, this.#limits.examples));
      }
    }
    for (const [rule, { category, counts }] of totals.rules) {
      addAll(entryOf(this.#rules, rule, () => ({ category, counts: noFindings() })).counts, counts);
    }
    this.#agents.merge(totals.agents);
    this.#days.merge(totals.days);
    this.#products.merge(totals.products);
    this.#issues.merge(totals.issues);
    this.#pairs.merge(totals.pairs);
    this.#cases.merge(totals.cases);
    for (const [act, promises] of totals.promises) PROMISES.merge(entryOf(this.#promises, act, PROMISES.empty), promises);
    for (const fault of totals.faults) this.#note(fault);
  }

  /** What was counted so far. It shares its parts with the accumulator: write it out before counting on. */
  totals(): AuditTotals {
    this.#sortFaults();
    return {
      schema: 1,
      rows: { ...this.#rows },
      verdicts: { ...this.#verdicts },
      categories: Object.fromEntries(CATEGORIES.flatMap((key) => pairOf(this.#categories, key))),
      rules: sorted(this.#rules),
      agents: this.#agents.entries(),
      days: this.#days.entries(),
      products: this.#products.entries(),
      promises: sorted(this.#promises),
      issues: this.#issues.entries(),
      pairs: this.#pairs.entries(),
      cases: this.#cases.entries(),
      caseRows: { ...this.#caseRows },
      examples: Object.fromEntries(CATEGORIES.flatMap((key) => pairOf(this.#examples, key))),
      faults: [...this.#faults],
    };
  }

  #addFindings(audited: AuditedRow, findings: readonly Finding[]): void {
    const { product } = audited.row;
    const categories = new Set<Category>();
    const rules = new Set<string>();
    for (const finding of findings) {
      const { category, rule, severity } = finding;
      const counts = entryOf(this.#categories, category, noFindings);
      const ruleCounts = entryOf(this.#rules, rule, () => ({ category, counts: noFindings() })).counts;
      counts[severity]++;
      ruleCounts[severity]++;
      if (severity === 'info') continue;
      if (!categories.has(category)) counts.replies++;
      if (!rules.has(rule)) {
        ruleCounts.replies++;
        if (product !== undefined) this.#addProblem('rule', rule, product);
      }
      categories.add(category);
      rules.add(rule);
      drawExample(entryOf(this.#examples, category, () => []), audited.row, finding, this.#limits.examples);
    }
  }

  #addProblem(kind: 'rule' | 'issue', name: string, product: string | undefined, named?: Bounded<ProblemState>): void {
    if (named !== undefined) named.at(name).replies++;
    if (product !== undefined) this.#pairs.at(joinKey(`${kind} ${name}`, product)).replies++;
  }

  #note(fault: Fault): void {
    this.#faults.push(fault);
    if (this.#faults.length >= 2 * this.#limits.faults + 16) this.#sortFaults();
  }

  #sortFaults(): void {
    this.#faults = this.#faults.sort(byPlace).slice(0, this.#limits.faults);
  }
}

/** The act of promises that the data knows and the reply does not show. */
export const UNREAD = 'unread';

function byPlace(a: Fault, b: Fault): number {
  return compare(a.source, b.source) || a.row - b.row || compare(a.level, b.level) || compare(a.error, b.error);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function noFindings(): FindingState {
  return { info: 0, warn: 0, block: 0, replies: 0 };
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, empty: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = empty()));
  return value;
}

function pairOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): [Key, Value][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => compare(a, b));
}

function addAll<Key extends string>(into: Record<Key, number>, from: Readonly<Record<Key, number>>): void {
  for (const key in from) into[key] += from[key];
}
