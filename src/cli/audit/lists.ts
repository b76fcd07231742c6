/** The lists of an audit as CSV: the ledger of promises, the findings, the faults. */
import Papa from 'papaparse';
import type { AuditedRow, Fault, LedgerEntry } from '../../audit/index.ts';

/** Lists that an audit writes; each is a file of the output folder. */
export const LISTS = ['ledger', 'findings', 'faults'] as const;
/** One of {@link LISTS}. */
export type List = (typeof LISTS)[number];

/** The first line of each file. */
export const LIST_HEADERS: Readonly<Record<List, readonly string[]>> = {
  ledger: [
    'source', 'row', 'conversation', 'customer', 'agent', 'product', 'day', 'time', 'promise', 'act', 'actor', 'object',
    'certainty', 'condition', 'amount', 'currency', 'multiple', 'within', 'due', 'outcome', 'counts',
  ],
  findings: [
    'source', 'row', 'conversation', 'customer', 'agent', 'product', 'day', 'category', 'rule', 'severity', 'words',
    'message', 'advice', 'reader', 'reply',
  ],
  faults: ['source', 'row', 'level', 'error'],
};

type Value = string | number | boolean | null | undefined;

/**
 * Lines of CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvLines(rows: readonly (readonly Value[])[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(rows.map((row) => row.map((value) => (value === null ? undefined : value))), { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** What spreadsheets begin formulas with, full-width forms included, after spaces too. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@＝＋－＠|%]/u;

/** The line of a promise. */
export function ledgerLine({ row }: AuditedRow, { commitment, due, outcome, counts }: LedgerEntry): Value[] {
  const amount = commitment?.amount;
  const money = amount !== undefined && 'minor' in amount ? amount : undefined;
  return [
    row.source, row.row, row.conversation, row.customer, row.agent, row.product, row.written?.day, clockOf(row.written?.minute),
    commitment?.text, commitment?.act ?? 'unread', commitment?.actor, commitment?.object, commitment?.certainty, commitment?.condition,
    money === undefined ? undefined : money.minor / 100, money?.currency,
    amount !== undefined && 'factor' in amount ? amount.factor : undefined,
    commitment?.time?.text, due, outcome, counts ? 'yes' : 'no',
  ];
}

/** The lines of a reply's findings. */
export function findingLines({ row, report }: AuditedRow): Value[][] {
  return (report?.findings ?? []).map(({ category, rule, severity, text, message, advice, reader }) => [
    row.source, row.row, row.conversation, row.customer, row.agent, row.product, row.written?.day, category, rule, severity, text,
    message, advice, reader, row.reply,
  ]);
}

/** The line of a fault. */
export function faultLine({ source, row, level, error }: Fault): Value[] {
  return [source, row, level, error];
}

function clockOf(minute: number | null | undefined): string | undefined {
  if (minute === null || minute === undefined) return undefined;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
