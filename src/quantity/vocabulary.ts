/**
 * The vocabularies of several languages built into the tables that the reader runs on.
 */
import { expandWord } from './expand.ts';
import { compileFit, compileFollowers, type CompiledFit, type Neighbours } from './fit.ts';
import type {
  ClockUnit, DateUnit, DayPart, LeadRole, MonthWord, MoneySign, MoneyUnit, MultipleUnit, MultipleWord, NumberWord, QuantityPack,
  TailWord, TimeWord, UnitWord, WeekWord, WeekdayWord, WordGroup,
} from './pack.ts';
import { buildTrie, type Trie } from './trie.ts';

/** A unit of money with its followers made ready. */
export interface ReadyMoneyUnit extends MoneyUnit {
  /** What must follow a small amount. */
  readonly small: Neighbours | null;
}

/** What a threshold coupon's opening word brings. */
export interface Threshold extends WordGroup {
  readonly middle: readonly string[];
}

/** What each role of a word means. */
export interface Meanings {
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
  moneyUnit?: ReadyMoneyUnit;
  moneyNoun?: WordGroup;
  counter?: WordGroup;
  multiply?: WordGroup;
  threshold?: Threshold;
  multipleWord?: MultipleWord;
  multipleUnit?: MultipleUnit;
  multiplePrefix?: MultipleUnit;
  joint?: WordGroup;
}

/** A role that a word can have. */
export type Role = keyof Meanings;

/** The bit of each role. */
export const ROLE: { readonly [R in Role]-?: number } = {
  number: 1, more: 2, range: 4, unit: 8, time: 16, week: 32, weekday: 64, part: 128, month: 256, dateUnit: 512,
  clockUnit: 1024, tail: 2048, moneySign: 4096, moneyUnit: 8192, moneyNoun: 16384, counter: 32768, multiply: 65536,
  threshold: 131072, multipleWord: 262144, multipleUnit: 524288, multiplePrefix: 1048576, joint: 2097152,
};

/** Words that are a time by themselves, or open one. */
export const CALENDAR_ROLES = ROLE.time | ROLE.week | ROLE.weekday | ROLE.month | ROLE.part;
/** Words that can open a quantity. */
export const OPENING_ROLES =
  CALENDAR_ROLES | ROLE.number | ROLE.moneySign | ROLE.threshold | ROLE.multipleWord | ROLE.multiplePrefix;
/** Words after a number that make it more than a number. */
export const COUNTED_ROLES =
  ROLE.range | ROLE.unit | ROLE.month | ROLE.dateUnit | ROLE.clockUnit | ROLE.moneyUnit | ROLE.moneyNoun | ROLE.counter |
  ROLE.multiply | ROLE.multipleUnit | ROLE.moneySign;

/** A surface form with everything that it can be. */
export interface Lexeme extends Meanings {
  /** Bits of its roles. */
  mask: number;
  /** The roles that depend on the neighbours. */
  fits: { readonly bit: number; readonly fit: CompiledFit }[];
}

/** A lead word made ready. */
export interface Lead {
  readonly role: LeadRole;
  readonly fit: CompiledFit | null;
}

/** Classes of code units in `Vocabulary.starts`: cannot start a quantity; a digit; a Latin letter; a numeral; another. */
export const START_NONE = 0;
export const START_DIGIT = 1;
export const START_LETTER = 2;
export const START_NUMERAL = 3;
export const START_OTHER = 4;

/** The built vocabulary. */
export interface Vocabulary {
  /** One of the `START_` classes for every code unit. */
  readonly starts: Uint8Array;
  /** Words read forwards. */
  readonly words: Trie<Lexeme>;
  /** Lead words, spelt backwards. */
  readonly leads: Trie<Lead>;
  /** Values of numeral characters. */
  readonly hanDigits: ReadonlyMap<number, number>;
  readonly hanPowers: ReadonlyMap<number, number>;
  readonly hanTens: ReadonlyMap<number, number>;
  readonly hanVague: ReadonlySet<number>;
  readonly weekCharacters: ReadonlyMap<number, number>;
  readonly bareClock: Neighbours;
  readonly bareMoney: Neighbours;
}

function addCharacters(map: Map<number, number>, values: Readonly<Record<string, number>>): void {
  for (const [character, value] of Object.entries(values)) map.set(character.charCodeAt(0), value);
}

/** Adds the words of one role; later ones win. */
function addRole<R extends Role>(words: Map<string, Lexeme>, role: R, groups: readonly (NonNullable<Meanings[R]> & WordGroup)[]): void {
  const bit = ROLE[role];
  for (const group of groups) {
    const fit = compileFit(group);
    const entry = fit && { bit, fit };
    for (const pattern of group.words) {
      for (const word of expandWord(pattern)) {
        let lexeme = words.get(word);
        if (!lexeme) words.set(word, (lexeme = { mask: 0, fits: [] }));
        if ((lexeme.mask & bit) !== 0) lexeme.fits = lexeme.fits.filter((other) => other.bit !== bit);
        const meanings: Meanings = lexeme;
        meanings[role] = group;
        lexeme.mask |= bit;
        if (entry) lexeme.fits.push(entry);
      }
    }
  }
}

function addPack(words: Map<string, Lexeme>, pack: QuantityPack): void {
  const { money, multiples } = pack;
  addRole(words, 'number', pack.numbers);
  addRole(words, 'more', pack.more);
  addRole(words, 'range', pack.ranges);
  addRole(words, 'unit', pack.units);
  addRole(words, 'time', pack.times);
  addRole(words, 'week', pack.weeks);
  addRole(words, 'weekday', pack.weekdays);
  addRole(words, 'part', pack.parts);
  addRole(words, 'month', pack.months);
  addRole(words, 'dateUnit', pack.dateUnits);
  addRole(words, 'clockUnit', pack.clockUnits);
  addRole(words, 'tail', pack.tails);
  addRole(words, 'moneySign', money.signs);
  addRole(words, 'moneyUnit', money.units.map((unit) => ({ ...unit, small: unit.smallBefore ? compileFollowers(unit.smallBefore) : null })));
  addRole(words, 'moneyNoun', money.nouns);
  addRole(words, 'counter', money.counters);
  addRole(words, 'multiply', money.multiply);
  addRole(words, 'threshold', money.thresholds.map((row) => ({ words: [row.open], middle: row.middle })));
  addRole(words, 'multipleWord', multiples.words);
  addRole(words, 'multipleUnit', multiples.units);
  addRole(words, 'multiplePrefix', multiples.prefixes);
  addRole(words, 'joint', [{ words: pack.joints.filter((joint) => joint !== '') }]);
}

/** The class of every code unit. */
function startTable(words: ReadonlyMap<string, Lexeme>, numerals: Iterable<number>): Uint8Array {
  const starts = new Uint8Array(65536);
  for (const [word, { mask }] of words) if ((mask & OPENING_ROLES) !== 0) starts[word.charCodeAt(0)] = START_OTHER;
  for (const code of numerals) starts[code] = START_NUMERAL;
  for (let code = 48; code <= 57; code++) starts[code] = START_DIGIT;
  for (let code = 97; code <= 122; code++) starts[code] = START_LETTER;
  return starts;
}

/**
 * Builds the tables for some languages. Later languages win where two give one word the same role.
 * @throws RangeError where the words are too many for one trie.
 */
export function buildVocabulary(packs: readonly QuantityPack[]): Vocabulary {
  const words = new Map<string, Lexeme>();
  const leads = new Map<string, Lead>();
  const hanDigits = new Map<number, number>();
  const hanPowers = new Map<number, number>();
  const hanTens = new Map<number, number>();
  const hanVague = new Set<number>();
  const weekCharacters = new Map<number, number>();
  for (const pack of packs) {
    addPack(words, pack);
    addCharacters(weekCharacters, pack.weekCharacters);
    if (pack.han) {
      addCharacters(hanDigits, pack.han.digits);
      addCharacters(hanPowers, pack.han.powers);
      addCharacters(hanTens, pack.han.tens);
      for (const character of pack.han.vague) hanVague.add(character.charCodeAt(0));
    }
    for (const lead of pack.leads) {
      const ready = { role: lead.role, fit: compileFit(lead) };
      for (const pattern of lead.words) {
        for (const word of expandWord(pattern)) leads.set(word.split('').reverse().join(''), ready);
      }
    }
  }
  return {
    starts: startTable(words, [...hanDigits.keys(), ...hanPowers.keys(), ...hanTens.keys(), ...hanVague]),
    words: buildTrie(words),
    leads: buildTrie(leads),
    hanDigits,
    hanPowers,
    hanTens,
    hanVague,
    weekCharacters,
    bareClock: compileFollowers(packs.flatMap((pack) => pack.bareClock ?? [])),
    bareMoney: compileFollowers(packs.flatMap((pack) => pack.money.bareBefore)),
  };
}
