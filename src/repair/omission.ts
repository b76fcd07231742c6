import { mending } from '../generated/mending.ts';
import type { Finding } from '../report.ts';
import type { Language, Span } from '../types.ts';
import { END_MARKS, MARKS, SOFT_MARKS } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { isHan, isLetter, words } from './words.ts';

/** A place that is left out, widened by its marks, and what stays of it: a letter that becomes a capital. */
interface Omission extends Span {
  readonly text: string;
}

/** Leaves out a place with the marks and the connective that it no longer needs. */
export function leaveOut(text: string, place: Span, clauses: readonly Clause[], greeting: number): Omission {
  let { start, end } = place;
  const inside = clauses.filter((clause) => clause.start < end && clause.end > start);
  const sentence = inside[0]?.sentence;
  const before = clauses.filter((clause) => clause.sentence === sentence && clause.end <= start);
  // "Also, …": a connective by itself has nothing to connect any more.
  if (before.length === 1 && isConnective(text.slice(before[0]!.start, before[0]!.end))) start = before[0]!.start;
  const heads = !clauses.some((clause) => clause.sentence === sentence && clause.start < start);
  const closes = !clauses.some((clause) => clause.sentence === inside[inside.length - 1]?.sentence && clause.end > end);
  if (heads && closes) {
    while (end < text.length && MARKS.has(text[end]!)) end++;
    const atEnd = end === text.length;
    // A space after the last sentence goes; one between two sentences stays.
    while (atEnd && start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\n')) start--;
    return { start, end, text: '' };
  }
  if (closes && start === greeting) {
    // Only the greeting is left of the sentence; it keeps its comma.
    while (end < text.length && MARKS.has(text[end]!)) end++;
    return { start, end, text: '' };
  }
  if (closes) {
    while (start > 0 && (SOFT_MARKS.has(text[start - 1]!) || text[start - 1] === ' ')) start--;
    let after = end;
    while (after < text.length && END_MARKS.has(text[after]!)) after++;
    const mark = text.slice(end, after);
    // What is left was no question.
    if (mark.includes('?') || mark.includes('？')) return { start, end: after, text: isHan(text) ? '。' : '.' };
    return { start, end, text: '' };
  }
  while (end < text.length && (SOFT_MARKS.has(text[end]!) || text[end] === ' ')) end++;
  if (!heads) return { start, end, text: '' };
  for (let length = words().connectives.atStart(text.slice(end)); length > 0; length = words().connectives.atStart(text.slice(end, end + 40))) {
    end += length;
    while (end < text.length && (SOFT_MARKS.has(text[end]!) || text[end] === ' ')) end++;
  }
  const code = text.charCodeAt(end);
  const capital = isLetter(code) && code > 96 && isLetter(text.charCodeAt(place.start)) && text.charCodeAt(place.start) <= 90;
  return capital ? { start, end: end + 1, text: text[end]! } : { start, end, text: '' };
}

function isConnective(clause: string): boolean {
  const word = clause.trim();
  return word !== '' && words().connectives.atStart(word) === word.length;
}

const OPENING = new Set('(（[【'.split(''));
const CLOSING = new Set(')）]】'.split(''));

/** Leaves a private detail out, with its bracket or its preposition, or puts a general word in its place. */
export function leaveOutDetail(text: string, place: Span, finding: Finding): Omission & { readonly kind: 'replaced' | 'deleted' } {
  const { end } = place;
  let { start } = place;
  const language: Language = isHan(finding.advice) ? 'zh' : 'en';
  const kind = 'detail' in finding ? finding.detail : 'order-number';
  // VP-20931187: the letters belong to the number.
  if (kind === 'order-number' && text[start - 1] === '-') {
    start--;
    while (isLetter(text.charCodeAt(start - 1))) start--;
  }
  const before = trimmedEnd(text, start);
  const label = words().label.atEnd(text.slice(Math.max(0, before - 40), before));
  const open = openBefore(text, label > 0 ? before - label : before);
  if (open >= 0 && CLOSING.has(text[end] ?? '')) return { start: open, end: end + 1, text: '', kind: 'deleted' };
  const general = mending.details[kind]?.[language] ?? '';
  if (general !== '' && label === 0) return { start, end, text: general, kind: 'replaced' };
  let from = start;
  let to = end;
  if (label > 0) from = before;
  else {
    while (from > 0 && text[from - 1] === ' ') from--;
    const length = words().preposition.atEnd(text.slice(Math.max(0, from - 12), from));
    from -= length;
    while (from > 0 && text[from - 1] === ' ') from--;
  }
  // No two marks in a row.
  if (SOFT_MARKS.has(text[from - 1] ?? '') && MARKS.has(text[to] ?? '')) from--;
  // A form of address at the head of a sentence goes with its comma.
  if (from === 0 || END_MARKS.has(text[from - 1]!) || text[from - 1] === '\n') {
    while (to < text.length && (SOFT_MARKS.has(text[to]!) || text[to] === ' ')) to++;
  }
  return { start: from, end: to, text: '', kind: 'deleted' };
}

/** Where the words before a place end: without spaces, colons, number signs. */
function trimmedEnd(text: string, place: number): number {
  let at = place;
  while (at > 0 && ' :：#＃'.includes(text[at - 1]!)) at--;
  return at;
}

function openBefore(text: string, place: number): number {
  const at = trimmedEnd(text, place) - 1;
  return at >= 0 && OPENING.has(text[at]!) ? at : -1;
}
