/** The tables of an audit as files: one CSV for each kind of group, and the whole summary as JSON. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditSummary, Group } from '../../audit/index.ts';
import { CATEGORIES } from '../../index.ts';
import type { Language } from '../../index.ts';
import { auditHtml } from '../../reports/index.ts';
import { csvLines } from './lists.ts';

const BYTE_ORDER_MARK = '\ufeff';
const GROUP_HEADERS = ['replies', 'warned', 'blocked', 'flagged', 'promises', 'kept', 'broken', 'open', 'unknown', 'fulfilment', 'complaints', ...CATEGORIES];

/**
 * Writes `agents.csv`, `days.csv`, `products.csv`, `rules.csv`, `alerts.csv`, `report.html` and, last, `summary.json`.
 *
 * @param subtitle what was audited, for the page.
 */
export async function writeTables(folder: string, summary: AuditSummary, language: Language, subtitle: string): Promise<void> {
  const write = async (name: string, text: string): Promise<void> => {
    await writeFile(join(folder, `${name}.new`), text);
    await rename(join(folder, `${name}.new`), join(folder, name));
  };
  const table = (rows: Parameters<typeof csvLines>[0]): string => BYTE_ORDER_MARK + csvLines(rows);
  for (const [kind, name] of [['agents', 'agent'], ['days', 'day'], ['products', 'product']] as const) {
    const { groups, others } = summary[kind];
    await write(`${kind}.csv`, table([[name, ...GROUP_HEADERS], ...[...groups, ...(others === null ? [] : [{ ...others, name: '(others)' }])].map(groupLine)]));
  }
  await write(
    'rules.csv',
    table([['category', 'rule', 'block', 'warn', 'info'], ...summary.rules.map(({ category, rule, counts: { block, warn, info } }) => [category, rule, block, warn, info])]),
  );
  await write(
    'alerts.csv',
    table([['product', 'complaints', 'exact'], ...summary.alerts.map(({ product, complaints, exact }) => [product, complaints, exact ? 'yes' : 'no'])]),
  );
  await write('report.html', auditHtml(summary, { language, subtitle }));
  await write('summary.json', `${JSON.stringify(summary, null, 1)}\n`);
}

function groupLine({ name, replies, warned, blocked, flagged, promises, fulfilment, complaints, categories }: Group): (string | number | null)[] {
  const { made, kept, broken, open, unknown } = promises;
  return [
    name, replies, warned, blocked, rounded(flagged.rate), made, kept, broken, open, unknown, rounded(fulfilment.rate), complaints,
    ...CATEGORIES.map((category) => categories[category] ?? 0),
  ];
}

function rounded(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 10_000;
}
