import { Sentences } from '../text/sentences.ts';
import { amountSaid, words } from './words.ts';

/** A clause of a reply, between two marks. */
export interface Clause {
  /** First code unit of its words. */
  readonly start: number;
  /** One past its words, before its mark. */
  readonly end: number;
  /** Where the next clause starts, after the mark and the spaces. */
  readonly stop: number;
  /** Number of its sentence. */
  readonly sentence: number;
}

/** Marks between the clauses of a sentence. */
export const SOFT_MARKS: ReadonlySet<string> = new Set(',，、;；:：'.split(''));
/** Marks at the end of a sentence. */
export const END_MARKS: ReadonlySet<string> = new Set('。.!！?？…~～'.split(''));
/** Marks and spaces. */
export const MARKS: ReadonlySet<string> = new Set([...SOFT_MARKS, ...END_MARKS, ...' \n\r\t'.split('')]);

/** The clauses of a reply, in order. */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  const sentences = new Sentences();
  sentences.append(text);
  let sentence = 0;
  for (let from = 0; from < text.length; sentence++) {
    const to = sentences.next(true);
    readSentence(text, from, to, sentence, clauses);
    from = to;
  }
  return clauses;
}

function readSentence(text: string, from: number, to: number, sentence: number, into: Clause[]): void {
  let start = from;
  while (start < to) {
    while (start < to && isBlank(text[start]!)) start++;
    let end = start;
    while (end < to && !isBreak(text, end)) end++;
    let stop = end;
    while (stop < to && MARKS.has(text[stop]!)) stop++;
    if (end > start) {
      while (end > start && END_MARKS.has(text[end - 1]!)) end--;
      into.push({ start, end, stop, sentence });
    }
    start = Math.max(stop, start + 1);
  }
}

/** Whether a clause ends here: a soft mark that is not inside a number, a line break, or the end of the sentence. */
function isBreak(text: string, at: number): boolean {
  const mark = text[at]!;
  if (mark === '\n' || mark === '~' || mark === '～') return true;
  if (!SOFT_MARKS.has(mark)) return false;
  return !(isDigit(text[at - 1]) && isDigit(text[at + 1]));
}

function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '0' && unit <= '9';
}

function isBlank(unit: string): boolean {
  return unit === ' ' || unit === '\n' || unit === '\r' || unit === '\t';
}

/** A greeting says at most so much beside its own words: a name, a title. */
const GREETING_REST = { han: 4, latin: 6 } as const;

/** Where the greeting at the head of a reply ends, marks and spaces included; 0 if there is none. */
export function greetingEnd(text: string, clauses: readonly Clause[]): number {
  const { greeting, stands } = words();
  let end = 0;
  for (const clause of clauses.slice(0, 2)) {
    let rest = text.slice(clause.start, clause.end);
    let length = greeting.atStart(rest);
    if (length === 0) break;
    const latin = rest.charCodeAt(0) < 0x80;
    while (length > 0) {
      rest = rest.slice(length).trimStart();
      length = greeting.atStart(rest);
    }
    // 亲的包裹 is no greeting, 尊敬的王女士 is one.
    if (amountSaid(rest) > (latin ? GREETING_REST.latin : GREETING_REST.han) || (!latin && rest.startsWith('的')) || (!latin && stands.in(rest))) break;
    end = clause.stop;
  }
  return end;
}
