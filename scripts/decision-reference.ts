/**
 * The decision function a second time, written straight from its specification and without the table:
 * what `verify-decisions` and the tests compare the table against. Slow and plain on purpose.
 */
import type { Case, Decision, Offer, Remedy } from '../src/decision/index.ts';
import type { Policy, Tier } from '../src/policy/index.ts';

/** What a decision comes to, without its reasons. */
export type Expected = Pick<Decision, 'action' | 'escalateTo' | 'askEvidence' | 'openWith' | 'notify'> & {
  readonly offers: readonly Offer[];
};

const FAULTS = ['defective', 'not-as-described', 'minor-flaw', 'wrong-item', 'damaged', 'missing-part'];
const cents = (amount: number): number => Math.round(amount * 100);

/** Decides a case whose amounts have at most two decimals. */
export function expectedDecision(given: Case, policy: Policy): Expected {
  const { issue, paid } = given;
  const tier = given.tier ?? 'frontline';
  const verification = given.verification ?? 'none';
  const contacts = given.contacts ?? 1;
  const out = given.stock === 'out';
  const days = given.daysSinceDelivery;
  const outside = days !== undefined && days > policy.returnWindowDays;
  const risky = (given.claims90d ?? 0) >= policy.riskClaims && verification !== 'confirmed';
  const rejected = new Set<Remedy>(given.rejected ?? []);
  const low = cents(paid) <= policy.lowValue.minor;

  const limit = (remedy: Remedy, who: Tier): number => {
    if (remedy === 'full-refund' || remedy === 'return-refund') return cents(paid);
    if (remedy === 'partial-refund') {
      return who === 'frontline' ? Math.floor((cents(paid) * Math.round(policy.partialRefundShare * 100)) / 100) : cents(paid);
    }
    let cap = policy.caps.coupon.minor;
    if (remedy === 'goodwill') {
      cap = given.returnFreight === undefined ? policy.caps.goodwill.amount.minor : cents(given.returnFreight);
      if (policy.caps.goodwill.ceiling !== null) cap = Math.min(cap, policy.caps.goodwill.ceiling.minor);
    }
    const factor = policy.tierFactors[who];
    return factor === 'paid' ? cents(paid) : Math.min(cents(paid), Math.floor(cap * factor));
  };
  const offer = (remedy: Remedy, freight?: Offer['freight']): Offer => {
    const goods = remedy === 'exchange' || remedy === 'resend' || remedy === 'resend-part';
    const whole = remedy === 'full-refund' || remedy === 'return-refund';
    return {
      remedy,
      amount: goods ? null : whole ? paid : limit(remedy, 'frontline') / 100,
      freight: freight ?? (remedy === 'return-refund' || remedy === 'exchange' ? 'seller' : 'none'),
    };
  };
  const notify = (): Decision['notify'] => {
    const told: Decision['notify'][number][] = [];
    const open = given.resolved !== true && verification !== 'refuted';
    const quality = ['defective', 'not-as-described', 'minor-flaw'].includes(issue) && verification === 'confirmed';
    const alert = (given.sameProductComplaints ?? 0) >= policy.productAlert;
    if (open && ['late', 'lost', 'damaged'].includes(issue)) told.push('logistics');
    if (open && ['wrong-item', 'missing-part'].includes(issue)) told.push('warehouse');
    if ((open && quality) || alert) told.push('quality');
    if (alert) told.push('procurement');
    return told;
  };
  const calm = ['usage-question', 'change-of-mind'].includes(issue) && verification !== 'refuted';
  const openWith = given.resolved === true || calm ? 'thanks' : 'apology';
  const end = (
    action: Decision['action'],
    offers: readonly Offer[] = [],
    more: Partial<Pick<Expected, 'escalateTo' | 'askEvidence'>> = {},
  ): Expected => {
    const left = offers.filter(({ remedy, amount }) => !rejected.has(remedy) && amount !== 0);
    if (action === 'offer' && left.length === 0) {
      if (tier === 'supervisor') return end('decline');
      return end('escalate', [], { escalateTo: tier === 'frontline' ? 'senior' : 'supervisor' });
    }
    return {
      action,
      offers: left.slice(0, policy.maxOffers),
      escalateTo: null,
      askEvidence: false,
      notify: notify(),
      openWith,
      ...more,
    };
  };

  if (given.resolved === true) return end('answer');
  if (verification === 'refuted') {
    return end('decline', days !== undefined && !outside ? [offer('return-refund', 'none')] : []);
  }
  if (risky) {
    if (issue === 'usage-question') return end('answer');
    if (issue === 'change-of-mind' && !outside) return end('offer', [offer('return-refund', 'none')]);
    return end('escalate', [], { escalateTo: 'risk' });
  }
  const received = given.evidence?.received ?? false;
  const canAsk = (given.evidence?.requests ?? 0) === 0 && (given.evidence?.canShow ?? true);
  const unverified = FAULTS.includes(issue) && verification !== 'confirmed';
  if (unverified && (received || canAsk)) return end('verify', [], { askEvidence: !received });
  if (issue === 'usage-question') return end('answer');
  if (issue === 'service-attitude' && contacts >= 3 && tier !== 'supervisor') {
    return end('escalate', [], { escalateTo: 'supervisor' });
  }

  let action: Decision['action'] = 'offer';
  let list: Offer[];
  if (unverified) {
    if (issue === 'missing-part') list = [offer('resend-part'), offer('return-refund')];
    else if (given.bulky === true) list = [offer('goodwill'), offer('return-refund')];
    else list = out ? [offer('return-refund')] : [offer('return-refund'), offer('exchange')];
  } else if (['defective', 'not-as-described', 'wrong-item', 'damaged'].includes(issue)) {
    if (low) list = [offer('full-refund')];
    else if (issue === 'damaged') list = out ? [offer('full-refund'), offer('coupon')] : [offer('resend'), offer('full-refund')];
    else if (given.bulky === true) {
      list = [offer('goodwill'), offer('exchange', 'buyer-reimbursed'), offer('return-refund')];
      if (out) list = list.filter(({ remedy }) => remedy !== 'exchange');
    } else list = [offer('return-refund'), out ? offer('coupon') : offer('exchange')];
  } else if (issue === 'lost') list = out ? [offer('full-refund'), offer('coupon')] : [offer('resend'), offer('full-refund')];
  else if (issue === 'missing-part') list = [offer('resend-part'), offer('partial-refund')];
  else if (issue === 'minor-flaw') list = [offer('partial-refund'), offer('return-refund')];
  else if (['wrong-size', 'change-of-mind'].includes(issue) && outside) {
    action = 'decline';
    list = [offer('coupon')];
  } else if (issue === 'change-of-mind') list = [offer('return-refund', 'none')];
  else if (issue === 'wrong-size') {
    const back = offer('return-refund', 'none');
    list = given.stock === 'in' ? [offer('exchange', 'none'), back] : [back, offer('coupon')];
  } else {
    if (issue === 'late') action = 'investigate';
    list = [offer('coupon')];
  }

  const { ask } = given;
  if (ask === undefined) return end(action, list);
  const remedy: Remedy = ask.remedy === 'compensation' ? 'goodwill' : ask.remedy;
  const listed = list.find((entry) => entry.remedy === remedy);
  const amount = ask.amount === undefined ? undefined : cents(ask.amount);
  rejected.delete(remedy);
  if (amount !== undefined && amount > limit(remedy, 'supervisor')) {
    if (contacts >= 3 && tier !== 'supervisor') return end('escalate', [], { escalateTo: 'supervisor' });
    return end('decline', list);
  }
  const moneyAtLarge = ask.remedy === 'compensation' && amount !== undefined;
  if (listed === undefined && !moneyAtLarge) return end(action, list);
  if (amount !== undefined && amount > limit(remedy, tier)) {
    const escalateTo = tier === 'frontline' && amount <= limit(remedy, 'senior') ? 'senior' : 'supervisor';
    return end('escalate', [], { escalateTo });
  }
  let first = listed ?? offer('goodwill');
  const whole = remedy === 'full-refund' || remedy === 'return-refund';
  if (ask.amount !== undefined && !whole) {
    const lowers = issue === 'late' && remedy === 'coupon' && first.amount !== null && ask.amount < first.amount;
    if (!lowers) first = { ...first, amount: ask.amount };
  }
  return end(action, [first, ...list.filter((entry) => entry.remedy !== remedy)]);
}
