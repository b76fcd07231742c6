import type { AuditSummary, Group, PromiseCounts, Share } from '../../src/audit/summary.ts';

const promises: PromiseCounts = { made: 20, kept: 5, broken: 1, open: 2, unknown: 12 };
const share = (count: number, of: number): Share => ({ count, of, rate: of === 0 ? null : count / of });

function group(name: string, replies: number, blocked: number, warned: number): Group {
  return { name, replies, warned, blocked, flagged: share(warned + blocked, replies), categories: { timeline: blocked }, promises, fulfilment: share(5, 6), complaints: 2 };
}

/** An audit with everything that a page can show. */
export const SUMMARY: AuditSummary = {
  version: '0.0.0',
  schema: 1,
  rows: { read: 108, audited: 100, skipped: 5, broken: 3 },
  verdicts: { pass: 80, warn: 8, block: 12 },
  findings: { block: 14, warn: 9, info: 2 },
  categories: [
    { category: 'guarantee', counts: { block: 4, warn: 0, info: 0 }, replies: 4 },
    { category: 'timeline', counts: { block: 10, warn: 0, info: 2 }, replies: 9 },
    { category: 'cold', counts: { block: 0, warn: 9, info: 0 }, replies: 8 },
    { category: 'vague', counts: { block: 0, warn: 0, info: 0 }, replies: 0 },
  ],
  rules: [
    { rule: 'timeline/refund-arrival', category: 'timeline', counts: { block: 10, warn: 0, info: 2 } },
    { rule: 'cold/dismissal', category: 'cold', counts: { block: 0, warn: 9, info: 0 } },
  ],
  agents: { groups: [group('小王', 60, 8, 4), group('Ann', 30, 4, 3)], others: group('others', 10, 0, 1), distinct: 7 },
  days: { groups: [group('2026-11-01', 40, 5, 3), group('2026-11-02', 60, 7, 5)], others: null, distinct: 2 },
  products: { groups: [group('杯子', 100, 12, 8)], others: null, distinct: 1 },
  promises,
  fulfilment: share(5, 6),
  promisesByAct: [{ act: 'refund-arrival', fulfilment: share(5, 6), ...promises }],
  firstContact: { caseBy: 'conversation', cases: 12, rated: 10, solved: share(8, 10), solvedAtFirst: share(6, 10), exact: true },
  problems: [{ kind: 'issue', name: '破损', replies: 9, products: [{ name: '杯子', replies: 9 }] }],
  productAlert: 3,
  alerts: [{ product: '杯子', complaints: 4, exact: true }],
  examples: [
    {
      source: 'chats.csv',
      row: 7,
      agent: '小王',
      day: '2026-11-01',
      product: '杯子',
      reply: '退款24小时内到账',
      category: 'timeline',
      rule: 'timeline/refund-arrival',
      severity: 'block',
      message: '太快',
      advice: '3-5个工作日',
      span: { start: 0, end: 9 },
    },
  ],
  faults: [{ source: 'chats.csv', row: 12, level: 'row', error: 'row: expected 5 columns' }],
};

/** The same with a text in every field that comes from outside. */
export function hostileSummary(text: string): AuditSummary {
  const named = (one: Group): Group => ({ ...one, name: text });
  const groups = { groups: [named(group('a', 10, 1, 1))], others: null, distinct: 1 };
  const day = { ...groups, groups: [...groups.groups, named(group('b', 10, 1, 1))] };
  return {
    ...SUMMARY,
    agents: groups,
    days: day,
    products: groups,
    rules: [{ rule: text, category: 'cold', counts: { block: 1, warn: 0, info: 0 } }],
    promisesByAct: [{ act: text, fulfilment: share(1, 2), ...promises }],
    problems: [{ kind: 'issue', name: text, replies: 1, products: [{ name: text, replies: 1 }] }],
    alerts: [{ product: text, complaints: 4, exact: false }],
    examples: SUMMARY.examples.map((one) => ({ ...one, source: text, agent: text, day: text, product: text, reply: text, rule: text, message: text, advice: text, span: { start: 0, end: text.length } })),
    faults: [{ source: text, row: 0, level: 'row', error: text }],
  };
}
