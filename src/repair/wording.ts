import type { Finding } from '../report.ts';
import { END_MARKS, MARKS, SOFT_MARKS } from './clauses.ts';
import { isHan, isLetter, words } from './words.ts';

/** The wording of a finding in the manner of the reply: its form of address; without an apology that is there already. */
export function wordingOf({ advice }: Finding, reply: string, soothed: boolean): string {
  const wording = soothed ? withoutApology(advice) : advice;
  const familiar = reply.includes('你') && !reply.includes('您');
  return familiar ? wording.replaceAll('您', '你') : wording;
}

/** Leaves out a first clause that only soothes. */
function withoutApology(advice: string): string {
  for (let at = 0; at < advice.length - 1; at++) {
    if (!SOFT_MARKS.has(advice[at]!)) continue;
    if (!words().soothing.in(advice.slice(0, at))) return advice;
    const rest = advice.slice(at + 1).trimStart();
    return rest === '' ? advice : capital(rest);
  }
  return advice;
}

/** The same with a capital letter first. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** New words for a place, and the place widened by the marks that go with it. */
export interface Fitted {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts a wording into the place of other words: marks, capitals and spaces as the sentence needs them. */
export function fit(wording: string, reply: string, from: number, to: number): Fitted {
  let start = from;
  let end = to;
  let text = wording;
  const next = reply[end];
  if (next !== undefined && (SOFT_MARKS.has(next) || END_MARKS.has(next))) {
    let after = end;
    while (after < reply.length && END_MARKS.has(reply[after]!)) after++;
    // A statement takes the place of a question.
    if (reply.slice(end, after).includes('?') || reply.slice(end, after).includes('？')) end = after;
    else text = withoutStop(text);
  } else if (next !== undefined && !MARKS.has(next)) {
    text = withoutStop(text) + (isHan(text) ? '，' : ',');
  } else if (next === ' ' && reply.charCodeAt(end + 1) > 96 && isLetter(reply.charCodeAt(end + 1))) {
    text = `${withoutStop(text)},`;
  }
  const before = lastMark(reply, start);
  const mark = before < 0 ? '' : reply[before]!;
  const follows = isHan(mark) || isLetter(mark.charCodeAt(0));
  if (isHan(text)) return { start, end, text: follows && before === start - 1 ? `，${text}` : text };
  if (follows) return { start: before + 1, end, text: `. ${capital(text)}` };
  if (mark === ',' && opensSentence(reply, before)) {
    start = before;
    text = `. ${capital(text)}`;
  } else if (mark !== '' && !END_MARKS.has(mark) && mark !== '\n' && !text.startsWith('I ') && !text.startsWith("I'")) {
    text = text.slice(0, 1).toLowerCase() + text.slice(1);
  }
  return { start, end, text };
}

function withoutStop(text: string): string {
  return text.endsWith('.') || text.endsWith('。') ? text.slice(0, -1) : text;
}

/** The last unit before a place that is no space, or -1. */
function lastMark(reply: string, place: number): number {
  let at = place - 1;
  while (at >= 0 && reply[at] === ' ') at--;
  return at;
}

/** Words that a clause begins with which cannot stand as a sentence. */
const DEPENDENT = new Set(
  'if when once as since because while for in with after before unless until at on from by to although though whenever hello hi hey dear sorry so and but yes no ok okay sure apologies thanks thank good regarding about'.split(' '),
);
/** A clause with fewer words is a form of address or an interjection. */
const FEW_WORDS = 4;

/** Whether what stands before the comma could be a sentence of its own, so that a full stop can stand there. */
function opensSentence(reply: string, comma: number): boolean {
  let from = comma;
  while (from > 0 && !END_MARKS.has(reply[from - 1]!) && reply[from - 1] !== '\n') from--;
  const said = reply.slice(from, comma).trim();
  if (said.length > 400 || isHan(said)) return false;
  const parts = said.split(' ');
  const lastClause = said.slice(said.lastIndexOf(',') + 1).trim().split(' ');
  return lastClause.length >= FEW_WORDS && !DEPENDENT.has(parts[0]!.toLowerCase()) && !DEPENDENT.has(lastClause[0]!.toLowerCase());
}
