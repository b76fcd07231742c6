import { openVerdict } from './result.ts';
import type { CheckedReply, Renderer } from './result.ts';

/** Columns of the CSV report, in this order; new ones are only ever added at the end. */
export const CSV_COLUMNS = [
  'source',
  'line',
  'id',
  'agent',
  'product',
  'day',
  'verdict',
  'severity',
  'category',
  'rule',
  'start',
  'end',
  'words',
  'message',
  'advice',
  'reader',
  'suppressed_since',
  'error',
  'reply',
] as const;

type Row = Partial<Record<(typeof CSV_COLUMNS)[number], string | number | undefined>>;

/** What the CSV report takes. */
export interface CsvOptions {
  /** Whether the text begins with a byte order mark, without which Excel takes Chinese for another encoding. Default: false. */
  readonly byteOrderMark?: boolean;
}

/**
 * One row for each finding (RFC 4180: CR LF, quotes doubled) under a row of names; a reply that could not be checked has a row
 * with `error`, a clean reply none. Streams. Cells that a spreadsheet would run as a formula begin with an apostrophe.
 */
export function csvRenderer({ byteOrderMark = false }: CsvOptions = {}): Renderer {
  return {
    begin: () => `${byteOrderMark ? '\ufeff' : ''}${CSV_COLUMNS.join(',')}\r\n`,
    checked: (reply) => rowsOf(reply).map(csvRow).join(''),
    failed: ({ source, line, id, error }) => csvRow({ source, line, id, error }),
    end: () => '',
  };
}

function rowsOf(item: CheckedReply): Row[] {
  const { source, line, id, agent, product, day, reply, report, suppressed } = item;
  return report.findings.map((finding, index) => ({
    source,
    line,
    id,
    agent,
    product,
    day,
    verdict: openVerdict(item),
    severity: finding.severity,
    category: finding.category,
    rule: finding.rule,
    start: finding.start,
    end: finding.end,
    words: finding.text,
    message: finding.message,
    advice: finding.advice,
    reader: finding.reader,
    suppressed_since: suppressed?.[index]?.since,
    reply,
  }));
}

function csvRow(row: Row): string {
  return `${CSV_COLUMNS.map((column) => csvCell(row[column])).join(',')}\r\n`;
}

/** What makes a spreadsheet take a cell for a formula, after blanks too, and in full width where it is set to Chinese or Japanese. */
const FORMULA = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\u0000]/;

/** One cell: numbers as they are, text with formulas made harmless and quoted where it must be. */
export function csvCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
