import type { Policy } from '../policy/policy.ts';
import { CATEGORIES } from '../types.ts';
import { VERSION } from '../version.ts';
import { distinctKeys } from './bounded.ts';
import type { BoundedEntries } from './bounded.ts';
import { splitKey } from './keys.ts';
import { complaintsOf } from './states.ts';
import type { GroupState, PromiseState } from './states.ts';
import type {
  AuditSummary, Example, FirstContact, Group, Groups, Problem, ProductAlert, PromiseCounts, SeverityCounts, Share,
} from './summary.ts';
import type { AuditTotals } from './totals.ts';

/** Problems listed. */
const PROBLEMS_SHOWN = 20;
/** Products listed with a problem. */
const PRODUCTS_SHOWN = 5;
const GRAVITY = { info: 0, warn: 1, block: 2 } as const;

/**
 * What the totals say, sorted and with the shares worked out.
 *
 * @param totals what was counted, of all rows.
 * @param policy gives the complaint threshold.
 */
export function summarize(totals: AuditTotals, policy: Pick<Policy, 'productAlert'>): AuditSummary {
  const promises = totals.promises.map(([act, state]) => ({ act, ...promiseCounts(state), fulfilment: fulfilmentOf(state) }));
  const all = sumOf(totals.promises.map(([, state]) => state));
  const counts = CATEGORIES.map((category) => ({ category, ...(totals.categories[category] ?? { info: 0, warn: 0, block: 0, replies: 0 }) }));
  return {
    version: VERSION,
    schema: 1,
    rows: totals.rows,
    verdicts: totals.verdicts,
    findings: counts.reduce<SeverityCounts>(
      (sum, { info, warn, block }) => ({ info: sum.info + info, warn: sum.warn + warn, block: sum.block + block }),
      { info: 0, warn: 0, block: 0 },
    ),
    categories: counts.map(({ category, info, warn, block, replies }) => ({ category, counts: { info, warn, block }, replies })),
    rules: totals.rules
      .map(([rule, { category, counts: { info, warn, block } }]) => ({ rule, category, counts: { info, warn, block } }))
      .sort((a, b) => b.counts.warn + b.counts.block - a.counts.warn - a.counts.block || b.counts.info - a.counts.info || byText(a.rule, b.rule)),
    agents: groupsOf(totals.agents, byFlagged),
    days: groupsOf(totals.days, byName),
    products: groupsOf(totals.products, byFlagged),
    promises: promiseCounts(all),
    fulfilment: fulfilmentOf(all),
    promisesByAct: promises.sort((a, b) => b.made - a.made || byText(a.act, b.act)),
    firstContact: firstContactOf(totals),
    problems: problemsOf(totals),
    productAlert: policy.productAlert,
    alerts: alertsOf(totals.products, policy.productAlert),
    examples: examplesOf(totals),
    faults: totals.faults,
  };
}

function shareOf(count: number, of: number): Share {
  return { count, of, rate: of === 0 ? null : count / of };
}

function sumOf(states: readonly PromiseState[]): PromiseState {
  const sum = { kept: 0, broken: 0, open: 0, unknown: 0 };
  for (const { kept, broken, open, unknown } of states) {
    sum.kept += kept;
    sum.broken += broken;
    sum.open += open;
    sum.unknown += unknown;
  }
  return sum;
}

function promiseCounts({ kept, broken, open, unknown }: PromiseState): PromiseCounts {
  return { made: kept + broken + open + unknown, kept, broken, open, unknown };
}

function fulfilmentOf({ kept, broken }: PromiseState): Share {
  return shareOf(kept, kept + broken);
}

function groupsOf(entries: BoundedEntries<GroupState>, order: (a: Group, b: Group) => number): Groups {
  return {
    groups: entries.kept.map(([name, state]) => groupOf(name, state)).sort(order),
    others: entries.rest === null ? null : groupOf('', entries.rest),
    distinct: distinctKeys(entries),
  };
}

function groupOf(name: string, state: GroupState): Group {
  const { replies, warned, blocked, promises } = state;
  const categories = Object.fromEntries(
    CATEGORIES.flatMap((category) => {
      const count = state.categories[category];
      return count === undefined ? [] : [[category, count]];
    }),
  );
  return {
    name,
    replies,
    warned,
    blocked,
    flagged: shareOf(warned + blocked, replies),
    categories,
    promises: promiseCounts(promises),
    fulfilment: fulfilmentOf(promises),
    complaints: complaintsOf(state).count,
  };
}

function byFlagged(a: Group, b: Group): number {
  return b.flagged.count - a.flagged.count || b.replies - a.replies || byName(a, b);
}

function byName(a: Group, b: Group): number {
  return byText(a.name, b.name);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstContactOf({ cases, caseRows }: AuditTotals): FirstContact | null {
  const rated = cases.kept.filter(([, state]) => state.rated);
  if (rated.length === 0) return null;
  const solved = rated.filter(([, state]) => state.solved);
  const first = solved.filter(([, state]) => !state.several);
  const kinds = ['customer-product', 'customer', 'conversation', 'row'] as const;
  return {
    caseBy: kinds.reduce((most, kind) => (caseRows[kind] > caseRows[most] ? kind : most)),
    cases: distinctKeys(cases),
    rated: rated.length,
    solved: shareOf(solved.length, rated.length),
    solvedAtFirst: shareOf(first.length, rated.length),
    exact: cases.cut === null,
  };
}

function problemsOf({ rules, issues, pairs }: AuditTotals): Problem[] {
  const products = new Map<string, { name: string; replies: number }[]>();
  for (const [key, { replies }] of pairs.kept) {
    const [problem, product] = splitKey(key);
    const list = products.get(problem) ?? [];
    list.push({ name: product, replies });
    products.set(problem, list);
  }
  const found = (kind: Problem['kind'], name: string, replies: number): Problem => ({
    kind,
    name,
    replies,
    products: (products.get(`${kind} ${name}`) ?? [])
      .sort((a, b) => b.replies - a.replies || byText(a.name, b.name))
      .slice(0, PRODUCTS_SHOWN),
  });
  return [
    ...rules.map(([rule, { counts }]) => found('rule', rule, counts.replies)),
    ...issues.kept.map(([issue, { replies }]) => found('issue', issue, replies)),
  ]
    .filter(({ replies }) => replies > 0)
    .sort((a, b) => b.replies - a.replies || byText(a.kind, b.kind) || byText(a.name, b.name))
    .slice(0, PROBLEMS_SHOWN);
}

function alertsOf(products: BoundedEntries<GroupState>, threshold: number): ProductAlert[] {
  return products.kept
    .map(([product, state]) => {
      const { count, exact } = complaintsOf(state);
      return { product, complaints: count, exact };
    })
    .filter(({ complaints }) => complaints > 0 && complaints >= threshold)
    .sort((a, b) => b.complaints - a.complaints || byText(a.product, b.product));
}

function examplesOf({ examples }: AuditTotals): Example[] {
  return CATEGORIES.flatMap((category) => (examples[category] ?? []).map(([, example]) => example)).sort(
    (a, b) =>
      GRAVITY[b.severity] - GRAVITY[a.severity] ||
      CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
      byText(a.source, b.source) ||
      a.row - b.row ||
      a.span.start - b.span.start,
  );
}
