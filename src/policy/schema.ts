/**
 * The schema of a policy file. The comment above a field is also its description in
 * `schemas/policy.schema.json` (see `scripts/generate-schemas.ts`).
 */
import * as z from 'zod/mini';
import { isWellWritten, WELL_WRITTEN } from '../lexicon/alternatives.ts';
import { once } from '../once.ts';

const AMOUNT = 'a number ≥ 0 with at most 2 decimals';
const COUNT = 'a whole number ≥ 1';
const SHARE = 'a number from 0 to 1';
const FACTOR = 'a number ≥ 1, or "paid"';
const NAME = 'a text that is not empty';
const BOUND = 'a number ≥ 0';
const RULE_ID = 'a category or the id of a rule';

/** Whether an amount has at most two decimals, as far as a floating-point number can tell. */
function hasWholeHundredths(amount: number): boolean {
  return Math.abs(amount * 100 - Math.round(amount * 100)) <= 1e-9 * Math.max(1, amount * 100);
}

/** Names of the policies that come with the library. */
export const POLICY_NAMES = ['default', 'us-store'] as const;

function makeSchema() {
  const amount = z
    .number(AMOUNT)
    .check(z.gte(0, AMOUNT), z.lte(1e12, 'a number ≤ 1000000000000'), z.refine(hasWholeHundredths, AMOUNT));
  const count = z.int(COUNT).check(z.gte(1, COUNT));
  const phrase = z.string(NAME).check(z.trim(), z.minLength(1, NAME));
  const phrases = z.array(phrase);
  const ruleId = z.string(RULE_ID).check(z.regex(/^[a-z][a-z0-9-]*(?:[./][a-z0-9-]+)*$/, RULE_ID));
  const factor = z.union([z.number().check(z.gte(1, FACTOR)), z.literal('paid')], FACTOR);

  /** Units in which a policy states times. */
  const timeUnit = z.enum(['minute', 'hour', 'day', 'business-day']);

  const duration = z
    .strictObject({
      /** Earliest, counted in `unit`; 0 for "within". */
      min: z.number(BOUND).check(z.gte(0, BOUND)),
      /** Latest, counted in `unit`; not below `min`. */
      max: z.number(BOUND).check(z.gte(0, BOUND)),
      /** Unit of both bounds. */
      unit: timeUnit,
    })
    .check(z.refine((value) => value.min <= value.max, { path: ['max'], error: 'a number not below min' }));

  const goodwill = z.strictObject({
    /** Most that is paid out as goodwill where the return freight of the case is not known. */
    amount,
    /** Never more than this, even where the known freight is higher; null: the freight alone is the limit. */
    ceiling: z.nullable(amount),
  });

  const caps = z.strictObject({
    /** Highest coupon or store credit, summed over one reply. */
    coupon: amount,
    /** Cash or transfer paid as goodwill while the customer keeps the goods: at most the return freight. */
    goodwill,
  });

  const timelines = z.strictObject({
    /** When a refund reaches the customer's account. */
    refund: duration,
    /** How long the verification of a fault takes. */
    verification: duration,
    /** How long the review of an escalated case takes, its answer included. */
    escalationReview: duration,
    /** How soon a customer gets a first reply. */
    firstReply: duration,
    /** When a replacement, a resend or a missing part leaves the warehouse. */
    dispatch: duration,
    /** Delivery by the carrier: "estimate" (never stated as certain), or a time that the shop itself can keep. */
    delivery: z.union([z.literal('estimate'), duration], '"estimate" or a duration'),
  });

  const tierFactors = z
    .strictObject({
      /** The agents who answer first: how many times the caps they may offer. */
      frontline: factor,
      /** Senior agents: how many times the caps they may offer. */
      senior: factor,
      /** Supervisors: how many times the caps they may offer, or "paid" for what the customer paid. */
      supervisor: factor,
    })
    .check(
      z.refine((value) => rank(value.frontline) <= rank(value.senior), {
        path: ['senior'],
        error: 'a factor not below the frontline factor',
      }),
      z.refine((value) => rank(value.senior) <= rank(value.supervisor), {
        path: ['supervisor'],
        error: 'a factor not below the senior factor',
      }),
    );

  const namedDuration = z.strictObject({
    /** How replies call it, in any language: ["支付宝", "Alipay"]. */
    names: phrases.check(z.minLength(1, 'at least one name')),
    /** The time that the shop publishes for it. */
    duration,
  });

  const cutoff = z.strictObject({
    /** Time of day, local to the shop, 24-hour clock: "16:00". */
    before: z
      .string('a time such as "16:00"')
      .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as "16:00"')),
    /** When an order placed before that time leaves the warehouse. */
    dispatch: duration,
  });

  const published = z.strictObject({
    /** Benefits that the shop grants publicly, in the words that replies use: ["7天无理由退货", "运费险"]. */
    benefits: z._default(phrases, []),
    /** Support addresses, phone numbers and accounts that the shop owns and publishes. */
    channels: z._default(phrases, []),
    /** Public cut-offs for dispatch on the same or the next day. */
    cutoffs: z._default(z.array(cutoff), []),
    /** Ways of paying a refund back that are faster than `timelines.refund`. */
    refundWays: z._default(z.array(namedDuration), []),
    /** Balances that the shop itself holds, and how soon money is there. */
    balances: z._default(z.array(namedDuration), []),
  });

  const severity = z.enum(['info', 'warn', 'block']);

  const vocabularyOfLanguage = z.record(z.string(), z.array(phrase.check(z.refine(isWellWritten, WELL_WRITTEN))));

  const vocabulary = z.strictObject({
    /** Chinese words by concept. */
    zh: z._default(vocabularyOfLanguage, {}),
    /** English words by concept. */
    en: z._default(vocabularyOfLanguage, {}),
  });

  return z.strictObject({
    /** Address of the JSON Schema, for editors; has no effect. */
    $schema: z.optional(z.string()),
    /** What reports call this policy; "custom" if left out. */
    name: z.optional(phrase),
    /** Currency of every amount in this policy: an ISO 4217 code. */
    currency: z
      .string('an ISO 4217 code such as "CNY"')
      .check(z.regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "CNY"')),
    /** Language of messages where the reply does not settle it. */
    language: z.enum(['zh', 'en']),
    /** The most that the front line may give. */
    caps,
    /** Highest compensation as a multiple of the price paid; 1: no multiples, never above what was paid. */
    maxMultiple: z.number('a number ≥ 1').check(z.gte(1, 'a number ≥ 1')),
    /** The times that may be said. */
    timelines,
    /** Days after delivery in which goods may be returned without a reason. */
    returnWindowDays: z.int('a whole number ≥ 0').check(z.gte(0, 'a whole number ≥ 0')),
    /** Price up to which a confirmed fault is refunded without a return. */
    lowValue: amount,
    /** Highest partial refund, as a share of what was paid. */
    partialRefundShare: z.number(SHARE).check(z.gte(0, SHARE), z.lte(1, SHARE)),
    /** Claims of one customer in 90 days from which a case goes to risk control. */
    riskClaims: count,
    /** Complaints on one product from which quality and procurement are told. */
    productAlert: count,
    /** How many remedies are offered at most in one reply. */
    maxOffers: count,
    /** How many times the caps each tier may offer; not falling from tier to tier. */
    tierFactors,
    /** What the shop publishes. */
    published: z.optional(published),
    /** Severity by category or by rule id, where it is not the usual one. */
    severities: z.optional(z.record(ruleId, severity)),
    /** Categories and rule ids that are switched off. */
    off: z.optional(z.array(ruleId)),
    /** Extra words by language and concept; `{a|b}` in a word writes out both, `{|a }` with and without. */
    vocabulary: z.optional(vocabulary),
  });
}

/** The schema of a complete policy document, every value given. Amounts are decimal numbers in `currency`. */
export const policyDocument = once(makeSchema);

function rank(value: number | 'paid'): number {
  return value === 'paid' ? Infinity : value;
}

/** Names of the policies that come with the library. */
export type PolicyName = (typeof POLICY_NAMES)[number];

/** A complete policy as it stands in a file: every amount a decimal number in `currency`. */
export type PolicyDocument = z.input<ReturnType<typeof policyDocument>>;

/** The same after parsing: optional lists inside `published` and `vocabulary` filled in. */
export type ParsedPolicyDocument = z.output<ReturnType<typeof policyDocument>>;

/** Every field optional, at every depth; arrays stay whole, since they are replaced and not merged. */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** A policy that changes some values of a preset: objects merge deeply, arrays replace. */
export type PolicyExtension = DeepPartial<PolicyDocument> & {
  /** The preset that everything left out comes from. */
  extends: PolicyName;
};

/** A policy as a caller writes it: complete, or a preset with changes. Plain JSON. */
export type PolicyInput = (PolicyDocument & { extends?: undefined }) | PolicyExtension;
