import { cells } from './width.ts';

/** A stretch of the reply to be underlined. */
export interface Mark {
  /** First code unit in the reply. */
  readonly start: number;
  /** One past the last code unit; equal to `start` for a finding of absence. */
  readonly end: number;
  /** The character that underlines it. */
  readonly sign: string;
}

/** One line of the reply and the line of signs under it. */
export interface Excerpt {
  /** The words, as they can be printed. */
  readonly text: string;
  /** The signs; below the words of a mark, column for column. */
  readonly underline: string;
}

/** Code units shown before and after a mark when the line is long. */
const AROUND = 30;
/** Code units of a mark itself that are shown. */
const LONGEST = 120;

/**
 * Shows marks that stand on the same line of the reply: the line (or the part around the marks) and the signs under it.
 *
 * @param reply the whole reply.
 * @param marks at least one; parts beyond the first line of the first mark are not shown.
 */
export function excerpt(reply: string, marks: readonly Mark[]): Excerpt {
  const first = Math.min(...marks.map((mark) => mark.start));
  const last = Math.max(...marks.map((mark) => mark.end));
  const [lineStart, lineEnd] = lineAt(reply, first);
  const from = beforePair(reply, Math.max(lineStart, first - AROUND));
  const to = beforePair(reply, Math.min(lineEnd, last + AROUND, first + LONGEST + AROUND));

  let text = from > lineStart ? '…' : '';
  let underline = from > lineStart ? ' ' : '';
  for (const cell of cells(reply.slice(from, to))) {
    text += cell.text;
    underline += signFor(marks, from + cell.start, from + cell.end).repeat(cell.width);
  }
  if (to < lineEnd) text += '…';
  underline = underline.trimEnd();
  if (underline === '') underline = ' '.repeat(from > lineStart ? 1 : 0) + marks[0]!.sign;
  return { text, underline };
}

/** Puts marks together that can be shown on one line of at most a comfortable length. */
export function groupByLine<Item extends Mark>(reply: string, marks: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let lineEnd = -1;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const group = groups[groups.length - 1];
    if (group && mark.start <= lineEnd && mark.end - group[0]!.start <= LONGEST) group.push(mark);
    else {
      groups.push([mark]);
      lineEnd = lineAt(reply, mark.start)[1];
    }
  }
  return groups;
}

function lineAt(reply: string, position: number): [number, number] {
  const start = position === 0 ? 0 : reply.lastIndexOf('\n', position - 1) + 1;
  const newline = reply.indexOf('\n', position);
  const end = newline === -1 ? reply.length : newline;
  return [start, end > start && reply[end - 1] === '\r' ? end - 1 : end];
}

/** The same position, moved back if it would cut a surrogate pair. */
function beforePair(text: string, position: number): number {
  const here = text.charCodeAt(position);
  const before = text.charCodeAt(position - 1);
  return here >= 0xdc00 && here <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? position - 1 : position;
}

function signFor(marks: readonly Mark[], start: number, end: number): string {
  return marks.find((mark) => mark.start < end && mark.end > start)?.sign ?? ' ';
}
