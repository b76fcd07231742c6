/**
 * The strict schema of a quantity vocabulary, for whoever loads one from YAML or from a user. Not on the check path.
 */
import * as z from 'zod/mini';
import { DataError, throwFaults, type Fault } from '../errors.ts';
import type { QuantityPack } from './pack.ts';

const text = z.string().check(z.minLength(1));
const words = z.array(text).check(z.minLength(1));
const neighbours = z.optional(z.array(z.string()));
const group = { words, after: neighbours, notAfter: neighbours, before: neighbours, notBefore: neighbours };
const count = z.number().check(z.nonnegative());
const unit = z.enum(['minute', 'hour', 'day', 'business-day']);
const currency = z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/)));
const values = z.record(z.string().check(z.length(1)), count);
const whole = z.int();
const multipleForm = z.enum(['times', 'percent', 'fraction']);

const target = z.strictObject({
  dayOffset: z.optional(whole),
  weekday: z.optional(whole.check(z.minimum(1), z.maximum(7))),
  weekOffset: z.optional(whole),
  monthOffset: z.optional(whole),
  yearOffset: z.optional(whole),
  year: z.optional(whole),
  month: z.optional(whole.check(z.minimum(1), z.maximum(12))),
  dayOfMonth: z.optional(whole.check(z.minimum(0), z.maximum(31))),
  minuteOfDay: z.optional(whole.check(z.minimum(0), z.maximum(1440))),
});

const multipleUnit = z.strictObject({
  ...group, scale: count, form: multipleForm, discount: z.optional(z.boolean()), single: z.optional(z.boolean()),
});

/** Accepts exactly what `QuantityPack` describes. */
export const quantityPackSchema = z.strictObject({
  language: text,
  han: z.optional(z.strictObject({ digits: values, powers: values, tens: values, vague: z.string() })),
  numbers: z.array(z.strictObject({
    ...group, role: z.enum(['ones', 'tens', 'power', 'whole', 'article']), value: count, max: z.optional(count),
  })),
  more: z.array(z.strictObject(group)),
  ranges: z.array(z.strictObject(group)),
  units: z.array(z.strictObject({ ...group, unit, size: count, plus: z.optional(count) })),
  times: z.array(z.strictObject({
    ...group, min: count, max: count, unit,
    form: z.optional(z.enum(['duration', 'range', 'deadline', 'point'])),
    anchor: z.optional(z.enum(['relative', 'weekday', 'date', 'clock', 'idiom'])),
    target: z.optional(target), pm: z.optional(z.boolean()), past: z.optional(z.boolean()),
  })),
  weeks: z.array(z.strictObject({ ...group, offset: z.optional(whole) })),
  weekCharacters: values,
  weekdays: z.array(z.strictObject({ ...group, weekday: whole.check(z.minimum(1), z.maximum(7)) })),
  parts: z.array(z.strictObject({ ...group, end: count, pm: z.optional(z.boolean()) })),
  months: z.array(z.strictObject({ ...group, month: whole.check(z.minimum(1), z.maximum(12)) })),
  dateUnits: z.array(z.strictObject({ ...group, part: z.enum(['year', 'month', 'day']), needsLead: z.optional(z.boolean()) })),
  clockUnits: z.array(z.strictObject({
    ...group, minutes: whole, half: z.optional(z.enum(['am', 'pm'])), open: z.optional(z.boolean()), weak: z.optional(z.boolean()),
  })),
  bareClock: z.optional(z.array(z.string())),
  joints: z.array(z.string()),
  leads: z.array(z.strictObject({
    ...group,
    role: z.enum([
      'by', 'within', 'in', 'after', 'at', 'about', 'least', 'past', 'this', 'next', 'ordinal', 'every', 'between', 'spend', 'none',
    ]),
  })),
  tails: z.array(z.strictObject({ ...group, role: z.enum(['within', 'after', 'about', 'least', 'past', 'before', 'by', 'none']) })),
  money: z.strictObject({
    signs: z.array(z.strictObject({ ...group, currency })),
    units: z.array(z.strictObject({
      ...group, currency, minor: count, plainFrom: z.optional(count), smallBefore: neighbours, digit: z.optional(count),
    })),
    nouns: z.array(z.strictObject(group)),
    bareBefore: z.array(z.string()),
    counters: z.array(z.strictObject(group)),
    multiply: z.array(z.strictObject(group)),
    thresholds: z.array(z.strictObject({ open: text, middle: words })),
  }),
  multiples: z.strictObject({
    words: z.array(z.strictObject({ ...group, factor: count, form: multipleForm })),
    units: z.array(multipleUnit),
    prefixes: z.array(multipleUnit),
  }),
});

/** An issue as faults: an unknown field by its own path. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const at = (rest: string): string => (path + rest).replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: at(`.${key}`), expected: 'no field of this name' }));
  if (issue.code === 'invalid_type') return [{ path: at(''), expected: `a value of type ${issue.expected}` }];
  if (issue.code === 'invalid_value') return [{ path: at(''), expected: `one of ${issue.values.map(String).join(', ')}` }];
  return [{ path: at(''), expected: 'another value' }];
}

/**
 * Checks a vocabulary.
 * @throws DataError naming the path and what was expected.
 */
export function parseQuantityPack(value: unknown): QuantityPack {
  const result = quantityPackSchema.safeParse(value);
  if (!result.success) throwFaults(DataError, result.error.issues.flatMap(faultsOf));
  return result.data as QuantityPack;
}
