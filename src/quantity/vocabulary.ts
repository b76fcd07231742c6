/**
 * The vocabularies of several languages built into the tables that the reader runs on.
 */
import type { Duration } from '../types.ts';
import { once } from '../once.ts';
import { backwards, headsOf } from './expand.ts';
import { compileFit, compileFollowers, type CompiledFit, type Neighbours } from './fit.ts';
import type { DateUnit, LeadRole, MultipleUnit, MultipleWord, NumberWord, QuantityPack, TailRole, UnitWord, WordGroup } from './pack.ts';
import type { TimeAnchor, TimeForm, TimeTarget } from './quantity.ts';
import { hanNumeralsOf, type HanNumerals } from './han.ts';
import { buildStarts, headLength, type Starts } from './starts.ts';
import { Trie } from './trie.ts';

/** A unit of money with its followers made ready. */
export interface ReadyMoneyUnit {
  readonly currency: string | null;
  readonly minor: number;
  readonly plainFrom: number;
  readonly digit: number;
  /** What must follow a small amount. */
  readonly small: Neighbours | null;
}

/** What each role of a word means; each kind of meaning has always the same fields, which keeps look-ups fast. */
export interface Meanings {
  number: Pick<NumberWord, 'role' | 'value'> & { readonly max: number } | null;
  more: true | null;
  range: true | null;
  unit: Required<Pick<UnitWord, 'unit' | 'size' | 'plus'>> | null;
  time: ReadyTime | null;
  week: { readonly offset: number | null } | null;
  weekday: { readonly weekday: number } | null;
  part: { readonly end: number; readonly pm: boolean } | null;
  month: { readonly month: number } | null;
  dateUnit: Required<Pick<DateUnit, 'part' | 'needsLead'>> | null;
  clockUnit: ReadyClockUnit | null;
  tail: { readonly role: TailRole } | null;
  moneySign: { readonly currency: string | null } | null;
  moneyUnit: ReadyMoneyUnit | null;
  moneyNoun: true | null;
  counter: true | null;
  multiply: true | null;
  threshold: { readonly middle: readonly string[] } | null;
  multipleWord: Pick<MultipleWord, 'factor' | 'form'> | null;
  multipleUnit: ReadyMultipleUnit | null;
  multiplePrefix: ReadyMultipleUnit | null;
  joint: true | null;
}

/** A word that is a time, with its defaults filled in. */
export interface ReadyTime {
  readonly duration: Duration;
  readonly form: TimeForm;
  readonly anchor: TimeAnchor;
  readonly target: TimeTarget | undefined;
  readonly pm: boolean;
  readonly past: boolean;
}

/** A mark of a clock time, with its defaults filled in. */
export interface ReadyClockUnit {
  readonly minutes: number;
  readonly half: 'am' | 'pm' | null;
  readonly open: boolean;
  readonly weak: boolean;
}

/** A unit of multiples, with its defaults filled in. */
export interface ReadyMultipleUnit {
  readonly scale: number;
  readonly form: MultipleUnit['form'];
  readonly discount: boolean;
  readonly single: boolean;
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
export class Lexeme implements Meanings {
  /** Bits of its roles. */
  mask = 0;
  /** The roles that depend on the neighbours. */
  fits: readonly { readonly bit: number; readonly fit: CompiledFit }[] = [];
  number: Meanings['number'] = null;
  more: Meanings['more'] = null;
  range: Meanings['range'] = null;
  unit: Meanings['unit'] = null;
  time: Meanings['time'] = null;
  week: Meanings['week'] = null;
  weekday: Meanings['weekday'] = null;
  part: Meanings['part'] = null;
  month: Meanings['month'] = null;
  dateUnit: Meanings['dateUnit'] = null;
  clockUnit: Meanings['clockUnit'] = null;
  tail: Meanings['tail'] = null;
  moneySign: Meanings['moneySign'] = null;
  moneyUnit: Meanings['moneyUnit'] = null;
  moneyNoun: Meanings['moneyNoun'] = null;
  counter: Meanings['counter'] = null;
  multiply: Meanings['multiply'] = null;
  threshold: Meanings['threshold'] = null;
  multipleWord: Meanings['multipleWord'] = null;
  multipleUnit: Meanings['multipleUnit'] = null;
  multiplePrefix: Meanings['multiplePrefix'] = null;
  joint: Meanings['joint'] = null;
}

/** A lead word made ready. */
export interface Lead {
  readonly role: LeadRole;
  readonly fit: CompiledFit | null;
}

/** The built vocabulary. */
export interface Vocabulary {
  /** Where a quantity can start. */
  readonly starts: Starts;
  /** Words read forwards. */
  readonly words: Trie<Lexeme>;
  /** Lead words, spelt backwards. */
  readonly leads: Trie<Lead>;
  /** Characters of Chinese numerals. */
  readonly han: HanNumerals;
  readonly weekCharacters: ReadonlyMap<number, number>;
  readonly bareClock: Neighbours;
  readonly bareMoney: Neighbours;
}

function addCharacters(map: Map<number, number>, values: Readonly<Record<string, number>>): void {
  for (const [character, value] of Object.entries(values)) map.set(character.charCodeAt(0), value);
}

/** The words on their way into the tables. */
interface Words {
  readonly trie: Trie<Lexeme>;
  /** What words begin with that open a quantity. */
  readonly opening: Set<string>;
  /** First units of words that may follow a number. */
  readonly following: Set<string>;
}

/** Adds the words of one role; later ones win. */
function addRole<R extends Role, Group extends WordGroup>(
  { trie, opening, following }: Words, role: R, groups: readonly Group[], ready: (group: Group) => Meanings[R],
): void {
  const bit = ROLE[role];
  for (const group of groups) {
    // Most words have one role only, and share what they mean with the rest of their group.
    const shared = once(() => withRole(new Lexeme(), role, ready(group), fitsOf(bit, group)));
    const value = (known: Lexeme | undefined): Lexeme =>
      known === undefined ? shared() : withRole(Object.assign(new Lexeme(), known), role, shared()[role], shared().fits);
    for (const pattern of group.words) {
      trie.add(pattern, value);
      if ((bit & OPENING_ROLES) !== 0) for (const head of headsOf(pattern, headLength(pattern))) opening.add(head);
      if ((bit & (COUNTED_ROLES | ROLE.more)) !== 0) for (const first of headsOf(pattern, 1)) following.add(first);
    }
  }
}

function fitsOf(bit: number, group: WordGroup): Lexeme['fits'] {
  const fit = compileFit(group);
  return fit ? [{ bit, fit }] : [];
}

function withRole<R extends Role>(lexeme: Lexeme, role: R, meaning: Meanings[R], fits: Lexeme['fits']): Lexeme {
  const bit = ROLE[role];
  const meanings: Meanings = lexeme;
  meanings[role] = meaning;
  lexeme.mask |= bit;
  lexeme.fits = [...lexeme.fits.filter((other) => other.bit !== bit), ...fits];
  return lexeme;
}

const yes = (): true => true;

function readyMultiple({ scale, form, discount = false, single = false }: MultipleUnit): ReadyMultipleUnit {
  return { scale, form, discount, single };
}

function addTimes(words: Words, pack: QuantityPack): void {
  addRole(words, 'unit', pack.units, ({ unit, size, plus = 0 }) => ({ unit, size, plus }));
  addRole(words, 'time', pack.times, ({ min, max, unit, form = 'point', anchor = 'relative', target, pm = false, past = false }) => ({
    duration: { min, max, unit }, form, anchor, target, pm, past,
  }));
  addRole(words, 'week', pack.weeks, ({ offset = null }) => ({ offset }));
  addRole(words, 'weekday', pack.weekdays, ({ weekday }) => ({ weekday }));
  addRole(words, 'part', pack.parts, ({ end, pm = false }) => ({ end, pm }));
  addRole(words, 'month', pack.months, ({ month }) => ({ month }));
  addRole(words, 'dateUnit', pack.dateUnits, ({ part, needsLead = false }) => ({ part, needsLead }));
  addRole(words, 'clockUnit', pack.clockUnits, ({ minutes, half = null, open = false, weak = false }) => ({ minutes, half, open, weak }));
  addRole(words, 'tail', pack.tails, ({ role }) => ({ role }));
  addRole(words, 'joint', [{ words: pack.joints.filter((joint) => joint !== '') }], yes);
}

function addPack(words: Words, pack: QuantityPack): void {
  const { money, multiples } = pack;
  addRole(words, 'number', pack.numbers, ({ role, value, max = value }) => ({ role, value, max }));
  addRole(words, 'more', pack.more, yes);
  addRole(words, 'range', pack.ranges, yes);
  addTimes(words, pack);
  addRole(words, 'moneySign', money.signs, ({ currency }) => ({ currency }));
  addRole(words, 'moneyUnit', money.units, ({ currency, minor, plainFrom = 0, digit = 0, smallBefore }) => ({
    currency, minor, plainFrom, digit, small: smallBefore ? compileFollowers(smallBefore) : null,
  }));
  addRole(words, 'moneyNoun', money.nouns, yes);
  addRole(words, 'counter', money.counters, yes);
  addRole(words, 'multiply', money.multiply, yes);
  addRole(words, 'threshold', money.thresholds.map(({ open, middle }) => ({ words: [open], middle })), ({ middle }) => ({ middle }));
  addRole(words, 'multipleWord', multiples.words, ({ factor, form }) => ({ factor, form }));
  addRole(words, 'multipleUnit', multiples.units, readyMultiple);
  addRole(words, 'multiplePrefix', multiples.prefixes, readyMultiple);
}

/** Builds the tables for some languages. Later languages win where two give one word the same role. */
export function buildVocabulary(packs: readonly QuantityPack[]): Vocabulary {
  const words: Words = { trie: new Trie(), opening: new Set(), following: new Set() };
  const leads = new Trie<Lead>();
  const han = hanNumeralsOf(packs);
  const weekCharacters = new Map<number, number>();
  for (const pack of packs) {
    addPack(words, pack);
    addCharacters(weekCharacters, pack.weekCharacters);
    for (const lead of pack.leads) {
      const ready = once(() => ({ role: lead.role, fit: compileFit(lead) }));
      for (const pattern of lead.words) leads.add(backwards(pattern), ready);
    }
  }
  return {
    starts: buildStarts(words.opening, words.following, han.keys()),
    words: words.trie,
    leads,
    han,
    weekCharacters,
    bareClock: compileFollowers(packs.flatMap((pack) => pack.bareClock ?? [])),
    bareMoney: compileFollowers(packs.flatMap((pack) => pack.money.bareBefore)),
  };
}
