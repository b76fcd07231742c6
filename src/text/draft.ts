/**
 * A text under repair: the units so far, and where each of them came from in the caller's string.
 */

/** A list of replacements in one text, in order and not overlapping. */
export class Edits {
  /** First replaced unit of each edit. */
  readonly starts: number[] = [];
  /** One past the last replaced unit of each edit. */
  readonly ends: number[] = [];
  /** What stands there afterwards. */
  readonly texts: string[] = [];

  /** Replaces `[start, end)` by `text`; a start before the end of the last edit is ignored. */
  replace(start: number, end: number, text: string): void {
    const last = this.ends.length - 1;
    if (last >= 0 && start < this.ends[last]) return;
    this.starts.push(start);
    this.ends.push(end);
    this.texts.push(text);
  }

  /** One past the last unit that an edit touches so far; 0 before the first. */
  get reached(): number {
    return this.ends.length === 0 ? 0 : this.ends[this.ends.length - 1];
  }
}

/** A text and the range of the caller's string that each of its units stands for. */
export interface Draft {
  /** The text so far. */
  readonly text: string;
  /** Where unit i begins in the caller's string, one more entry for the end; null while it is i itself. */
  readonly starts: Int32Array | null;
  /** Where unit i ends in the caller's string; null while it is i + 1. */
  readonly ends: Int32Array | null;
}

/** Applies the edits; the offsets stay null while every edit keeps the length. Linear in the length of the text. */
export function applyEdits(draft: Draft, edits: Edits): Draft {
  const count = edits.starts.length;
  if (count === 0) return draft;
  const { text } = draft;
  let length = text.length;
  let sameLength = true;
  for (let index = 0; index < count; index += 1) {
    const added = edits.texts[index].length;
    const removed = edits.ends[index] - edits.starts[index];
    if (removed !== added) sameLength = false;
    length += added - removed;
  }
  const changed = rewrite(text, edits);
  return sameLength ? { text: changed, starts: draft.starts, ends: draft.ends } : { text: changed, ...moveOffsets(draft, edits, length) };
}

function rewrite(text: string, edits: Edits): string {
  let changed = '';
  let at = 0;
  for (let index = 0; index < edits.starts.length; index += 1) {
    if (edits.starts[index] > at) changed += text.slice(at, edits.starts[index]);
    changed += edits.texts[index];
    at = edits.ends[index];
  }
  return changed + text.slice(at);
}

function moveOffsets(draft: Draft, edits: Edits, length: number): { starts: Int32Array; ends: Int32Array } {
  const { text, starts: oldStarts, ends: oldEnds } = draft;
  const starts = new Int32Array(length + 1);
  const ends = new Int32Array(length);
  const startOf = (unit: number): number => (oldStarts === null ? unit : oldStarts[unit]);
  const endOf = (unit: number): number => (oldEnds === null ? unit + 1 : oldEnds[unit]);
  let to = 0;
  let from = 0;
  const keep = (until: number): void => {
    for (; from < until; from += 1, to += 1) {
      starts[to] = startOf(from);
      ends[to] = endOf(from);
    }
  };
  for (let index = 0; index < edits.starts.length; index += 1) {
    const replacement = edits.texts[index];
    const end = edits.ends[index];
    keep(edits.starts[index]);
    const room = Math.min(replacement.length, end - from);
    let head = 0;
    while (head < room && replacement.charCodeAt(head) === text.charCodeAt(from + head)) head += 1;
    let tail = 0;
    while (tail < room - head && replacement.charCodeAt(replacement.length - 1 - tail) === text.charCodeAt(end - 1 - tail)) tail += 1;
    keep(from + head);
    const middle = end - tail;
    const begin = startOf(from);
    const finish = middle > from ? Math.max(begin, endOf(middle - 1)) : begin;
    for (let inner = replacement.length - head - tail; inner > 0; inner -= 1, to += 1) {
      starts[to] = begin;
      ends[to] = finish;
    }
    from = middle;
    keep(end);
  }
  keep(text.length);
  starts[length] = startOf(text.length);
  return { starts, ends };
}
