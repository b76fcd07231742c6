/**
 * The shape of the decision table. Rows are data (`rules/decisions/`, or a shop's own): conditions on
 * the facts of a case, and what follows. How rows are applied is `engine.ts`.
 */
import * as z from 'zod/mini';
import { ISSUES, STOCKS, VERIFICATIONS } from './case.ts';
import { DEPARTMENTS, ESCALATIONS, FREIGHTS, REMEDIES } from './decision.ts';

/**
 * The stages that settle the course of a case, in order: the first stage that has a matching row
 * decides, and in it that row which no other matching row goes over.
 */
export const COURSE_STAGES = ['resolved', 'refuted', 'claims', 'verify', 'at-once', 'remedies'] as const;

/**
 * Every stage, in the order in which reasons are listed. After the course: `ask` measures what the
 * customer demands, `omissions` says what was left out, `leftovers` decides where nothing is left,
 * `notes` adds departments and review flags (every matching row), `opening` says how the reply opens.
 */
export const STAGES = [...COURSE_STAGES, 'ask', 'omissions', 'leftovers', 'notes', 'opening'] as const;

/** A stage that settles the course of a case. */
export type CourseStage = (typeof COURSE_STAGES)[number];

/** A stage of the table. */
export type Stage = (typeof STAGES)[number];

/** Numbers of the policy that a condition can name, so that changing the policy changes the rule. */
export const POLICY_NUMBERS = ['lowValue', 'riskClaims', 'productAlert', 'returnWindowDays'] as const;

/** A number of the policy that a condition can name. */
export type PolicyNumber = (typeof POLICY_NUMBERS)[number];

/** Sources of rows: one of the articles, or the library's or the shop's own choice. */
export const SOURCES = ['000', '001', '002', '003', '004', 'own'] as const;

/** How the demand of the customer relates to what may be given. */
export const ASK_FACTS = [
  'above-every-limit',
  'above-tier',
  'within-limit',
  'without-amount',
  'not-offered',
] as const;

/** How the demand of the customer relates to what may be given. */
export type AskFact = (typeof ASK_FACTS)[number];

function oneOrMore<const T extends readonly string[]>(values: T) {
  const value = z.enum(values);
  return z.optional(z.union([value, z.array(value).check(z.minLength(1))], `one or more of ${values.join(', ')}`));
}

const bound = z.optional(z.union([z.number(), z.enum(POLICY_NUMBERS)], `a number, or one of ${POLICY_NUMBERS.join(', ')}`));

const range = z.optional(
  z
    .strictObject({
      /** The value is this or more. */
      atLeast: bound,
      /** The value is this or less. */
      atMost: bound,
      /** The value is more than this. */
      above: bound,
      /** The value is less than this. */
      below: bound,
    })
    .check(z.refine((value) => Object.keys(value).length > 0, 'atLeast, atMost, above or below')),
);

const flag = z.optional(z.boolean());

/** Conditions that every row can set; all that are given must hold. */
const conditions = {
  /** What the case is about. */
  issue: oneOrMore(ISSUES),
  /** How far verification has come. */
  verification: oneOrMore(VERIFICATIONS),
  /** `received`; `askable`: not yet asked for, and it can show the fault; `unavailable`: neither. */
  proof: oneOrMore(['received', 'askable', 'unavailable']),
  /** Whether the case lies in the return window; `unknown` where nobody knows the days. */
  window: oneOrMore(['inside', 'outside', 'unknown']),
  /** Stock of the whole item. */
  stock: oneOrMore(STOCKS),
  /** Who answers. */
  tier: oneOrMore(['frontline', 'senior', 'supervisor']),
  /** Where the answer goes. */
  channel: oneOrMore(['private', 'public']),
  /** The return freight is large. */
  bulky: flag,
  /** The problem is solved. */
  resolved: flag,
  /** The review can be read by others; never holds without a review. */
  reviewPublic: flag,
  /** Stars of the review; never holds without one. */
  stars: range,
  /** What was paid. */
  paid: range,
  /** The return freight; never holds where it is not known. */
  returnFreight: range,
  /** Days since delivery; never holds where they are not known. */
  daysSinceDelivery: range,
  /** How often the customer has written. */
  contacts: range,
  /** Claims of the customer in 90 days. */
  claims90d: range,
  /** Complaints on the product. */
  sameProductComplaints: range,
};

const when = z.strictObject(conditions);

const remedy = z.strictObject({
  /** What is offered. */
  remedy: z.enum(REMEDIES),
  /** Who bears the return; left out: the seller for return-refund and exchange, else none. */
  freight: z.optional(z.enum(FREIGHTS)),
  /** A coupon, goodwill or partial refund of this amount instead of the policy's; the tier's limit still holds. */
  amount: z.optional(z.number().check(z.gt(0))),
  /** An ask for less does not lower it. */
  neverLowered: flag,
});

const remedies = z.array(remedy).check(z.minLength(1));

const head = {
  /** Unique name, shown in `because`. */
  id: z.string('a name such as "lost-in-stock"').check(z.regex(/^[a-z][a-z0-9-]*$/, 'a name such as "lost-in-stock"')),
  /** The article that demands it, or `own`. */
  source: z.enum(SOURCES),
  /** The row in a sentence, for people. */
  says: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Rows of the same stage that this row goes over where both match. */
  over: z.optional(z.array(z.string())),
};

/** What a course row decides. */
const course = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('answer') }),
  z.strictObject({ action: z.literal('verify'), askEvidence: z.boolean() }),
  z.strictObject({ action: z.literal('escalate'), escalateTo: z.enum(ESCALATIONS) }),
  z.strictObject({
    action: z.enum(['offer', 'investigate', 'decline']),
    /** What is offered, best first; the ladder is a list of more than `maxOffers`. */
    remedies: z.optional(remedies),
    /** Whether the demand of the customer can change the offers. */
    asks: z.enum(['heeded', 'ignored']),
  }),
]);

const courseRow = z.strictObject({ ...head, stage: z.enum(COURSE_STAGES), when, then: course });

const askRow = z.strictObject({
  ...head,
  stage: z.literal('ask'),
  when: z.strictObject({ ...conditions, ask: oneOrMore(ASK_FACTS) }),
  then: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('nothing') }),
    z.strictObject({ do: z.literal('asked-first') }),
    z.strictObject({ do: z.literal('decline') }),
    z.strictObject({ do: z.literal('escalate'), escalateTo: z.enum(['supervisor', 'covering-tier']) }),
  ]),
});

const omissionRow = z.strictObject({
  ...head,
  stage: z.literal('omissions'),
  when: z.strictObject({ omitted: z.enum(['rejected', 'zero']) }),
  then: z.strictObject({}),
});

const leftoverRow = z.strictObject({
  ...head,
  stage: z.literal('leftovers'),
  when,
  then: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('escalate'), escalateTo: z.enum(ESCALATIONS) }),
    z.strictObject({ action: z.literal('decline') }),
  ]),
});

const noteRow = z.strictObject({
  ...head,
  stage: z.literal('notes'),
  when,
  then: z.strictObject({
    /** Departments to be told. */
    notify: z.optional(z.array(z.enum(DEPARTMENTS))),
    /** The reply may ask for a change of the review. */
    mayAskReview: z.optional(z.literal(true)),
    /** A short public answer as well. */
    publicReply: z.optional(z.literal(true)),
  }),
});

const openingRow = z.strictObject({
  ...head,
  stage: z.literal('opening'),
  when,
  then: z.strictObject({ openWith: z.enum(['apology', 'thanks']) }),
});

/** The schema of a row, the shipped ones and a shop's own. */
export const rowSchema = z.discriminatedUnion(
  'stage',
  [courseRow, askRow, omissionRow, leftoverRow, noteRow, openingRow],
  `a row whose stage is one of ${STAGES.join(', ')}`,
);

/** A row of the decision table. */
export type DecisionRow = z.infer<typeof rowSchema>;

/** A row of one stage. */
export type RowOf<S extends Stage> = Extract<DecisionRow, { stage: S }>;

/** A row that settles the course of a case. */
export type CourseRow = z.infer<typeof courseRow>;

/** A row that says what a demand of the customer changes. */
export type AskRow = z.infer<typeof askRow>;

/** What a row can ask of a case. */
export type Conditions = z.infer<typeof when>;

/** What a row offers. */
export type RowRemedy = z.infer<typeof remedy>;

/** The bounds of a number. */
export type Range = NonNullable<Conditions['paid']>;
