/**
 * Latin letters spelled apart (F A C T O R Y  D E F E C T, r.e.f.u.n.d) and letters of other scripts that look Latin.
 */
import { isDigit, isLatin, KIND, Kind, LATIN } from './characters.ts';
import type { Edits } from './draft.ts';
import { isKnown, mayBeKnown } from './vocabulary.ts';

const MAX_KNOWN = 16;
const MAX_RUN = 200;
const SEPARATORS = new Set(' -._*|~·•+'.split('').map((mark) => mark.charCodeAt(0)));

function isLetterOrDigit(unit: number): boolean {
  return isLatin(unit) || isDigit(unit);
}

/** Whether one letter or digit stands alone at `at`. */
function standsAlone(text: string, at: number): boolean {
  return (
    isLetterOrDigit(text.charCodeAt(at)) &&
    (at === 0 || !(isLetterOrDigit(text.charCodeAt(at - 1)) || text[at - 1] === "'")) &&
    (at + 1 >= text.length || !isLetterOrDigit(text.charCodeAt(at + 1)))
  );
}

/** Where the separator after the letter at `at` ends: the same mark once, or up to three spaces; 0 where there is none. */
function gapEnd(text: string, at: number): number {
  const mark = text.charCodeAt(at + 1);
  if (!SEPARATORS.has(mark)) return 0;
  let end = at + 2;
  while (end < text.length && end - at < 4 && text.charCodeAt(end) === 32) end += 1;
  return end;
}

/**
 * Joins runs of four or more single letters where known words come out; lists (sizes S M L XL, A B C D) stay. Two spaces
 * or another mark than before separate words; where all is spaced alike, the words are found in the vocabulary.
 */
export function joinLetters(text: string, edits: Edits): void {
  for (let at = 0; at < text.length; at += 1) {
    if (!standsAlone(text, at)) continue;
    const cells: number[] = [at];
    const gaps: string[] = [];
    let last = at;
    while (cells.length < MAX_RUN) {
      const next = gapEnd(text, last);
      if (next === 0 || next >= text.length || !standsAlone(text, next)) break;
      gaps.push(text.slice(last + 1, next));
      cells.push(next);
      last = next;
    }
    if (cells.length >= 4) joinRun(text, cells, gaps, edits);
    at = last;
  }
}

function joinRun(text: string, cells: readonly number[], gaps: readonly string[], edits: Edits): void {
  const usual = mostFrequent(gaps);
  // A single letter at either end may be another word's or a size.
  const last = cells.length - 1;
  for (const [from, to] of [[0, last], [1, last], [0, last - 1]] as const) {
    const words = wordsOf(text, cells.slice(from, to + 1), gaps.slice(from, to), usual);
    if (words === undefined) continue;
    edits.replace(cells[from], cells[to] + 1, words);
    return;
  }
}

function mostFrequent(gaps: readonly string[]): string {
  const counts = new Map<string, number>();
  let best = gaps[0];
  for (const gap of gaps) {
    const count = (counts.get(gap) ?? 0) + 1;
    counts.set(gap, count);
    if (count > (counts.get(best) ?? 0)) best = gap;
  }
  return best;
}

/** The known words that the letters spell, or undefined; a list of single letters spells none. */
function wordsOf(text: string, cells: readonly number[], gaps: readonly string[], usual: string): string | undefined {
  const groups: string[] = [text[cells[0]]];
  for (let index = 0; index < gaps.length; index += 1) {
    const letter = text[cells[index + 1]];
    if (gaps[index] === usual) groups[groups.length - 1] += letter;
    else groups.push(letter);
  }
  const words: string[] = [];
  for (const group of groups) {
    const found = segment(group.toLowerCase());
    if (found === undefined) return undefined;
    words.push(...found);
  }
  return words.some((word) => word.length > 2 && isLatin(word.charCodeAt(0))) ? words.join(' ') : undefined;
}

/** Cuts letters into as few known words and numbers as possible; undefined where that cannot be done. */
function segment(letters: string): string[] | undefined {
  const best = new Int32Array(letters.length + 1).fill(-1);
  const cost = new Int32Array(letters.length + 1).fill(1 << 20);
  cost[0] = 0;
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - MAX_KNOWN); start < end; start += 1) {
      if (cost[start] + 1 >= cost[end] || !isPiece(letters, start, end)) continue;
      cost[end] = cost[start] + 1;
      best[end] = start;
    }
  }
  if (best[letters.length] < 0) return undefined;
  const pieces: string[] = [];
  for (let end = letters.length; end > 0; end = best[end]) pieces.unshift(letters.slice(best[end], end));
  return pieces;
}

/** Whether the letters are a known word, `a`, `i` or a number. */
function isPiece(letters: string, start: number, end: number): boolean {
  const first = letters.charCodeAt(start);
  if (isDigit(first)) {
    for (let at = start + 1; at < end; at += 1) if (!isDigit(letters.charCodeAt(at))) return false;
    return true;
  }
  if (end - start === 1) return first === 97 || first === 105;
  return mayBeKnown(letters, start, end - start) && isKnown(letters.slice(start, end));
}

/** Makes Cyrillic and Greek letters Latin in words that also hold Latin ones; words of those scripts stay. */
export function replaceLookalikes(text: string, edits: Edits): void {
  const inWord = (at: number): boolean => isLatin(text.charCodeAt(at)) || KIND[text.charCodeAt(at)] === Kind.Lookalike;
  for (let at = 0; at < text.length; at += 1) {
    if (!inWord(at)) continue;
    const start = at;
    let latin = false;
    let plain = '';
    for (; at < text.length && inWord(at); at += 1) {
      const unit = text.charCodeAt(at);
      latin ||= isLatin(unit);
      plain += String.fromCharCode(LATIN.get(unit) ?? unit);
    }
    if (latin && plain !== text.slice(start, at)) edits.replace(start, at, plain);
  }
}
