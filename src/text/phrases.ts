/**
 * Chinese misspellings, homophones and split characters (薇信, 到帐, 贝兑偿), and formal numerals (贰拾肆).
 */
import { PHRASES } from '../generated/text-chinese.ts';
import { KIND, Kind } from './characters.ts';
import type { Edits } from './draft.ts';
import { codeAt } from './unit.ts';

/** A phrase, recognised at one of its characters. */
interface Phrase {
  readonly from: string;
  readonly to: string;
  /** Which character of `from` it is recognised at. */
  readonly at: number;
  /** Longer innocent words that contain the phrase, with the place where it begins in them. */
  readonly traps: ReadonlyArray<{ readonly word: string; readonly at: number }>;
}

const phrases = new Map<number, Phrase[]>();
for (const row of PHRASES.split('|')) {
  const [head = '', ...traps] = row.split('!');
  const [from = '', to = ''] = head.slice(1).split('=');
  if (from === '') continue;
  const phrase: Phrase = { from, to, at: Number(head[0]), traps: traps.map((word) => ({ word, at: word.indexOf(from) })) };
  const unit = from.charCodeAt(phrase.at);
  const list = phrases.get(unit);
  if (list === undefined) phrases.set(unit, [phrase]);
  else list.push(phrase);
  KIND[unit] = Kind.Watched;
}

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN = '一二三四五六七八九十百千';
const NUMERALS = new Set('零〇一二两三四五六七八九十百千万亿0123456789'.split(''));
const UNITS = new Set('元块倍天日周月年折次个件点圆萬'.split(''));
/** Characters that make a word with the formal numeral after them: 收拾, 大陆, 队伍. */
const BOUND = new Set('收大登着内队入落退行'.split(''));

const formal = new Map<number, number>();
for (let index = 0; index < FORMAL.length; index += 1) {
  formal.set(FORMAL.charCodeAt(index), index);
  KIND[FORMAL.charCodeAt(index)] = Kind.Watched;
}

/** A replacement in canonical text. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function hasAt(text: string, at: number, word: string): boolean {
  return at >= 0 && text.startsWith(word, at);
}

/** What replaces the phrase or numeral that is recognised at `at`, or undefined. The text must be folded. */
export function phraseAt(text: string, at: number): Replacement | undefined {
  const candidates = phrases.get(codeAt(text, at));
  if (candidates !== undefined) {
    for (const phrase of candidates) {
      const start = at - phrase.at;
      if (!hasAt(text, start, phrase.from)) continue;
      if (phrase.traps.some((trap) => hasAt(text, start - trap.at, trap.word))) continue;
      return { start, end: start + phrase.from.length, text: phrase.to };
    }
  }
  return numeralAt(text, at);
}

function numeralAt(text: string, at: number): Replacement | undefined {
  const index = formal.get(codeAt(text, at)) ?? -1;
  if (index < 0) return undefined;
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  const counts = (character: string): boolean => character !== '' && (NUMERALS.has(character) || FORMAL.includes(character));
  if (BOUND.has(before) || !(counts(before) || counts(after) || UNITS.has(after) || text.startsWith('小时', at + 1))) return undefined;
  return { start: at, end: at + 1, text: PLAIN[index] };
}

/** Replaces every phrase and numeral. */
export function replacePhrases(text: string, edits: Edits): void {
  for (let at = 0; at < text.length; at += 1) {
    if (KIND[text.charCodeAt(at)] !== Kind.Watched) continue;
    const found = phraseAt(text, at);
    if (found !== undefined) edits.replace(found.start, found.end, found.text);
  }
}
