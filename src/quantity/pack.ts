/**
 * The vocabulary of quantities in one language, as plain data. A word may hold alternatives in braces,
 * `{this|next} week`, with an empty one for "or nothing", `day{|s}`; they are expanded when the vocabulary is built.
 * All words are canonical: lower case, simplified characters, ASCII digits.
 */
import type { TimeUnit } from '../types.ts';
import type { TimeAnchor, TimeForm, TimeTarget } from './quantity.ts';

/** Where a word counts: what must or must not stand right before and after it (spaces between are skipped). */
export interface Fit {
  /** The word counts only right after one of these. */
  readonly after?: readonly string[];
  /** The word does not count right after one of these. */
  readonly notAfter?: readonly string[];
  /** The word counts only right before one of these; `""` stands for punctuation or the end of the text. */
  readonly before?: readonly string[];
  /** The word does not count right before one of these; `""` as above. */
  readonly notBefore?: readonly string[];
}

/** Words that all mean the same. */
export interface WordGroup extends Fit {
  /** The words, alternatives in braces. */
  readonly words: readonly string[];
}

/** Characters with which numerals are written, one value each. */
export interface HanNumerals {
  /** Digits: 一 1 … 九 9. */
  readonly digits: Readonly<Record<string, number>>;
  /** Powers of ten, and tens in one character (廿): 十 10, 百 100. */
  readonly powers: Readonly<Record<string, number>>;
  /** Tens in one character: 廿 20, 卅 30. */
  readonly tens: Readonly<Record<string, number>>;
  /** Characters that stand for some digit: 几, 数. */
  readonly vague: string;
}

/**
 * A number word. `ones`, `tens` and `power` combine ("two hundred and fifty"); `whole` stands by itself before a unit
 * ("a couple of", 俩); `article` is a 1 that counts only before a unit ("an hour").
 */
export interface NumberWord extends WordGroup {
  readonly role: 'ones' | 'tens' | 'power' | 'whole' | 'article';
  readonly value: number;
  /** Upper value where the word is rough. */
  readonly max?: number;
}

/** A unit of time: `size` of the base unit each, plus `plus` once ("and a half hours": 0.5). */
export interface UnitWord extends WordGroup {
  readonly unit: TimeUnit;
  readonly size: number;
  readonly plus?: number;
}

/** A word or phrase that is a time by itself. */
export interface TimeWord extends WordGroup {
  readonly min: number;
  readonly max: number;
  readonly unit: TimeUnit;
  /** Default: `point`. */
  readonly form?: TimeForm;
  /** Default: `relative`. */
  readonly anchor?: TimeAnchor;
  readonly target?: TimeTarget;
  /** True where a clock time that follows is after noon (今晚八点). */
  readonly pm?: boolean;
  /** True where it lies behind (昨天): what follows is read with it, and nothing is reported. */
  readonly past?: boolean;
}

/** A word for the week, completed by a day's character: 下周 + 三. */
export interface WeekWord extends WordGroup {
  /** Weeks from the current one; absent: the next such day; negative: past, not read. */
  readonly offset?: number;
}

/** A name of a weekday. */
export interface WeekdayWord extends WordGroup {
  /** ISO weekday, Monday 1. */
  readonly weekday: number;
}

/** A part of the day, beside a day or before a clock time. */
export interface DayPart extends WordGroup {
  /** The end of the part, in minutes after midnight. */
  readonly end: number;
  /** True where a clock time in it is after noon. */
  readonly pm?: boolean;
}

/** A name of a month. */
export interface MonthWord extends WordGroup {
  readonly month: number;
}

/** A unit of a calendar date after a number: 年, 月, 日, "th". */
export interface DateUnit extends WordGroup {
  readonly part: 'year' | 'month' | 'day';
  /** True where the unit makes a date only after a lead word ("by the 5th"). */
  readonly needsLead?: boolean;
}

/** A mark of a clock time after a number: 点, 点半, pm, o'clock. */
export interface ClockUnit extends WordGroup {
  /** Minutes that the mark adds (点半: 30). */
  readonly minutes: number;
  /** Half of the day, where the mark says it. */
  readonly half?: 'am' | 'pm';
  /** True where minutes may follow (8点30). */
  readonly open?: boolean;
  /** True where the mark alone is not enough: a day, a part of the day or a lead or tail word must stand beside it. */
  readonly weak?: boolean;
}

/**
 * What a word before a quantity does. `by`: at the latest (by, before, 最晚); `within`: inside that length (within,
 * 不超过); `in`: after that length, or at that date (in, 再过); `after`: after that length, later than that date;
 * `at`: at that time (on, at); `about`: roughly; `least`: no upper bound; `past`: it lies behind; `this`, `next`: which week; `ordinal`: 第; `every`: a rate, not a time; `between`: X and Y;
 * `spend`: what follows is money; `none`: carries no meaning, read through ("the next").
 */
export type LeadRole =
  | 'by' | 'within' | 'in' | 'after' | 'at' | 'about' | 'least' | 'past' | 'this' | 'next' | 'ordinal' | 'every' | 'between' | 'spend' | 'none';

/** A word before a quantity. */
export interface LeadWord extends WordGroup {
  readonly role: LeadRole;
}

/** What a word after a time does, as for `LeadRole`; `before` makes a deadline of a date and a past of a length (三天前). */
export type TailRole = 'within' | 'after' | 'about' | 'least' | 'past' | 'before' | 'by' | 'none';

/** A word after a time. */
export interface TailWord extends WordGroup {
  readonly role: TailRole;
}

/** A sign or code before an amount. */
export interface MoneySign extends WordGroup {
  /** ISO 4217 code, or null for the policy's. */
  readonly currency: string | null;
}

/** A unit after an amount. */
export interface MoneyUnit extends WordGroup {
  /** ISO 4217 code, or null for the policy's. */
  readonly currency: string | null;
  /** Minor units in one. */
  readonly minor: number;
  /** Amounts below this count only before one of `smallBefore` (三块 may be three pieces). */
  readonly plainFrom?: number;
  /** See `plainFrom`; `""` stands for punctuation or the end. */
  readonly smallBefore?: readonly string[];
  /** Minor units that a bare digit right after the unit counts (5块5: 10). */
  readonly digit?: number;
}

/** A multiple as a word. */
export interface MultipleWord extends WordGroup {
  readonly factor: number;
  readonly form: 'times' | 'percent' | 'fraction';
}

/**
 * A unit after a number (or, under `prefixes`, a word before one) that makes a multiple. `scale` times the number is
 * the factor; `discount` units (折) give the share taken off.
 */
export interface MultipleUnit extends WordGroup {
  readonly scale: number;
  readonly form: 'times' | 'percent' | 'fraction';
  readonly discount?: boolean;
  /** True where only a numeral of one Chinese character counts (三成). */
  readonly single?: boolean;
}

/** Everything that one language contributes. */
export interface QuantityPack {
  /** The language's code. */
  readonly language: string;
  readonly han?: HanNumerals;
  readonly numbers: readonly NumberWord[];
  /** Marks of "and some more" right after a number (来, 多, "odd"). */
  readonly more: readonly WordGroup[];
  /** Words between the ends of a range (到, to, or). */
  readonly ranges: readonly WordGroup[];
  readonly units: readonly UnitWord[];
  readonly times: readonly TimeWord[];
  readonly weeks: readonly WeekWord[];
  /** The characters that name a day after a week word. */
  readonly weekCharacters: Readonly<Record<string, number>>;
  readonly weekdays: readonly WeekdayWord[];
  readonly parts: readonly DayPart[];
  readonly months: readonly MonthWord[];
  readonly dateUnits: readonly DateUnit[];
  readonly clockUnits: readonly ClockUnit[];
  /** What must stand after a bare number for it to be a clock time after `by` or `at` ("at three sharp"). */
  readonly bareClock?: readonly string[];
  /** What may stand between a day and a clock time or part of the day. */
  readonly joints: readonly string[];
  readonly leads: readonly LeadWord[];
  readonly tails: readonly TailWord[];
  readonly money: {
    readonly signs: readonly MoneySign[];
    readonly units: readonly MoneyUnit[];
    /** Words after a bare number that make it money (券, 现金). */
    readonly nouns: readonly WordGroup[];
    /** What must stand after a bare number for it to be money after a `spend` lead; `""` for punctuation or the end. */
    readonly bareBefore: readonly string[];
    /** Words between a count and an amount (张), or after an amount's noun and a count. */
    readonly counters: readonly WordGroup[];
    /** Signs of multiplication. */
    readonly multiply: readonly WordGroup[];
    /** Threshold coupons: `open` number `middle` amount (满100减20). */
    readonly thresholds: readonly { readonly open: string; readonly middle: readonly string[] }[];
  };
  readonly multiples: {
    readonly words: readonly MultipleWord[];
    readonly units: readonly MultipleUnit[];
    readonly prefixes: readonly MultipleUnit[];
  };
}
