import { mending } from '../generated/mending.ts';
import type { Finding, Report } from '../report.ts';
import type { Category, Span } from '../types.ts';

/** How a finding of a category is mended, as `rules/wording/repair.yml` says it. */
export type Mending = 'replace' | 'delete' | 'insert' | 'none';

/** One thing that was changed. */
export interface Change {
  /** `replaced`: the clause gave way to other wording; `deleted`: it was left out; `inserted`: something was put in. */
  readonly kind: 'replaced' | 'deleted' | 'inserted';
  /** The rule whose finding was mended. */
  readonly rule: string;
  readonly category: Category;
  /** The words that went, with their place in the reply as it came; empty for an insertion. */
  readonly before: Span & { readonly text: string };
  /** The words that came, with their place in the mended reply; empty for a deletion. */
  readonly after: Span & { readonly text: string };
}

/** What a repair gives. */
export interface Repair {
  /** The mended reply; the reply as it came where it is unfixed. */
  readonly reply: string;
  /** What was changed, in the order of its place. */
  readonly changes: readonly Change[];
  /** Why the reply could not be mended; absent where it was, or where nothing was wrong. */
  readonly unfixed?: string;
}

/** A piece of the mended reply: kept from the original, or new. */
interface Piece {
  readonly text: string;
  /** Place in the original; new words stand at the place of what they replace. */
  readonly start: number;
  readonly end: number;
  /** The finding that brought it; absent for what was kept. */
  readonly cause?: Finding;
}

/** Each round mends what the last one left or uncovered. */
const MAX_ROUNDS = 4;
/** A mended reply says something only if this many letters are left. */
const MIN_LETTERS = 4;
const MARKS = new Set(',，.。!！?？;；、：:…~～ \n'.split(''));
const SOFT_MARKS = new Set(',，、;；：: '.split(''));

/**
 * Mends a reply clause by clause and checks it again, until nothing is found.
 *
 * @param original The reply.
 * @param check The check that it must pass, with the context of the case.
 */
export function repair(original: string, check: (reply: string) => Report): Repair {
  let pieces: Piece[] = [{ text: original, start: 0, end: original.length }];
  let reply = original;
  for (let round = 0; round <= MAX_ROUNDS; round++) {
    const findings = check(reply).findings.filter((finding) => finding.severity !== 'info');
    if (findings.length === 0) return finish(original, reply, pieces);
    const hopeless = findings.find((finding) => mending[finding.category] === 'none');
    if (hopeless !== undefined || round === MAX_ROUNDS) return { reply: original, changes: [], unfixed: reasonOf(hopeless ?? findings[0]!) };
    // From the end, so that the places of earlier findings stay true.
    for (const finding of apart(findings).reverse()) pieces = mend(pieces, finding, round);
    reply = pieces.map(({ text }) => text).join('');
  }
  return { reply: original, changes: [], unfixed: reasonOf(undefined) };
}

/** Findings that do not overlap, in the order of their place; the others wait for the next round. */
function apart(findings: readonly Finding[]): Finding[] {
  const chosen: Finding[] = [];
  let end = -1;
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mending[finding.category] !== 'insert' && finding.start < end) continue;
    chosen.push(finding);
    if (mending[finding.category] !== 'insert') end = finding.end;
  }
  return chosen;
}

function reasonOf(finding: Finding | undefined): string {
  return finding === undefined ? 'nothing would be left to say' : `${finding.rule}: ${finding.message}`;
}

function mend(pieces: readonly Piece[], finding: Finding, round: number): Piece[] {
  const way = mending[finding.category];
  if (way === 'insert') {
    // A Latin sentence is set off by a space.
    const text = /[\u4e00-\u9fff]/.test(finding.advice) ? finding.advice : `${finding.advice} `;
    return [{ text, start: 0, end: 0, cause: finding }, ...pieces];
  }
  const already = pieces.some(({ cause }) => cause !== undefined && cause.advice === finding.advice);
  // What is left after a replacement cannot be mended by the same words again.
  const drop = way === 'delete' || already || round >= 2;
  return splice(pieces, finding, drop ? '' : finding.advice);
}

/** Puts new words in the place of the finding. The pieces' texts, joined, are the reply that was checked. */
function splice(pieces: readonly Piece[], finding: Finding, wording: string): Piece[] {
  const result: Piece[] = [];
  const whole = pieces.map(({ text }) => text).join('');
  const { start, end } = withMarks(whole, finding, wording === '');
  let at = 0;
  let placed = false;
  for (const piece of pieces) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, piece.text.length);
    const inside = from < piece.text.length && to > 0 && from < to;
    at += piece.text.length;
    if (!inside) {
      result.push(piece);
      continue;
    }
    const kept = piece.cause === undefined;
    const place = (offset: number): number => (kept ? piece.start + offset : piece.start);
    if (from > 0) result.push({ ...piece, text: piece.text.slice(0, from), end: kept ? place(from) : piece.end });
    if (!placed) {
      result.push({ text: fitted(wording, whole, start, end), start: place(from), end: kept ? place(to) : piece.end, cause: finding });
      placed = true;
    } else if (kept) {
      result.push({ text: '', start: place(from), end: place(to), cause: finding });
    }
    if (to < piece.text.length) result.push({ ...piece, text: piece.text.slice(to), start: kept ? place(to) : piece.start });
  }
  return result;
}

/** A deletion takes a mark with it: the soft one after the clause, else the soft one before it, else the end mark. */
function withMarks(text: string, finding: Span, deletion: boolean): Span {
  let { start, end } = finding;
  if (!deletion) return { start, end };
  let before = start;
  while (before > 0 && text[before - 1] === ' ') before--;
  if (end < text.length && SOFT_MARKS.has(text[end]!)) {
    while (end < text.length && SOFT_MARKS.has(text[end]!)) end++;
  } else if (before > 0 && SOFT_MARKS.has(text[before - 1]!)) {
    start = before;
    while (start > 0 && SOFT_MARKS.has(text[start - 1]!)) start--;
  } else {
    while (end < text.length && MARKS.has(text[end]!)) end++;
  }
  return { start, end };
}

/** The wording without its own full stop where a mark follows, and in lower case inside an English sentence. */
function fitted(wording: string, text: string, start: number, end: number): string {
  let fit = wording;
  const next = text[end];
  if (next !== undefined && MARKS.has(next) && next !== ' ' && next !== '\n') fit = fit.replace(/[.。]$/, '');
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[,;] ?$/.test(before) && /^[A-Z][a-z]/.test(fit)) fit = fit[0]!.toLowerCase() + fit.slice(1);
  return fit;
}

function finish(original: string, reply: string, pieces: readonly Piece[]): Repair {
  if (reply === original) return { reply, changes: [] };
  const letters = reply.replace(/[^\p{L}]/gu, '').length;
  if (letters < MIN_LETTERS) return { reply: original, changes: [], unfixed: reasonOf(undefined) };
  const changes: Change[] = [];
  let at = 0;
  for (const { text, start, end, cause } of pieces) {
    if (cause !== undefined && (text !== '' || end > start)) {
      changes.push({
        kind: text === '' ? 'deleted' : end > start ? 'replaced' : 'inserted',
        rule: cause.rule,
        category: cause.category,
        before: { start, end, text: original.slice(start, end) },
        after: { start: at, end: at + text.length, text },
      });
    }
    at += text.length;
  }
  return { reply, changes };
}
