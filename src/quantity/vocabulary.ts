/**
 * The vocabularies of several languages built into the tables that the reader runs on.
 */
import type {
  ClockUnit, DateUnit, DayPart, Fit, LeadWord, MonthWord, MoneySign, MoneyUnit, MultipleUnit, MultipleWord, NumberWord,
  QuantityPack, TailWord, TimeWord, UnitWord, WeekWord, WeekdayWord, WordGroup,
} from './pack.ts';
import { buildTrie, type Trie } from './trie.ts';

/** Everything that one surface form can be. */
export interface Lexeme {
  number?: NumberWord;
  more?: WordGroup;
  range?: WordGroup;
  unit?: UnitWord;
  time?: TimeWord;
  week?: WeekWord;
  weekday?: WeekdayWord;
  part?: DayPart;
  month?: MonthWord;
  dateUnit?: DateUnit;
  clockUnit?: ClockUnit;
  tail?: TailWord;
  moneySign?: MoneySign;
  moneyUnit?: MoneyUnit;
  moneyNoun?: WordGroup;
  counter?: WordGroup;
  multiply?: WordGroup;
  threshold?: { readonly open: string; readonly middle: readonly string[] };
  multipleWord?: MultipleWord;
  multipleUnit?: MultipleUnit;
  multiplePrefix?: MultipleUnit;
}

/** A role that a surface form can have. */
export type Role = keyof Lexeme;

/** The bit of each role, for looking up several at once. */
export const ROLE: { readonly [R in Role]: number } = {
  number: 1, more: 2, range: 4, unit: 8, time: 16, week: 32, weekday: 64, part: 128, month: 256, dateUnit: 512,
  clockUnit: 1024, tail: 2048, moneySign: 4096, moneyUnit: 8192, moneyNoun: 16384, counter: 32768, multiply: 65536,
  threshold: 131072, multipleWord: 262144, multipleUnit: 524288, multiplePrefix: 1048576,
};

/** Classes of code units in `Vocabulary.starts`: cannot start a quantity; a digit; a Latin letter; anything else that can. */
export const START_NONE = 0;
export const START_DIGIT = 1;
export const START_LETTER = 2;
export const START_OTHER = 3;

/** A surface form found in a text. */
export interface Match {
  readonly lexeme: Lexeme;
  /** Bits of the roles that fit here. */
  readonly roles: number;
  readonly end: number;
}

/** The built vocabulary. */
export interface Vocabulary {
  /** One of the `START_` classes for every code unit. */
  readonly starts: Uint8Array;
  /** Words read forwards. */
  readonly words: Trie<Lexeme>;
  /** Lead words, spelt backwards. */
  readonly leads: Trie<LeadWord>;
  /** Values of numeral characters; powers are at least 10. */
  readonly hanDigits: ReadonlyMap<number, number>;
  readonly hanPowers: ReadonlyMap<number, number>;
  readonly hanTens: ReadonlyMap<number, number>;
  readonly hanVague: ReadonlySet<number>;
  readonly weekCharacters: ReadonlyMap<number, number>;
  readonly bareClock: readonly string[];
  readonly bareMoney: readonly string[];
  /** Longest first. */
  readonly joints: readonly string[];
}

/** All spellings of a word with alternatives in braces (not nested). */
export function expandWord(word: string): string[] {
  const open = word.indexOf('{');
  if (open < 0) return [word];
  const close = word.indexOf('}', open);
  if (close < 0) return [word];
  const head = word.slice(0, open);
  const tails = expandWord(word.slice(close + 1));
  return word
    .slice(open + 1, close)
    .split('|')
    .flatMap((middle) => tails.map((tail) => head + middle + tail));
}

function expandFit<Group extends Fit>(group: Group): Group {
  if (!group.after && !group.notAfter && !group.before && !group.notBefore) return group;
  const wide = (words: readonly string[] | undefined): readonly string[] | undefined => words?.flatMap(expandWord);
  const { after, notAfter, before, notBefore } = group;
  return {
    ...group,
    ...(after && { after: wide(after) }),
    ...(notAfter && { notAfter: wide(notAfter) }),
    ...(before && { before: wide(before) }),
    ...(notBefore && { notBefore: wide(notBefore) }),
  };
}

/**
 * Builds the tables for some languages. Later languages win where two give one word the same role.
 * @throws RangeError where the words are too many for one trie.
 */
export function buildVocabulary(packs: readonly QuantityPack[]): Vocabulary {
  const words = new Map<string, Lexeme>();
  const leads = new Map<string, LeadWord>();
  const hanDigits = new Map<number, number>();
  const hanPowers = new Map<number, number>();
  const hanTens = new Map<number, number>();
  const hanVague = new Set<number>();
  const weekCharacters = new Map<number, number>();
  const joints = new Set<string>();
  const starts = new Uint8Array(65536);
  const starters = new Set<number>();

  const add = <R extends Role>(role: R, groups: readonly (NonNullable<Lexeme[R]> & WordGroup)[], first: boolean): void => {
    for (const group of groups) {
      const value = expandFit(group);
      for (const word of group.words.flatMap(expandWord)) {
        let lexeme = words.get(word);
        if (!lexeme) words.set(word, (lexeme = {}));
        lexeme[role] = value;
        if (first) starters.add(word.charCodeAt(0));
      }
    }
  };
  const addCharacters = (map: Map<number, number>, values: Readonly<Record<string, number>>, first: boolean): void => {
    for (const [character, value] of Object.entries(values)) {
      map.set(character.charCodeAt(0), value);
      if (first) starters.add(character.charCodeAt(0));
    }
  };

  for (const pack of packs) {
    if (pack.han) {
      addCharacters(hanDigits, pack.han.digits, true);
      addCharacters(hanPowers, pack.han.powers, true);
      addCharacters(hanTens, pack.han.tens, true);
      for (const character of pack.han.vague) {
        hanVague.add(character.charCodeAt(0));
        starters.add(character.charCodeAt(0));
      }
    }
    addCharacters(weekCharacters, pack.weekCharacters, false);
    add('number', pack.numbers, true);
    add('more', pack.more, false);
    add('range', pack.ranges, false);
    add('unit', pack.units, false);
    add('time', pack.times, true);
    add('week', pack.weeks, true);
    add('weekday', pack.weekdays, true);
    add('part', pack.parts, true);
    add('month', pack.months, true);
    add('dateUnit', pack.dateUnits, false);
    add('clockUnit', pack.clockUnits, false);
    add('tail', pack.tails, false);
    add('moneySign', pack.money.signs, true);
    add('moneyUnit', pack.money.units, false);
    add('moneyNoun', pack.money.nouns, false);
    add('counter', pack.money.counters, false);
    add('multiply', pack.money.multiply, false);
    add('multipleWord', pack.multiples.words, true);
    add('multipleUnit', pack.multiples.units, false);
    add('multiplePrefix', pack.multiples.prefixes, true);
    add('threshold', pack.money.thresholds.map((row) => ({ ...row, words: [row.open] })), true);
    for (const joint of pack.joints) joints.add(joint);
    for (const lead of pack.leads) {
      const value = expandFit(lead);
      for (const word of lead.words.flatMap(expandWord)) leads.set(word.split('').reverse().join(''), value);
    }
  }

  for (const code of starters) starts[code] = START_OTHER;
  for (let code = 48; code <= 57; code++) starts[code] = START_DIGIT;
  for (let code = 97; code <= 122; code++) starts[code] = START_LETTER;
  return {
    starts,
    words: buildTrie(words),
    leads: buildTrie(leads),
    hanDigits,
    hanPowers,
    hanTens,
    hanVague,
    weekCharacters,
    bareClock: packs.flatMap((pack) => pack.bareClock ?? []),
    bareMoney: packs.flatMap((pack) => pack.money.bareBefore),
    joints: [...joints].sort((a, b) => b.length - a.length),
  };
}

/** Whether a code unit is an ASCII lower-case letter (canonical text has no upper case). */
export function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
