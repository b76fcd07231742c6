import type { Span } from '../types.ts';
import type { CheckedReply, Place } from './result.ts';

/** A stretch of a file: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where words of a reply stand in its file; only the line where the columns are not known. */
export function regionOf({ reply, line, verbatim, escaped }: CheckedReply, span: Span): Region | { readonly startLine: number } {
  if (verbatim === false) {
    if (escaped === undefined || line === undefined) return { startLine: line ?? 1 };
    const column = (offset: number): number => escaped.column + escapedOffset(escaped.text, offset);
    return { startLine: line, startColumn: column(span.start), endLine: line, endColumn: column(span.end) };
  }
  const start = position(reply, span.start);
  const end = position(reply, span.end);
  const before = (line ?? 1) - 1;
  return {
    startLine: before + start.line,
    startColumn: start.column,
    endLine: before + end.line,
    endColumn: end.column,
  };
}

function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** What stands in the file where the words of a reply are; undefined where that is not known. */
export function contentOf({ reply, verbatim, escaped }: CheckedReply, { start, end }: Span): string | undefined {
  if (verbatim !== false) return reply.slice(start, end);
  return escaped?.text.slice(escapedOffset(escaped.text, start), escapedOffset(escaped.text, end));
}

/** Where an offset of a text stands in the text written as a JSON string. */
function escapedOffset(text: string, offset: number): number {
  let at = 0;
  for (let count = 0; count < offset && at < text.length; count += 1) {
    if (text[at] !== '\\') at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}

/** A place in words: `replies.jsonl:3 (42)`. */
export function describePlace({ source, line, id }: Place): string {
  return `${source}${line === undefined ? '' : `:${line}`}${id === undefined ? '' : ` (${id})`}`;
}

/** A path as a URI reference: relative paths stay relative, every other character is escaped. */
export function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\ufffd');
  const drive = /^([a-z]):\//i.exec(slashed);
  const rest = drive === null ? slashed : slashed.slice(3);
  const escaped = rest.split('/').map(encodeURIComponent).join('/');
  if (drive !== null) return `file:///${drive[1]}:/${escaped}`;
  return slashed.startsWith('/') ? `file://${escaped}` : escaped;
}
