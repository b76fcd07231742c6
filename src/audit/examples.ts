import type { Finding } from '../report.ts';
import { hashOf } from './hash.ts';
import type { AuditRow } from './row.ts';
import { EXAMPLE_LENGTH } from './summary.ts';
import type { Example } from './summary.ts';
import type { DrawnExample } from './totals.ts';

/**
 * Lets a finding into the sample of its category if its number is small enough. The number is drawn from its place in the data,
 * so the sample is spread over all rows and the same whatever their order.
 */
export function drawExample(sample: DrawnExample[], row: AuditRow, finding: Finding, limit: number): void {
  const number = hashOf(`${row.row} ${finding.start} ${finding.rule} ${row.source}`);
  if (sample.length >= limit && number >= sample[sample.length - 1]![0]) return;
  insert(sample, [number, exampleOf(row, finding)], limit);
}

/** The sample of two samples' rows together. */
export function mergeExamples(into: DrawnExample[], from: readonly DrawnExample[], limit: number): DrawnExample[] {
  for (const drawn of from) insert(into, drawn, limit);
  return into;
}

function insert(sample: DrawnExample[], drawn: DrawnExample, limit: number): void {
  const at = sample.findIndex(([number]) => number > drawn[0]);
  sample.splice(at === -1 ? sample.length : at, 0, drawn);
  if (sample.length > limit) sample.pop();
}

function exampleOf(row: AuditRow, finding: Finding): Example {
  const { reply = '' } = row;
  const { category, rule, severity, message, advice } = finding;
  const { text, from } = windowOf(reply, finding.start, finding.end);
  const start = Math.min(Math.max(finding.start - from, 0), text.length);
  const end = Math.min(Math.max(finding.end - from, start), text.length);
  return {
    source: row.source,
    row: row.row,
    ...(row.agent === undefined ? {} : { agent: row.agent }),
    ...(row.written === undefined ? {} : { day: row.written.day }),
    ...(row.product === undefined ? {} : { product: row.product }),
    reply: text,
    category,
    rule,
    severity,
    message,
    advice,
    span: { start, end },
  };
}

/** The part of a long reply that shows the finding; no surrogate pair is cut. */
function windowOf(reply: string, start: number, end: number): { text: string; from: number } {
  if (reply.length <= EXAMPLE_LENGTH) return { text: reply, from: 0 };
  const middle = Math.floor((start + Math.min(end, start + EXAMPLE_LENGTH)) / 2);
  let from = Math.max(0, Math.min(Math.min(start, middle - EXAMPLE_LENGTH / 2), reply.length - EXAMPLE_LENGTH));
  let to = Math.min(reply.length, from + EXAMPLE_LENGTH);
  if (from > 0 && isLow(reply, from)) from++;
  if (to < reply.length && isLow(reply, to)) to--;
  return { text: reply.slice(from, to), from };
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
