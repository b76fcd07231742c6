/** Where acts stand in the caller's string. */
import { originalSpan } from '../text/offsets.ts';
import { codeAt } from '../text/unit.ts';
import type { Span } from '../types.ts';
import type { Act } from './act.ts';

/** Marks and spaces that a marked clause does not begin or end with. */
const EDGES = new Set(Array.from(' \n\t\r,，、.。;；:：!！?？…~～-—"“”\'‘’「」()（）*', (mark) => mark.charCodeAt(0)));

/** Most clauses begin and end with a Chinese character or a small letter. */
function isEdge(code: number): boolean {
  return (code < 0x4e00 || code > 0x9fff) && (code < 97 || code > 122) && EDGES.has(code);
}

/** Where the act stands in the caller's string: its clauses, without the marks around them. */
export function spanOf(act: Act): Span {
  const { sentence, clauseFrom, clauseTo, tokens } = act;
  const first = act.exact ? tokens[0]!.start : sentence.clauses[clauseFrom]!.start;
  const last = act.exact ? tokens[tokens.length - 1]!.end : sentence.clauses[clauseTo]!.end;
  const { start, end } = originalSpan(sentence.normalised, first, last);
  return trim(sentence.original, start, end, sentence.offset);
}

function trim(text: string, from: number, to: number, offset: number): Span {
  let start = from;
  let end = to;
  while (start < end && isEdge(codeAt(text, start))) start++;
  while (end > start && isEdge(codeAt(text, end - 1))) end--;
  return start < end ? { start: offset + start, end: offset + end } : { start: offset + from, end: offset + to };
}
