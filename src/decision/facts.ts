import type { Policy, Tier } from '../policy/policy.ts';
import type { Case, Issue } from './case.ts';
import type { AskFact } from './table.ts';

/** The facts of a case that rows can ask for, defaults filled in. NaN: a number that is not known. */
export interface Facts {
  readonly issue: Issue;
  readonly verification: 'none' | 'pending' | 'confirmed' | 'refuted';
  readonly proof: 'received' | 'askable' | 'unavailable';
  readonly window: 'inside' | 'outside' | 'unknown';
  readonly stock: 'in' | 'out' | 'unknown';
  readonly tier: Tier;
  readonly channel: 'private' | 'public';
  readonly bulky: boolean;
  readonly resolved: boolean;
  readonly reviewPublic: boolean;
  readonly stars: number;
  readonly paid: number;
  readonly returnFreight: number;
  readonly daysSinceDelivery: number;
  readonly contacts: number;
  readonly claims90d: number;
  readonly sameProductComplaints: number;
  /** Known only in the stage `ask`. */
  readonly ask: AskFact | null;
  /** Known only in the stage `omissions`. */
  readonly omitted: 'rejected' | 'zero' | null;
}

/** The facts of a checked case under a policy. */
export function factsOf(given: Case, policy: Policy): Facts {
  return {
    issue: given.issue,
    verification: given.verification ?? 'none',
    proof: proofOf(given.evidence),
    window: windowOf(given.daysSinceDelivery, policy),
    stock: given.stock ?? 'unknown',
    tier: given.tier ?? 'frontline',
    channel: given.channel ?? 'private',
    bulky: given.bulky ?? false,
    resolved: given.resolved ?? false,
    reviewPublic: given.review?.public ?? false,
    stars: given.review?.stars ?? NaN,
    paid: given.paid,
    returnFreight: given.returnFreight ?? NaN,
    daysSinceDelivery: given.daysSinceDelivery ?? NaN,
    contacts: given.contacts ?? 1,
    claims90d: given.claims90d ?? 0,
    sameProductComplaints: given.sameProductComplaints ?? 0,
    ask: null,
    omitted: null,
  };
}

/** Proof is asked for once, and only if it can show the fault. */
function proofOf(evidence: Case['evidence']): Facts['proof'] {
  if (evidence?.received === true) return 'received';
  const askedBefore = (evidence?.requests ?? 0) > 0;
  return askedBefore || evidence?.canShow === false ? 'unavailable' : 'askable';
}

function windowOf(days: number | undefined, policy: Policy): Facts['window'] {
  if (days === undefined) return 'unknown';
  return days <= policy.returnWindowDays ? 'inside' : 'outside';
}
