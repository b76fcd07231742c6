import { CATEGORIES } from '../types.ts';
import type { Category, Money, Severity } from '../types.ts';
import { toMinor } from './money.ts';
import type { Policy, Published } from './policy.ts';
import type { ParsedPolicyDocument, PolicyName } from './schema.ts';

/** Categories that warn; every other one blocks. */
const WARNING: ReadonlySet<Category> = new Set(['arguing', 'vague', 'cold', 'no-apology', 'evidence-pressure']);

const NOTHING_PUBLISHED: Published = { benefits: [], channels: [], cutoffs: [], refundWays: [], balances: [] };

const resolved = new WeakSet<object>();

/** The usual severity of a category, where the policy names none. */
export function usualSeverity(category: Category): Severity {
  return WARNING.has(category) ? 'warn' : 'block';
}

/**
 * Turns a checked document into a policy: decimal amounts become `Money`, left-out parts get their
 * defaults, everything is frozen.
 */
export function resolvePolicy(document: ParsedPolicyDocument, base: PolicyName | null): Policy {
  const { currency } = document;
  const money = (amount: number): Money => ({ minor: toMinor(amount), currency });
  const { amount, ceiling } = document.caps.goodwill;
  const policy: Policy = deepFreeze({
    name: document.name ?? 'custom',
    extends: base,
    currency,
    language: document.language,
    caps: {
      coupon: money(document.caps.coupon),
      goodwill: { amount: money(amount), ceiling: ceiling === null ? null : money(ceiling) },
    },
    maxMultiple: document.maxMultiple,
    timelines: { ...document.timelines },
    returnWindowDays: document.returnWindowDays,
    lowValue: money(document.lowValue),
    partialRefundShare: document.partialRefundShare,
    riskClaims: document.riskClaims,
    productAlert: document.productAlert,
    maxOffers: document.maxOffers,
    tierFactors: { ...document.tierFactors },
    published: { ...NOTHING_PUBLISHED, ...document.published },
    severities: { ...usualSeverities(), ...document.severities },
    off: [...(document.off ?? [])],
    vocabulary: { zh: { ...document.vocabulary?.zh }, en: { ...document.vocabulary?.en } },
  });
  resolved.add(policy);
  return policy;
}

/** Whether a value is a policy that `resolvePolicy` made, which needs no second check. */
export function isResolved(value: object): value is Policy {
  return resolved.has(value);
}

function usualSeverities(): Record<Category, Severity> {
  const severities: Partial<Record<Category, Severity>> = {};
  for (const category of CATEGORIES) severities[category] = usualSeverity(category);
  return severities as Record<Category, Severity>;
}

/** Freezes a tree of plain objects and arrays in place and returns it. */
function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) deepFreeze(part);
  }
  return Object.freeze(value);
}
