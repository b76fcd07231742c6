import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/index.ts';
import { auditRows, mergeTotals, readRow, summarize } from '../../src/audit/index.ts';
import type { AuditTotals, Column, ReadRow } from '../../src/audit/index.ts';

const guard = createGuard();
/** So small that every map overflows. */
const TIGHT = { agents: 3, days: 2, products: 3, issues: 2, pairs: 4, cases: 5, examples: 2, faults: 3 };

const REPLIES = [
  '亲，退款24小时内一定到账哦',
  '给您三倍赔偿，周五前给您发货',
  '您好，请问您想了解哪款商品呢？',
  '我帮您查一下，请稍等',
  "I guarantee you'll get triple your money back",
  '',
];
const cells = fc.record(
  {
    reply: fc.constantFrom(...REPLIES),
    agent: fc.constantFrom('小美', '小丽', '__proto__', 'constructor', 'Ann', 'Bob', ' Ann '),
    day: fc.constantFrom('2024-05-27 10:00', '2024/5/28', '2024年5月29日', 'yesterday', '20240530'),
    product: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'toString'),
    conversation: fc.integer({ min: 1, max: 12 }).map(String),
    customer: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    complaint: fc.constantFrom('是', '否', '?'),
    solved: fc.constantFrom('是', '否', '', 'open'),
    outcome: fc.constantFrom('kept', '未兑现', '是;否', '', '…'),
    issue: fc.constantFrom('物流', '质量', '尺寸'),
    role: fc.constantFrom('客服', '客户', 'agent', 'nobody'),
    contact: fc.constantFrom('1', '2', 'x'),
  } satisfies Partial<Record<Column, fc.Arbitrary<string>>>,
  { requiredKeys: ['reply'] },
);
const tablesOf = (name: string): fc.Arbitrary<ReadRow[]> => fc.array(cells, { maxLength: 40 }).map((rows) =>
  rows.map((row, at): ReadRow => {
    const values = new Map<string, string | undefined>(Object.entries(row));
    return readRow({ source: at % 3 === 0 ? `${name}.csv` : `${name}.jsonl`, row: at + 1 }, (column) => values.get(column));
  }),
);
const tables = tablesOf('chats');

/** Divides rows among parts. */
function divide<T>(items: readonly T[], parts: readonly number[]): T[][] {
  const divided = new Map<number, T[]>();
  items.forEach((item, at) => {
    const part = parts[at % Math.max(parts.length, 1)] ?? 0;
    divided.set(part, [...(divided.get(part) ?? []), item]);
  });
  return [...divided.values()];
}

/** As a queue or a checkpoint hands totals on. */
function sent(totals: AuditTotals): AuditTotals {
  return JSON.parse(JSON.stringify(totals));
}

describe.each([['wide limits', {}], ['limits that overflow', TIGHT]])('with %s', (_, limits) => {
  it('gives the same totals for any division of the rows, in any order', () => {
    fc.assert(
      fc.property(tables, fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 9 }), fc.integer(), (rows, parts, seed) => {
        const whole = sent(auditRows(guard, rows, { limits }));
        const divided = divide(rows, parts).map((part) => sent(auditRows(guard, [...part].reverse(), { limits })));
        divided.sort((a, b) => ((a.rows.read * 31 + seed) % 7) - ((b.rows.read * 31 + seed) % 7));
        expect(sent(mergeTotals(divided, limits))).toEqual(whole);
        expect(summarize(mergeTotals(divided, limits), guard.policy)).toEqual(summarize(whole, guard.policy));
      }),
      { numRuns: 150 },
    );
  });

  it('merges in any grouping', () => {
    fc.assert(
      fc.property(tablesOf('a'), tablesOf('b'), tablesOf('c'), (a, b, c) => {
        const [first, second, third] = [a, b, c].map((rows) => auditRows(guard, rows, { limits })) as [AuditTotals, AuditTotals, AuditTotals];
        const merge = (...parts: AuditTotals[]): AuditTotals => sent(mergeTotals(parts, limits));
        const left = merge(merge(first, second), third);
        expect(merge(first, merge(second, third))).toEqual(left);
        expect(merge(third, first, second)).toEqual(left);
        expect(merge(left)).toEqual(left);
      }),
      { numRuns: 80 },
    );
  });
});

it('counts every row once, whatever the limits leave out', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const summary = summarize(auditRows(guard, rows, { limits: TIGHT }), guard.policy);
      expect(summary.rows.read).toBe(rows.length);
      expect(summary.rows.audited + summary.rows.skipped + summary.rows.broken).toBe(rows.length);
      const named = rows.filter(({ row }) => row?.agent !== undefined && row.reply !== undefined).length;
      const { groups, others } = summary.agents;
      expect(groups.length).toBeLessThanOrEqual(TIGHT.agents);
      expect([...groups, ...(others === null ? [] : [others])].reduce((sum, group) => sum + group.replies, 0)).toBe(named);
    }),
    { numRuns: 100 },
  );
});
