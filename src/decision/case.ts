import * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { CaseError, throwFaults } from '../errors.ts';
import { faultsOf } from '../policy/faults.ts';
import { REMEDIES } from './decision.ts';

/** What a case can be about. */
export const ISSUES = [
  'late',
  'lost',
  'damaged',
  'defective',
  'wrong-item',
  'missing-part',
  'minor-flaw',
  'not-as-described',
  'wrong-size',
  'change-of-mind',
  'usage-question',
  'price-dispute',
  'service-attitude',
] as const;

/** What a case can be about. */
export type Issue = (typeof ISSUES)[number];

/** How far the verification of a fault has come. */
export const VERIFICATIONS = ['none', 'pending', 'confirmed', 'refuted'] as const;

/** Stock of the whole item; parts are not concerned. */
export const STOCKS = ['in', 'out', 'unknown'] as const;

/** What a customer can ask for: a remedy, or money while the goods are kept. */
export const ASKS = [...REMEDIES, 'compensation'] as const;

/** What a customer can ask for: a remedy, or money while the goods are kept. */
export type AskedRemedy = (typeof ASKS)[number];

/** Asks that can name an amount. */
export const MONEY_ASKS: readonly AskedRemedy[] = [
  'compensation',
  'goodwill',
  'coupon',
  'full-refund',
  'partial-refund',
  'return-refund',
];

const FLAG = 'true or false';
const COUNT = 'a whole number ≥ 0';
const CONTACTS = 'a whole number ≥ 1';
const STARS = 'a whole number from 1 to 5';
const AMOUNT = 'a number ≥ 0';
const ASKED_AMOUNT = 'a number > 0';

const flag = z.optional(z.boolean(FLAG));
const count = z.optional(z.int(COUNT).check(z.gte(0, COUNT)));

const evidence = z.strictObject({
  /** Proof was received. Default false. */
  received: flag,
  /** How often proof was asked for. Default 0. */
  requests: count,
  /** A photo or video can show the fault. Default true. */
  canShow: flag,
});

const ask = z
  .strictObject({
    /** What the customer demands. */
    remedy: z.enum(ASKS),
    /** How much, above 0; only where money is demanded. */
    amount: z.optional(z.number(ASKED_AMOUNT).check(z.gt(0, ASKED_AMOUNT))),
  })
  .check(
    z.refine((value) => value.amount === undefined || MONEY_ASKS.includes(value.remedy), {
      path: ['amount'],
      error: 'no amount, since this remedy is no money',
    }),
  );

const review = z.strictObject({
  /** 1 to 5. */
  stars: z.int(STARS).check(z.gte(1, STARS), z.lte(5, STARS)),
  /** Others can read it. */
  public: z.boolean(FLAG),
});

const rejected = z.array(z.enum(REMEDIES)).check(
  z.superRefine(
    (remedies, context) => {
      remedies.forEach((remedy, index) => {
        if (remedies.indexOf(remedy) === index) return;
        context.addIssue({ code: 'custom', path: [index], message: 'no remedy named before' });
      });
    },
    { when: ({ value }) => Array.isArray(value) },
  ),
);

const caseSchema = z.strictObject({
  /** The caller's own name for the case; has no effect. */
  id: z.optional(z.string()),
  /** What the case is about. */
  issue: z.enum(ISSUES),
  /** What the customer paid for the item, in the policy's currency, ≥ 0. */
  paid: z.number(AMOUNT).check(z.gte(0, AMOUNT)),
  /** How far the verification of the fault has come. Default `none`. */
  verification: z.optional(z.enum(VERIFICATIONS)),
  /** What is known about proof. */
  evidence: z.optional(evidence),
  /** The goods are so large that their return costs much. Default false. */
  bulky: flag,
  /** What their return costs, in the policy's currency, ≥ 0. Default: not known. */
  returnFreight: z.optional(z.number(AMOUNT).check(z.gte(0, AMOUNT))),
  /** Stock of the whole item. Default `unknown`. */
  stock: z.optional(z.enum(STOCKS)),
  /** Whole days since delivery. Default: not delivered, or not known. */
  daysSinceDelivery: count,
  /** What the customer demands. Default: nothing. */
  ask: z.optional(ask),
  /** Remedies that the customer turned down already. Default none. */
  rejected: z.optional(rejected),
  /** How often the customer has written about this, this time included, ≥ 1. Default 1. */
  contacts: z.optional(z.int(CONTACTS).check(z.gte(1, CONTACTS))),
  /** This customer's claims in the last 90 days. Default 0. */
  claims90d: count,
  /** Complaints about this product in the time that the policy looks at. Default 0. */
  sameProductComplaints: count,
  /** The customer's review, if one stands. */
  review: z.optional(review),
  /** The problem is solved. Default false. */
  resolved: flag,
  /** Who answers. Default `frontline`. */
  tier: z.optional(z.enum(['frontline', 'senior', 'supervisor'])),
  /** Where the answer goes. Default `private`. */
  channel: z.optional(z.enum(['private', 'public'])),
});

/** A case as a caller gives it. Plain JSON; unknown fields are refused. */
export type Case = z.input<typeof caseSchema>;

/**
 * Checks a case. Each field is judged alone: odd but possible combinations are accepted.
 * @throws CaseError with every fault at once: its path (`review.stars`, `rejected[0]`; an unknown
 *   field by its own path) and what was expected.
 */
export function readCase(value: unknown): Case {
  const result = z.safeParse(caseSchema, value);
  if (result.success) return result.data;
  const faults: readonly Fault[] = faultsOf(result.error.issues);
  throwFaults(CaseError, faults);
  throw result.error;
}
