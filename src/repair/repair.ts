import { mending } from '../generated/mending.ts';
import type { Finding, Report } from '../report.ts';
import type { Category, Language, Span } from '../types.ts';
import type { Reason } from './mending.ts';
import { plan } from './plan.ts';
import type { Edit } from './plan.ts';
import { amountSaid, isHan } from './words.ts';

/** One thing that was changed. */
export interface Change {
  /** `replaced`: the words gave way to others; `deleted`: they were left out; `inserted`: something was put in. */
  readonly kind: 'replaced' | 'deleted' | 'inserted';
  /** The rule whose finding had the say: its wording, or its way of mending, is the change's. */
  readonly rule: string;
  readonly category: Category;
  /** Every rule that the words broke, each once: `rule` first, then the others in the order of their places. */
  readonly rules: readonly string[];
  /** The words that went, with their place in the reply as it came; empty for an insertion. */
  readonly before: Span & { readonly text: string };
  /** The words that came, with their place in the mended reply; of a deletion, at most a mark or a capital letter. */
  readonly after: Span & { readonly text: string };
}

/** What a repair gives. */
export interface Repair {
  /** The mended reply; the reply as it came where it is unfixed. */
  readonly reply: string;
  /** What was changed, in the order of its place. */
  readonly changes: readonly Change[];
  /** Why the reply could not be mended, in its language; absent where it was, or where nothing was wrong. */
  readonly unfixed?: string;
  /** A reply to send in the place of one that could not be mended, if the caller gave a way to make one. */
  readonly instead?: string;
}

/** How a repair goes about it. */
export interface RepairOptions {
  /** The customer complains. */
  readonly complaint: boolean;
  /** The language of the reasons. */
  readonly language: Language;
}

/** A piece of the mended reply: kept from the original, or new. */
interface Piece {
  readonly text: string;
  /** Place in the original; new words stand at the place of what they replace. */
  readonly start: number;
  readonly end: number;
  /** What brought it; absent for what was kept. */
  readonly edit?: Edit;
}

/** Each round mends what the last one left or uncovered. */
const MAX_ROUNDS = 4;
/** A mended reply says at least so much, as `amountSaid` counts it. */
const MIN_SAID = 2;

/**
 * Mends a reply clause by clause and checks it again, until nothing is found.
 *
 * @param original The reply.
 * @param check The check that it must pass, with the context of the case.
 */
export function repair(original: string, check: (reply: string) => Report, { complaint, language }: RepairOptions): Repair {
  const unfixed = (reason: Reason, finding: Finding): Repair => ({
    reply: original,
    changes: [],
    unfixed: mending.reasons[reason][language].replace('{message}', finding.message),
  });
  let pieces: readonly Piece[] = [{ text: original, start: 0, end: original.length }];
  let reply = original;
  let last: Finding | undefined;
  for (let round = 0; ; round++) {
    const findings = check(reply).findings.filter((finding) => finding.severity !== 'info');
    if (findings.length === 0) {
      return last !== undefined && amountSaid(reply) < MIN_SAID ? unfixed('nothing', last) : { reply, changes: changesOf(original, pieces) };
    }
    last ??= findings[0]!;
    if (round === MAX_ROUNDS) return unfixed('stubborn', findings[0]!);
    const edits = plan(reply, findings, saidIn(pieces), round, complaint);
    if (typeof edits === 'string') return unfixed(edits, findings[0]!);
    pieces = apply(pieces, edits);
    reply = pieces.map(({ text }) => text).join('');
  }
}

/** The findings that earlier rounds gave a wording. */
function saidIn(pieces: readonly Piece[]): Finding[] {
  return pieces.flatMap(({ edit, text }) => (edit === undefined || edit.kind === 'deleted' || text === '' ? [] : [edit.cause]));
}

/** Applies edits of the pieces' text, which do not overlap. */
function apply(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  let result = [...pieces];
  // From the end, so that the places of earlier edits stay true.
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) result = splice(result, edit);
  return result;
}

function splice(pieces: readonly Piece[], edit: Edit): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  let new_: Piece | undefined;
  for (const piece of pieces) {
    const from = Math.min(Math.max(edit.start - at, 0), piece.text.length);
    const to = Math.min(Math.max(edit.end - at, 0), piece.text.length);
    // What an earlier round deleted goes with what stands around it.
    const inside = piece.text === '' && new_ !== undefined && at < edit.end;
    const touched = from < to || inside || (edit.start === edit.end && new_ === undefined && edit.start >= at && edit.start <= at + piece.text.length);
    at += piece.text.length;
    if (!touched) {
      result.push(piece);
      continue;
    }
    const kept = piece.edit === undefined;
    if (kept && from > 0) result.push({ text: piece.text.slice(0, from), start: piece.start, end: piece.start + from });
    const head = kept ? '' : piece.text.slice(0, from);
    const tail = kept ? '' : piece.text.slice(to);
    const start = kept ? piece.start + from : piece.start;
    const end = kept ? piece.start + to : piece.end;
    if (new_ === undefined) {
      const own = kept || edit.text !== '' ? edit : { ...piece.edit!, text: head + tail };
      new_ = { text: head + edit.text + tail, start, end, edit: { ...own, findings: findingsOf(piece.edit, edit) } };
      result.push(new_);
    } else {
      const joined: Piece = { ...new_, text: new_.text + tail, end, edit: { ...new_.edit!, findings: findingsOf(new_.edit, piece.edit) } };
      result[result.indexOf(new_)] = joined;
      new_ = joined;
    }
    if (kept && to < piece.text.length) result.push({ text: piece.text.slice(to), start: piece.start + to, end: piece.end });
  }
  return result;
}

/** What both edits mend; of an edit that another one overtook, nothing is forgotten. */
function findingsOf(first: Edit | undefined, second: Edit | undefined): readonly Finding[] {
  return [...(first?.findings ?? []), ...(second?.findings ?? [])];
}

function changesOf(original: string, pieces: readonly Piece[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const { text, start, end, edit } of pieces) {
    if (edit !== undefined && (text !== '' || end > start)) {
      changes.push({
        kind: start === end ? 'inserted' : text === '' ? 'deleted' : edit.kind === 'inserted' ? 'replaced' : edit.kind,
        rule: edit.cause.rule,
        category: edit.cause.category,
        rules: [...new Set([edit.cause, ...edit.findings].map(({ rule }) => rule))],
        before: { start, end, text: original.slice(start, end) },
        after: { start: at, end: at + text.length, text },
      });
    }
    at += text.length;
  }
  return changes;
}

/** The language that reasons are given in. */
export function languageOfReasons(reply: string, chosen: Language | null): Language {
  return chosen ?? (isHan(reply) ? 'zh' : 'en');
}
