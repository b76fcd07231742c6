import type { Span } from '../types.ts';
import type { CheckedReply, Place } from './result.ts';

/** A stretch of a file: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where words of a reply stand in its file; only the line where the reply is not there verbatim. */
export function regionOf({ reply, line, verbatim }: CheckedReply, span: Span): Region | { readonly startLine: number } {
  if (verbatim === false) return { startLine: line ?? 1 };
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
