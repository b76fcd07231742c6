import { mending } from '../generated/mending.ts';
import type { Finding } from '../report.ts';
import type { Span } from '../types.ts';
import { MARKS, greetingEnd, readClauses } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { leaveOut, leaveOutDetail } from './omission.ts';
import type { Reason } from './mending.ts';
import { amountSaid, isHan, isLetter, words } from './words.ts';
import { capital, fit, wordingOf } from './wording.ts';

/** A change of the text that was checked. */
export interface Edit extends Span {
  /** What comes in the place of the words. */
  readonly text: string;
  readonly kind: 'replaced' | 'deleted' | 'inserted';
  /** The finding that has the say. */
  readonly cause: Finding;
  /** Every finding that it mends, the cause among them. */
  readonly findings: readonly Finding[];
}

/** What is left says something only from here on, as `amountSaid` counts it. */
const SUBSTANCE = 5;
/** What is left of a clause goes with it if it says less than this. */
const SCRAP = 8;
/** From this round on what is still found is left out. */
const ONLY_DELETE = 2;

/** Findings of one place with the clauses that are mended with them. */
interface Group extends Span {
  readonly cause: Finding;
  readonly findings: readonly Finding[];
}

/** The value for a rule, or for its category. */
function valueFor<T>(table: Readonly<Record<string, T>>, { rule, category }: Finding): T {
  return table[rule] ?? table[category]!;
}

function isNamed(list: readonly string[], { rule, category }: Finding): boolean {
  return list.includes(rule) || list.includes(category);
}

/**
 * What to change in a text so that its findings go, or why nothing can be done.
 *
 * @param said The findings that earlier rounds gave a wording.
 */
export function plan(text: string, findings: readonly Finding[], said: readonly Finding[], round: number, complaint: boolean): readonly Edit[] | Reason {
  const clauses = readClauses(text);
  const greeting = greetingEnd(text, clauses);
  const inserts = findings.filter(({ category }) => mending.ways[category] === 'insert');
  const placed = findings.filter(({ category }) => mending.ways[category] !== 'insert');
  const groups = groupsOf(text, placed, clauses, greeting);
  const wordings = chooseWordings(text, groups, said, round, inserts.length > 0, complaint);
  const silent = groups.length > 0 && !wordings.some((wording) => wording !== '') && said.length === 0 && groups.every(({ cause }) => mending.ways[cause.category] !== 'detail');
  if (silent && !saysSomething(text, groups, clauses, greeting)) {
    if (groups.every(({ cause }) => isNamed(mending.hopeless, cause))) return 'hopeless';
    const at = groups.findIndex(({ cause }) => cause.advice !== '' && !isNamed(mending.hopeless, cause));
    if (at < 0 || round > 0) return 'nothing';
    wordings[at] = wordingOf(groups[at]!.cause, text, words().soothing.in(text));
  }
  const edits = joined(text, groups, wordings).map(({ group, wording }) => editOf(text, group, wording, clauses, greeting));
  const first = inserts[0];
  return first === undefined ? edits : opened(text, first, greeting, edits);
}

interface Worded {
  readonly group: Group;
  readonly wording: string;
}

/** Groups with nothing but marks between them are one place, unless each has a wording of its own. */
function joined(text: string, groups: readonly Group[], wordings: readonly string[]): Worded[] {
  const result: Worded[] = [];
  groups.forEach((group, at) => {
    const wording = wordings[at]!;
    const last = result[result.length - 1];
    const apart = last === undefined || [last.group, group].some(({ cause }) => mending.ways[cause.category] === 'detail');
    if (apart || (wording !== '' && last.wording !== '') || !onlyMarks(text, last.group.end, group.start)) {
      result.push({ group, wording });
      return;
    }
    const cause = last.wording === '' && wording !== '' ? group.cause : last.group.cause;
    const whole = { start: last.group.start, end: group.end, cause, findings: [...last.group.findings, ...group.findings] };
    result[result.length - 1] = { group: whole, wording: last.wording + wording };
  });
  return result;
}

function onlyMarks(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!MARKS.has(text[at]!)) return false;
  return true;
}

/** An apology after the greeting, before whatever comes there now. */
function opened(text: string, finding: Finding, place: number, edits: readonly Edit[]): Edit[] {
  const wording = wordingOf(finding, text, false);
  const inserted = (insert: string): Edit => ({ start: place, end: place, text: insert, kind: 'inserted', cause: finding, findings: [finding] });
  if (isHan(wording)) return [inserted(wording), ...edits];
  const gap = place > 0 && text[place - 1] !== ' ' && text[place - 1] !== '\n' ? ' ' : '';
  const [next, ...others] = edits;
  if (next !== undefined && next.start === place && next.text !== '') {
    return [inserted(`${gap}${wording} `), { ...next, text: capital(next.text) }, ...others];
  }
  // What follows may have gone, down to its space.
  const at = next !== undefined && next.start === place ? next.end : place;
  const code = text.charCodeAt(at);
  // Inside a sentence, after "Hello sir,".
  const inside = place > 0 && isLetter(code) && code > 90;
  return [inserted(inside ? `${gap}${wording.slice(0, -1)}; ` : `${gap}${wording}${at < text.length && text[at] !== ' ' ? ' ' : ''}`), ...edits];
}

function groupsOf(text: string, findings: readonly Finding[], clauses: readonly Clause[], greeting: number): Group[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number; findings: Finding[] }[] = [];
  for (const finding of sorted) {
    const last = merged[merged.length - 1];
    if (last !== undefined && finding.start < last.end) {
      last.end = Math.max(last.end, finding.end);
      last.findings.push(finding);
    } else merged.push({ start: finding.start, end: finding.end, findings: [finding] });
  }
  const groups: Group[] = [];
  merged.forEach((group, index) => {
    const cause = group.findings.reduce((first, other) => (rank(other) < rank(first) ? other : first));
    const floor = Math.max(groups[groups.length - 1]?.end ?? 0, group.start >= greeting ? greeting : 0);
    const ceiling = merged[index + 1]?.start ?? text.length;
    const span = mending.ways[cause.category] === 'detail' ? group : widen(text, group, cause, clauses, floor, ceiling);
    groups.push({ start: span.start, end: span.end, cause, findings: group.findings });
  });
  return groups;
}

function rank({ category }: Finding): number {
  return mending.order.indexOf(category);
}

/** The place with the neighbours that fall with it: scraps of its clauses, stress, lead-ins, what only goes on with it. */
function widen(text: string, { start, end }: Span, cause: Finding, clauses: readonly Clause[], floor: number, ceiling: number): Span {
  const reach = valueFor(mending.reach, cause);
  const { stands, stress, lead } = words();
  const first = clauses.findIndex((clause) => clause.stop > start);
  let last = first;
  while (last + 1 < clauses.length && clauses[last + 1]!.start < end) last++;
  if (first < 0) return { start, end };
  const span = { start, end: Math.max(end, start) };
  const head = text.slice(Math.max(clauses[first]!.start, floor), start);
  // A wording is a sentence: it cannot follow on a subject or a main clause.
  if (head.trim() !== '' && !stands.in(head) && clauses[first]!.start >= floor) span.start = clauses[first]!.start;
  const lastClause = clauses[last]!;
  const tail = lastClause.end > end && lastClause.end <= ceiling ? text.slice(end, lastClause.end) : '';
  const tailFalls = tail !== '' && (reach === 'around' || !stands.in(tail)) && (reach !== 'clause' || amountSaid(tail) < SCRAP || stress.in(tail));
  if (tailFalls) span.end = lastClause.end;
  if (tail === '' || tailFalls) {
    for (let at = last + 1; at < clauses.length; at++) {
      const { start: from, end: to, sentence } = clauses[at]!;
      const words = text.slice(from, to);
      if (sentence !== lastClause.sentence || to > ceiling || stands.in(words)) break;
      if (reach === 'clause' && !stress.in(words)) break;
      span.end = to;
    }
  }
  if (span.start <= clauses[first]!.start) {
    for (let at = first - 1; at >= 0; at--) {
      const { start: from, end: to, sentence } = clauses[at]!;
      const words = text.slice(from, to);
      if (sentence !== clauses[first]!.sentence || from < floor || stands.in(words)) break;
      if (reach !== 'around' && !lead.in(words) && !(stress.in(words) && amountSaid(words) < SCRAP)) break;
      span.start = from;
    }
  }
  return span;
}

function chooseWordings(text: string, groups: readonly Group[], said: readonly Finding[], round: number, apologises: boolean, complaint: boolean): string[] {
  const wordings: string[] = groups.map(() => '');
  const advices = new Set(said.map(({ advice }) => advice));
  const categories = new Set(said.map(({ category }) => category));
  let soothed = apologises || words().soothing.in(text) || !complaint;
  let worded = said.length > 0;
  const choose = (filler: boolean): void => {
    groups.forEach(({ cause }, at) => {
      if (mending.ways[cause.category] !== 'replace' || round >= ONLY_DELETE || isNamed(mending.filler, cause) !== filler) return;
      if (advices.has(cause.advice) || (filler && worded) || (cause.category !== 'timeline' && categories.has(cause.category))) return;
      wordings[at] = wordingOf(cause, text, soothed);
      soothed ||= words().soothing.in(wordings[at]!);
      advices.add(cause.advice);
      categories.add(cause.category);
      worded = true;
    });
  };
  choose(false);
  choose(true);
  return wordings;
}

/** Whether anything but greetings and apologies is left without the groups. */
function saysSomething(text: string, groups: readonly Group[], clauses: readonly Clause[], greeting: number): boolean {
  let amount = 0;
  for (const { start, end } of clauses) {
    if (start < greeting) continue;
    let left = text.slice(start, end);
    for (const group of groups) {
      if (group.start >= end || group.end <= start) continue;
      left = text.slice(start, Math.max(start, group.start)) + text.slice(Math.min(end, group.end), end);
    }
    if (!words().soothing.in(left) && !words().lead.in(left)) amount += amountSaid(left);
  }
  return amount >= SUBSTANCE;
}

function editOf(text: string, group: Group, wording: string, clauses: readonly Clause[], greeting: number): Edit {
  const { cause, findings } = group;
  if (mending.ways[cause.category] === 'detail') return { ...leaveOutDetail(text, group, cause), cause, findings };
  if (wording !== '') return { ...fit(wording, text, group.start, group.end), kind: 'replaced', cause, findings };
  const omission = leaveOut(text, withCondition(text, group, clauses), clauses, greeting);
  return { ...omission, text: capitalOf(omission.text), kind: 'deleted', cause, findings };
}

/** Takes the condition in, where what it leads up to is left out: 如果…, "If …,". */
function withCondition(text: string, { start, end }: Span, clauses: readonly Clause[]): Span {
  const last = clauses.findIndex((clause) => clause.stop >= start && clause.end >= start);
  const before = clauses[last - 1];
  const own = clauses[last];
  if (before === undefined || own === undefined || before.sentence !== own.sentence || own.start < start) return { start, end };
  const closes = !clauses.some((clause) => clause.sentence === own.sentence && clause.end > end);
  return closes && words().dependent.atStart(text.slice(before.start, before.end)) > 0 ? { start: before.start, end } : { start, end };
}

function capitalOf(text: string): string {
  return text === '' ? '' : capital(text);
}
