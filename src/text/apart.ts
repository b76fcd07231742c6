/**
 * Chinese characters spelled apart: 退 款 2 4 小 时, 三.倍.赔.偿, 退❤款❤24小时.
 */
import { BINDING } from '../generated/text-chinese.ts';
import { FOLD, isDigit, isHan, isLatin, KIND, Kind } from './characters.ts';
import type { Edits } from './draft.ts';
import { isSyllable } from './pinyin.ts';
import { codeAt } from './unit.ts';

const binding = new Set<number>();
for (let index = 0; index + 1 < BINDING.length; index += 2) binding.add((BINDING.charCodeAt(index) << 16) | BINDING.charCodeAt(index + 1));

/** A longer run of spaces and marks separates sentences, not characters. */
const MAX_SEPARATOR = 6;

/** ASCII marks that separate other things too: they need more evidence. */
const WEAK = new Set('.-~/=+#_');

/** Where the run of spaces and marks that begins at `at` ends. */
export function separatorEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = codeAt(text, end);
    const kind = KIND[unit];
    const trailing = end > at && ((unit >= 0xdc00 && unit <= 0xdfff) || unit === 0xfe0f || unit === 0xfe0e || unit === 0x200d);
    if (kind !== Kind.Space && kind !== Kind.Symbol && !trailing) break;
    end += 1;
  }
  return end;
}

/** Whether the two characters together are a word that is seldom torn apart innocently. */
function isBinding(left: number, right: number): boolean {
  return binding.has((FOLD[left] << 16) | FOLD[right]);
}

function isCell(unit: number): boolean {
  return isHan(unit) || isDigit(unit);
}

/**
 * Whether the separator `[start, end)` may separate characters of a word; `separated` is where the last one ended.
 * Says yes for every separator that {@link joinCharacters} removes first.
 */
export function isApart(text: string, start: number, end: number, separated: number): boolean {
  if (start === 0 || end >= text.length) return false;
  const before = codeAt(text, start - 1);
  const after = codeAt(text, end);
  if (!isCell(before) || !isCell(after)) return false;
  return separated === start - 1 || (isHan(before) && isHan(after) && isBinding(before, after));
}

interface Separator {
  readonly start: number;
  readonly end: number;
  /** 1 for a mark that nobody writes there innocently, 2 for a weak one, 3 for spaces alone. */
  readonly strength: 1 | 2 | 3;
}

/** The separator at `start` between two cells, or undefined. */
function separatorAt(text: string, start: number): Separator | undefined {
  const end = separatorEnd(text, start);
  if (start === 0 || end === start || end >= text.length || end - start > MAX_SEPARATOR) return undefined;
  if (!isCellOrLatin(text.charCodeAt(start - 1)) || !isCellOrLatin(text.charCodeAt(end))) return undefined;
  let strength: 1 | 2 | 3 = 3;
  let marks = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 32) continue;
    if (unit < 128) marks += 1;
    if (WEAK.has(text[at])) strength = 2;
    else if (strength === 3) strength = 1;
  }
  // Two ASCII marks are an ellipsis, a dash or a mask (李**), not a separator.
  return marks > 1 ? undefined : { start, end, strength };
}

/** Removes separators inside words. Linear: each separator is looked at twice at most. */
export function joinCharacters(text: string, edits: Edits): void {
  let at = 1;
  while (at < text.length) {
    const kind = KIND[text.charCodeAt(at)];
    if ((kind !== Kind.Space && kind !== Kind.Symbol) || !isCell(text.charCodeAt(at - 1))) {
      at += 1;
      continue;
    }
    const run: Separator[] = [];
    let next = separatorAt(text, at);
    let reached = separatorEnd(text, at);
    while (next !== undefined) {
      const cell = cellEnd(text, next.end);
      if (cell === next.end) break;
      run.push(next);
      reached = next.end;
      if (cell >= text.length) break;
      next = separatorAt(text, cell);
    }
    joinRun(text, run, edits);
    at = Math.max(reached, at + 1);
  }
}

function isCellOrLatin(unit: number): boolean {
  return isCell(unit) || isLatin(unit);
}

/** The longest syllable of pinyin: zhuang. */
const MAX_SYLLABLE = 6;

/** One Chinese character, a number of up to four digits, or a syllable of pinyin; `at` itself where there is none. */
function cellEnd(text: string, at: number): number {
  if (isLatin(text.charCodeAt(at))) {
    let end = at;
    while (end < text.length && end - at <= MAX_SYLLABLE && isLatin(text.charCodeAt(end))) end += 1;
    return isSyllable(text.slice(at, end)) ? end : at;
  }
  if (!isDigit(text.charCodeAt(at))) return at + 1;
  let end = at;
  while (end < text.length && end - at < 4 && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/**
 * Whether removing the separator would run two numbers together: 36 37 38, or 3-5 among characters that are spelled apart
 * with another mark.
 */
function tearsNumbers(text: string, separator: Separator, usual: Separator | undefined): boolean {
  const { start, end } = separator;
  if (!isBetweenDigits(text, separator)) return false;
  if (isDigit(text.charCodeAt(start - 2)) || isDigit(text.charCodeAt(end + 1))) return true;
  return usual === undefined || text.slice(start, end) !== text.slice(usual.start, usual.end);
}

function isBetweenDigits(text: string, { start, end }: Separator): boolean {
  return isDigit(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(end));
}

function joinRun(text: string, run: readonly Separator[], edits: Edits): void {
  const count = run.length;
  if (count === 0) return;
  let inner = 0;
  let strength: number = 1;
  for (let index = 0; index < count; index += 1) {
    strength = Math.max(strength, run[index].strength);
    if (index > 0 && isHan(text.charCodeAt(run[index].start - 1))) inner += 1;
  }
  const first = run[0].start - 1;
  const startsAlone = first === 0 || !isCell(text.charCodeAt(first - 1)) || isDigit(text.charCodeAt(first));
  const last = run[count - 1].end;
  const endsAlone = cellEnd(text, last) >= text.length || !isCell(text.charCodeAt(cellEnd(text, last)));
  if (strength < 3 ? inner >= (strength === 1 ? 1 : 2) : inner + (startsAlone ? 1 : 0) + (endsAlone ? 1 : 0) >= 3) {
    const from = strength === 3 && !startsAlone ? 1 : 0;
    const to = strength === 3 && !endsAlone ? count - 1 : count;
    const usual = run.find((separator) => !isBetweenDigits(text, separator));
    for (let index = from; index < to; index += 1) if (!tearsNumbers(text, run[index], usual)) edits.replace(run[index].start, run[index].end, '');
    return;
  }
  for (const separator of run) {
    const left = text.charCodeAt(separator.start - 1);
    const right = text.charCodeAt(separator.end);
    if (!isHan(left) || !isHan(right) || !isBinding(left, right)) continue;
    const free = !isHan(text.charCodeAt(separator.start - 2)) || !isHan(text.charCodeAt(separator.end + 1));
    if (separator.strength < 3 || free) edits.replace(separator.start, separator.end, '');
  }
}
