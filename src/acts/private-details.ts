import type { Sentence } from '../reading/reading.ts';
import type { Act, ActType } from './act.ts';

/** A private detail found by its shape; offsets in the canonical text. */
interface Detail {
  readonly kind: 'private-number' | 'private-email' | 'private-name';
  readonly start: number;
  readonly end: number;
}

/** The hundred most common Chinese surnames, which cover more than four in five people. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温庄柳祝邢舒葛颜'.split(''),
);
const TITLES = ['女士', '先生', '小姐'];
const LATIN_TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'dear', 'hi', 'hello', 'hey']);
const LETTER = /[a-z]/i;

/** Digits that an order number or a telephone number has at least; four last digits are no exposure. */
const MIN_DIGITS = 8;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Long runs of digits, with single spaces or dashes between groups: order and telephone numbers. */
function longNumbers(text: string, found: Detail[]): void {
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let digits = 0;
    let end = at;
    let next = at;
    while (next < text.length) {
      const code = text.charCodeAt(next);
      if (isDigit(code)) {
        digits++;
        end = ++next;
      } else if ((code === 32 || code === 45) && isDigit(text.charCodeAt(next + 1))) next++;
      else break;
    }
    if (digits >= MIN_DIGITS) found.push({ kind: 'private-number', start: at, end });
    at = end;
  }
}

function isMailCharacter(code: number): boolean {
  return (
    isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46 || code === 95 || code === 45 || code === 43
  );
}

/** Electronic mail addresses. */
function mails(text: string, found: Detail[]): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    let end = at + 1;
    while (start > 0 && isMailCharacter(text.charCodeAt(start - 1))) start--;
    while (end < text.length && isMailCharacter(text.charCodeAt(end))) end++;
    if (start < at && text.slice(at, end).includes('.')) found.push({ kind: 'private-email', start, end });
    at = end;
  }
}

/** A full Chinese name before a title: 王晓彤女士 (王女士 shows the surname only). */
function hanNames(text: string, found: Detail[]): void {
  for (const title of TITLES) {
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
      for (const length of [3, 2]) {
        const start = at - length;
        if (start < 0 || !SURNAMES.has(text[start]!)) continue;
        const before = start === 0 ? 0 : text.charCodeAt(start - 1);
        const given = text.slice(start + 1, at);
        if (before >= 0x4e00 && !'给人是为您的叫到'.includes(text[start - 1]!)) continue;
        if ([...given].some((character) => character.charCodeAt(0) < 0x4e00 || '的们位这那'.includes(character))) continue;
        found.push({ kind: 'private-name', start, end: at + title.length });
        break;
      }
    }
  }
}

function isCapitalised(word: string | undefined): boolean {
  if (word === undefined || word.length < 2) return false;
  const first = word.charCodeAt(0);
  return first >= 65 && first <= 90 && word.slice(1) === word.slice(1).toLowerCase() && LETTER.test(word.slice(1));
}

/** A first and a last name after a title or a greeting: "Dear Karen Whitfield", "Mr. Desmond Achterberg". */
function latinNames(original: string, found: Detail[]): void {
  let at = 0;
  let words: { text: string; start: number }[] = [];
  const flush = (): void => {
    for (let index = 0; index + 2 < words.length; index++) {
      const title = words[index]!.text.toLowerCase();
      const last = words[index + 2]!;
      if (LATIN_TITLES.has(title) && isCapitalised(words[index + 1]!.text) && isCapitalised(last.text) && title !== 'hello') {
        found.push({ kind: 'private-name', start: words[index + 1]!.start, end: last.start + last.text.length });
      }
    }
    words = [];
  };
  while (at < original.length) {
    const start = at;
    while (at < original.length && (LETTER.test(original[at]!) || original[at] === '-')) at++;
    if (at > start) {
      words.push({ text: original.slice(start, at), start });
      if (words.length > 64) flush();
      continue;
    }
    const code = original.charCodeAt(at++);
    if (code !== 32 && code !== 46) flush();
  }
  flush();
}

function makeAct(sentence: Sentence, { kind, start, end }: Detail): Act {
  const type: ActType = { name: kind, commitment: false, actor: 'agent' };
  let clause = sentence.clauses.findIndex((candidate) => candidate.end > start);
  if (clause < 0) clause = sentence.clauses.length - 1;
  const token = { start, end, concepts: [], flags: 0, speech: 'own' } as const;
  return { type, sentence, place: Infinity, clauseFrom: clause, clauseTo: clause, tokens: [token], modifiers: {}, pattern: 'shape', exact: true };
}

/** The private details of a sentence that their shape gives away: long numbers, mail addresses, full names. */
export function readPrivateDetails(sentence: Sentence): Act[] {
  if (sentence.clauses.length === 0) return [];
  const { text, map } = sentence.normalised;
  const found: Detail[] = [];
  longNumbers(text, found);
  mails(text, found);
  hanNames(text, found);
  if (map === null) latinNames(sentence.original, found);
  return found.sort((a, b) => a.start - b.start).map((detail) => makeAct(sentence, detail));
}
